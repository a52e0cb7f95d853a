import { expect, test } from 'vitest';
import { askAnalyst } from '../../test-analyst.ts';
import { bought, is, reads, sales, stock, top } from '../../test-reads.ts';

const month = { period: 'last month' };
const bikes = { filters: is('category', 'Bikes') };

/** What names nothing is of what the question before was narrowed to. */
test.each([
  [['stock of Bikes', 'sales last month'], sales({ measures: ['revenue'], ...month, ...bikes })],
  [
    ['stock of Bikes', 'how much did we sell last month?'],
    sales({ measures: ['revenue'], ...month, ...bikes }),
  ],
  [['revenue of Bikes last month', 'what do we have in stock?'], stock({ measures: ['on_hand'], ...bikes })],
  [
    ['revenue of Bikes last month', 'returns this month'],
    sales({ measures: ['returns'], period: 'month to date', ...bikes }),
  ],
  [
    ['late orders of Acme Supply', 'spend last month'],
    bought({ measures: ['ordered_value'], ...month, filters: is('supplier', 'Acme Supply') }),
  ],
  // What is ours, or split, is of all.
  [['stock of Bikes', 'our sales last month'], sales({ measures: ['revenue'], ...month })],
  [
    ['stock of Bikes', 'sales by region last month'],
    sales({ measures: ['revenue'], dimensions: ['region'], ...month }),
  ],
  // The one that led.
  [
    ['which supplier took longest to deliver this year?', 'how punctual are they?'],
    bought({
      measures: ['on_time_rate'],
      period: 'year to date',
      filters: [{ dimension: 'supplier', op: 'is', values: [expect.any(String)] }],
    }),
  ],
  [
    ['which product sold best last month?', 'how many orders?'],
    sales({ measures: ['orders'], ...month, filters: is('product', 'Work Gloves') }),
  ],
  [
    ['which product sold best last month?', "what's in stock?"],
    stock({ measures: ['on_hand'], filters: is('product', 'Work Gloves') }),
  ],
  [
    ['which product sold best last month?', 'how much?'],
    sales({ measures: ['revenue'], ...month, filters: is('product', 'Work Gloves') }),
  ],
  // A figure by itself ranks anew.
  [
    ['top product last month', 'margin'],
    sales({ measures: ['gross_margin'], dimensions: ['product'], ...month, ...top('gross_margin', 10) }),
  ],
  [
    ['revenue of Bikes by month this year', 'how many units each?'],
    { name: 'get_sales_by_month', args: { measures: ['units'], ...bikes, period: 'year to date' } },
  ],
  [
    ['open orders by supplier', 'how many units each?'],
    bought({ measures: ['open_units'], dimensions: ['supplier'] }),
  ],
  [['stock by category', 'how many of each'], stock({ measures: ['on_hand'], dimensions: ['category'] })],
  [
    ['what should we reorder in Northgate?', 'how many to order?'],
    { name: 'get_reorder_recommendations', args: { filters: is('warehouse', 'Northgate') } },
  ],
  [
    ['what should we reorder in Northgate?', 'how much money is that?'],
    { name: 'get_reorder_recommendations', args: { filters: is('warehouse', 'Northgate') } },
  ],
])('%j is of what was spoken of', async (questions, expected) => {
  expect(await reads(...questions)).toContainEqual(expected);
});

/** What was meant in place of what was understood. */
test.each([
  [['revenue in October', 'not October, September'], sales({ measures: ['revenue'], period: '2026-09' })],
  [['revenue in October', 'no sorry, September'], sales({ measures: ['revenue'], period: '2026-09' })],
  [['units of Bikes last month', 'not units, revenue'], sales({ measures: ['revenue'], ...month, ...bikes })],
  [
    ['revenue of Bikes last month', 'for Lamps not Bikes'],
    sales({ measures: ['revenue'], ...month, filters: is('category', 'Lamps') }),
  ],
  [
    ['orders last week', 'I meant purchase orders'],
    bought({ measures: ['purchase_order_count'], period: 'last week' }),
  ],
  [
    ['top 5 products last month', 'no, customers'],
    sales({ measures: ['revenue'], dimensions: ['customer'], ...month, ...top('revenue', 5) }),
  ],
  [
    ['revenue by category last month', 'no no not category, channel'],
    sales({ measures: ['revenue'], dimensions: ['channel'], ...month }),
  ],
])('%j is corrected', async (questions, expected) => {
  expect(await reads(...questions)).toContainEqual(expected);
});

/** A bound stays beside another, and where it was. */
test.each([
  [
    ['products with margin rate under 20% last month', 'and more than 50 units'],
    [
      { measure: 'margin_rate', op: 'below', value: 0.2 },
      { measure: 'units', op: 'above', value: 50 },
    ],
  ],
])('%j holds both bounds', async (questions, having) => {
  expect((await reads(...questions)).at(0)?.args).toMatchObject({ having });
});

test('a list of stock is not bound by sales', async () => {
  const turns = await askAnalyst([
    'products with fewer than 10 units in stock',
    'that sold more than 100 last month',
  ]);
  expect(turns.at(-1)?.text).toContain('I do not know what to make of');
});

test('what to reorder, after rows of a ranking, is of all', async () => {
  expect(
    await reads('top 4 products by units last month', 'what is their stock?', 'what should we reorder?'),
  ).toContainEqual({ name: 'get_reorder_recommendations', args: {} });
});

/** "The other …" are those beside the one of that kind that the question before was narrowed to. */
test.each([
  [
    ['revenue of Bikes in Europe last month', 'and in the other regions?'],
    sales({
      measures: ['revenue'],
      dimensions: ['region'],
      ...month,
      filters: [...is('category', 'Bikes'), { dimension: 'region', op: 'is_not', values: ['Europe'] }],
    }),
  ],
  [
    ['revenue of Bikes in Europe last month', 'and the other categories?'],
    sales({
      measures: ['revenue'],
      dimensions: ['category'],
      ...month,
      filters: [...is('region', 'Europe'), { dimension: 'category', op: 'is_not', values: ['Bikes'] }],
    }),
  ],
])('%j leaves out the one that was told', async (questions, expected) => {
  expect(await reads(...questions)).toEqual([expected]);
});

test('"the year before" is the one before the time that was asked about', async () => {
  expect(
    await reads('break down 2024 revenue by region', 'which regions shrank compared with the year before?'),
  ).toContainEqual({
    name: 'compare_sales',
    args: { measures: ['revenue'], dimension: 'region', period: '2024', compareTo: '2023-01-01..2023-12-31' },
  });
});

test('where customers are is their region, and no warehouse', async () => {
  expect((await reads('top 3 customers last month', 'where are they?'))[0]?.args).toMatchObject({
    dimensions: ['region'],
  });
});
