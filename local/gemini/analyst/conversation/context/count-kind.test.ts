import { expect, test } from 'vitest';
import { bought, is, moved, reads, sales, stock } from '../../test-reads.ts';

const lastMonth = { period: 'last month' };
const held = (measure: string) => ({
  orderBy: { by: measure, direction: 'desc' },
  having: [{ measure, op: 'above', value: 0 }],
});

test.each<[string[], object]>([
  [
    ['how many purchase orders last month?', 'how many suppliers?'],
    bought({ measures: ['active_suppliers'], ...lastMonth }),
  ],
  [
    ['how many units did we order from suppliers last month?', 'from how many suppliers?'],
    bought({ measures: ['active_suppliers'], ...lastMonth }),
  ],
  [
    ['how many purchase orders last month?', 'how many products were on them?'],
    bought({
      ...{ measures: ['ordered_units'], dimensions: ['product'], ...lastMonth },
      ...held('ordered_units'),
    }),
  ],
  [
    ['how many orders last month?', 'of how many brands?'],
    sales({ measures: ['units_sold'], dimensions: ['brand'], ...lastMonth, ...held('units_sold') }),
  ],
  [
    ['revenue of Helmets last month', 'how many products?'],
    sales({ measures: ['products_sold'], ...lastMonth, filters: is('category', 'Helmets') }),
  ],
  [
    ['how many units were received last month?', 'from how many suppliers?'],
    moved({
      ...{ measures: ['units_received'], dimensions: ['supplier'], ...lastMonth },
      ...held('units_received'),
    }),
  ],
  [
    ['how many units do we have in stock?', 'of how many products?'],
    stock({ measures: ['on_hand'], dimensions: ['product'], ...held('on_hand') }),
  ],
])('%j counts them, and splits nothing', async (asked, call) => {
  const [read] = await reads(...asked);
  expect(read).toMatchObject(call);
});

test('"how many products did we order?" counts them; "how many items" are pieces', async () => {
  const ordered = { measures: ['ordered_units'], ...lastMonth };
  const [products] = await reads('how many products did we order from suppliers last month?');
  expect(products).toMatchObject(
    bought({ ...ordered, dimensions: ['product'], having: held('ordered_units').having }),
  );
  const [items] = await reads('how many items did we order from suppliers last month?');
  expect(items).toEqual(bought(ordered));
});

test.each<[string[], string]>([
  [['how many suppliers are late?'], 'late_orders'],
  [['how many suppliers have open orders?'], 'open_orders'],
  [['how many late orders?', 'from how many suppliers?'], 'late_orders'],
  [['which suppliers are late?', 'how many are there?'], 'late_orders'],
])('%j counts suppliers, and not their orders', async (asked, measure) => {
  const [read] = await reads(...asked);
  expect(read).toMatchObject(bought({ measures: [measure], dimensions: ['supplier'], ...held(measure) }));
});

test('"how many products came in?" is of what was received', async () => {
  const [read] = await reads('how many products came in last month?');
  expect(read).toMatchObject(
    moved({ measures: ['units_received'], dimensions: ['product'], ...held('units_received') }),
  );
});
