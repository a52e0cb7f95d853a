import { expect, test } from 'vitest';
import { askAnalyst } from '../test-analyst.ts';
import { bought, is, moved, reads, sales, stock } from '../test-reads.ts';

test.each<[string, object]>([
  [
    'top 3 categories by stock and their share',
    stock({
      ...{ measures: ['on_hand'], dimensions: ['category'] },
      orderBy: { by: 'on_hand', direction: 'desc' },
    }),
  ],
  [
    'top 2 suppliers by open value with their share',
    bought({
      ...{ measures: ['open_value'], dimensions: ['supplier'] },
      orderBy: { by: 'open_value', direction: 'desc' },
    }),
  ],
  [
    'what share of receipts went to Southport last month?',
    moved({ measures: ['units_received'], dimensions: ['warehouse'], period: 'last month' }),
  ],
])('%j reads all that the share is of', async (question, call) => {
  expect((await reads(question))[0]).toEqual(call);
});

test.each<[string, object]>([
  [
    'shipments by warehouse last month',
    sales({ measures: ['units_sold'], dimensions: ['warehouse'], period: 'last month' }),
  ],
  [
    'compare promised and actual lead time by supplier',
    bought({ measures: ['promised_lead_time', 'lead_time'], dimensions: ['supplier'] }),
  ],
  ['average purchase orders per month', bought({ measures: ['purchase_order_count'], grain: 'month' })],
  [
    'which supplier is the latest?',
    bought({
      ...{ measures: ['days_late'], dimensions: ['supplier'] },
      orderBy: { by: 'days_late', direction: 'desc' },
    }),
  ],
  [
    'expected deliveries by warehouse next week',
    bought({
      ...{ measures: ['open_units', 'open_value'], by: 'expected' },
      ...{ dimensions: ['warehouse'], period: 'next week' },
    }),
  ],
  [
    'expected deliveries by day next week',
    bought({
      ...{ measures: ['open_units', 'open_value'], by: 'expected' },
      ...{ grain: 'day', period: 'next week' },
    }),
  ],
  ['top 5 reorders by suggested quantity', reorder({ limit: 5, orderBy: 'suggested_quantity' })],
  ['which reorders are critical?', reorder({})],
  ['how much would it cost to reorder Bikes?', reorder({ filters: is('category', 'Bikes') })],
  [
    'purchase orders worth more than 5000 last month',
    bought({
      ...{ measures: ['ordered_value'], dimensions: ['purchase_order'], period: 'last month' },
      orderBy: { by: 'ordered_value', direction: 'desc' },
      having: [{ measure: 'ordered_value', op: 'above', value: 5000 }],
    }),
  ],
  [
    'products with units on order above 500',
    stock({
      ...{ measures: ['on_order'], dimensions: ['product'] },
      orderBy: { by: 'on_order', direction: 'desc' },
      having: [{ measure: 'on_order', op: 'above', value: 500 }],
    }),
  ],
  ['what share of products is class C?', { name: 'classify_products', args: {} }],
])('%j is read as asked', async (question, call) => {
  expect(await reads(question)).toContainEqual(call);
});

test.each([
  ['open orders by month', 'record of what was open or late at an earlier time'],
  ['how many orders are late this week?', 'record of what was open or late at an earlier time'],
  ['have late orders risen since June?', 'record of what was open or late at an earlier time'],
  ['how many shipments last month?', 'number of shipments'],
  ['which products are below safety stock?', 'way to tell what is below its safety stock'],
  ['ABC/XYZ matrix', 'way to cross the ABC classes with the XYZ classes'],
  ['average overstock per product', 'way to tell an average of the list of slow movers'],
  ['what share of our stock is overstock?', 'way to tell shares of the list of slow movers'],
  ['overstock now vs last month', 'way to tell the list of slow movers of October 2026'],
  ['why are they slow moving?', 'way to tell why something is on the list of slow movers'],
  ['forecast by category and warehouse next month', 'way to split a forecast by category and warehouse'],
  ['products with a forecast above 100 next month', 'way to hold a forecast to a bound'],
  ["what share of next month's forecast is Bikes?", 'way to tell a share of a forecast'],
  ['which category will grow the most next quarter?', 'way to tell by how much a forecast differs'],
  ['will revenue fall next month?', 'way to tell by how much a forecast differs'],
])('%j is refused: what it asks for would be left out', async (question, missing) => {
  expect(await reads(question)).toEqual([]);
  expect((await askAnalyst([question])).at(-1)?.text).toContain(`I have no ${missing}`);
});

test.each<[string, string, string]>([
  ['stock-out days now vs a month ago', '2026-08-25..2026-11-23', '2026-08-02..2026-10-31'],
  ['stock-out days now vs a year ago', '2026-08-25..2026-11-23', '2025-08-25..2025-11-23'],
])('%j sets as many days to either end side by side', async (question, after, before) => {
  const periods = (await reads(question)).map(({ args }) => args.period);
  expect(periods).toEqual([after, before]);
});

test('"now" is the time that runs where it is set against a whole month or year, and today where stock is told', async () => {
  expect((await reads('margin rate now vs last year')).map(({ args }) => args.period)).toEqual([
    'year to date',
    '2025-01-01..2025-11-23',
  ]);
  expect((await reads('stock now vs a month ago')).map(({ args }) => args.period)).toContain('today');
});

test('growth of stock since a day is told of each member from the day before it began', async () => {
  const [call] = await reads('stock value growth by warehouse since June');
  expect(call?.args).toMatchObject({ period: 'today', compareTo: '2026-05-31..2026-05-31' });
});

test('a list that is asked for as one more thing is of the place that was spoken of', async () => {
  expect(await reads('what is overstocked in Southport?', 'and dead stock?')).toEqual([
    {
      name: 'find_slow_movers',
      args: { filters: is('warehouse', 'Southport'), reasons: ['not sold', 'discontinued'] },
    },
  ]);
});

test('a figure that is said again is told by each of its splits, and not by both at once', async () => {
  const splits = (await reads('stock by category and stock by supplier')).map(({ args }) => args.dimensions);
  expect(splits).toEqual([['category'], ['supplier']]);
});

test('a figure of another tool is no order of what was told', async () => {
  expect(await reads('stock by category', 'sort by cost')).toEqual([]);
  expect(await reads('stock by category', 'sort by stock value')).toHaveLength(1);
});

function reorder(args: object) {
  return { name: 'get_reorder_recommendations', args };
}
