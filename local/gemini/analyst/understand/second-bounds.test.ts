import { expect, test } from 'vitest';
import { askAnalyst } from '../test-analyst.ts';
import { bought, reads, sales, stock } from '../test-reads.ts';

const bounded = (measure: string, op: string, value: number) =>
  bought({
    measures: ['lead_time', measure],
    dimensions: ['supplier'],
    orderBy: { by: 'lead_time', direction: 'desc' },
    having: [{ measure, op, value }],
  });

test.each([
  [
    'average lead time by supplier, only those with at least 50 lines',
    bounded('ordered_lines', 'at_least', 50),
  ],
  ['lead time by supplier with more than 20 purchase orders', bounded('purchase_order_count', 'above', 20)],
  [
    'average lead time by supplier, only those with at least 50 orders',
    bounded('purchase_order_count', 'at_least', 50),
  ],
  [
    'average lead time by supplier, only those with spend above 10,000',
    bounded('ordered_value', 'above', 10_000),
  ],
  [
    'suppliers with more than 20 purchase orders last month',
    bought({
      measures: ['purchase_order_count'],
      dimensions: ['supplier'],
      period: 'last month',
      ...{ orderBy: { by: 'purchase_order_count', direction: 'desc' } },
      having: [{ measure: 'purchase_order_count', op: 'above', value: 20 }],
    }),
  ],
])('"%s" bounds the second figure', async (question, expected) => {
  expect(await reads(question)).toContainEqual(expected);
});

test('how many there are, of those within a bound, keeps the bound', async () => {
  const within = sales({
    measures: ['revenue'],
    dimensions: ['customer'],
    period: 'last month',
    orderBy: { by: 'revenue', direction: 'desc' },
    having: [{ measure: 'revenue', op: 'above', value: 100 }],
  });
  const question = 'how many customers spent more than 100 last month?';
  expect(await reads(question)).toContainEqual(within);
  expect(await reads(question, 'how many is that?')).toContainEqual(within);
});

test('which of them are in a ranking of others gets no figure', async () => {
  const turns = await askAnalyst([
    'top 3 products by units last month',
    'how many of them are in the top 10 by margin?',
  ]);
  expect(turns.at(-1)?.calls).toEqual([]);
});

test('a bound in percent on a figure in money or in units is one of its rate', async () => {
  const turn = ['gross margin by category last month', 'under 38 %'];
  expect(await reads(...turn)).toContainEqual(
    sales({
      measures: ['gross_margin', 'margin_rate'],
      dimensions: ['category'],
      period: 'last month',
      orderBy: { by: 'gross_margin', direction: 'desc' },
      having: [{ measure: 'margin_rate', op: 'below', value: 0.38 }],
    }),
  );
});

test('of what has no rate a bound in percent is refused', async () => {
  const turns = await askAnalyst(['stock by warehouse', 'more than 25 %']);
  expect(turns.at(-1)?.calls).toEqual([]);
  expect(turns.at(-1)?.text).toContain('bound in percent');
  expect(await reads('stock by warehouse')).toContainEqual(
    stock({ measures: ['on_hand'], dimensions: ['warehouse'] }),
  );
});
