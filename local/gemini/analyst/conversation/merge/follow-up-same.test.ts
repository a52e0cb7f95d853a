import { expect, test } from 'vitest';
import { askAnalyst } from '../../test-analyst.ts';
import { bought, is, reads, sales, stock, top } from '../../test-reads.ts';

const bikes = { filters: is('category', 'Bikes') };

test.each([
  'who were the three weakest in the third quarter?',
  'which were the three weakest in the third quarter?',
  'which suppliers were the three weakest in the third quarter?',
])('"%s", after a figure by quarter, is of that figure in that year', async (question) => {
  expect(await reads('fill rate by supplier per quarter in 2025', question)).toContainEqual(
    bought({
      measures: ['fill_rate'],
      dimensions: ['supplier'],
      period: 'Q3 2025',
      ...top('fill_rate', 3, 'asc'),
    }),
  );
});

test.each([
  'both together in one total please',
  'both categories in total',
  'in total for both',
  'sum of both',
])('"%s", after one and the other, is their sum', async (question) => {
  const asked = ['bike sales by brand last month', 'now Lamps', question];
  expect(await reads(...asked)).toEqual([
    sales({ measures: ['revenue'], period: 'last month', filters: is('category', 'Bikes', 'Lamps') }),
  ]);
});

test('a figure of both, after one and the other, is told of each', async () => {
  expect(await reads('bike sales last month', 'and Lamps', 'margin of both')).toMatchObject([
    sales({ measures: ['gross_margin'], filters: is('category', 'Bikes', 'Lamps') }),
  ]);
});

test.each(['was it any better last year?', 'was last year better?', 'did we do better last year?'])(
  '"%s" sets this year against that',
  async (question) => {
    const called = await reads('margin rate this year', question);
    expect(called.map(({ args }) => args.period)).toEqual(['year to date', '2025-01-01..2025-11-23']);
  },
);

test('yes or no is said of the time that is asked for', async () => {
  const [, before] = await askAnalyst(['revenue in September 2026', 'was it higher in September 2025?']);
  const [, after] = await askAnalyst(['revenue in September 2025', 'was it higher in September 2026?']);
  const verdict = (text = '') => /^\*\*(Yes|No),/.exec(text)?.[1];
  expect([verdict(before?.text), verdict(after?.text)].toSorted()).toEqual(['No', 'Yes']);
});

test('what was sold before, after a forecast, is of the same goods and as long', async () => {
  const asked = 'Forecast bike units for the next 8 weeks';
  expect(await reads(asked, 'how many did we sell in the 8 weeks before?')).toContainEqual(
    sales({ measures: ['units'], period: 'last 8 weeks', ...bikes }),
  );
  expect(await reads(asked, 'how much did we sell in the last 3 months?')).toContainEqual(
    sales({ measures: ['revenue'], period: 'last 3 months', ...bikes }),
  );
});

test.each(['how many have we got now', 'how many do we have left?'])(
  '"%s", after what was sold, is asked of the stock',
  async (question) => {
    expect(await reads('bike units in 2025', question)).toContainEqual(
      stock({ measures: ['on_hand'], ...bikes }),
    );
  },
);

test.each(['any more on the way? when', 'anything coming? and when'])(
  '"%s" is one question',
  async (question) => {
    expect(await reads('bike units in 2025', question)).toContainEqual(
      bought(
        expect.objectContaining({
          measures: ['open_units', 'late_units'],
          dimensions: ['expected_date'],
          ...bikes,
        }),
      ),
    );
  },
);

test('all customers are more than those of the list', async () => {
  const asked = ['top 3 customers in 2025', 'how much did they send back?', 'and for all customers?'];
  const [call] = await reads(...asked);
  expect(call?.args).toMatchObject({ measures: ['returns'], dimensions: ['customer'] });
  expect(call?.args.filters).toBeUndefined();
});

test('their units are those of the list', async () => {
  const [call] = await reads('top 2 products in 2025', 'their units');
  expect(call?.args).toMatchObject({ measures: ['units'], filters: [{ dimension: 'product', op: 'is' }] });
});
