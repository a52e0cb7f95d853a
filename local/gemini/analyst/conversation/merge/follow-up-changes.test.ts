import { expect, test } from 'vitest';
import { askAnalyst } from '../../test-analyst.ts';
import { bought, compared, is, monthly, reads, sales, stock, top } from '../../test-reads.ts';

const month = { period: 'last month' };
const byMonth = 'revenue by month this year';
const running = { measures: ['revenue'], period: 'year to date' };

/** What a person adds, takes away, puts in place of something, reshapes or drills into. */
test.each([
  // Adds.
  [
    ['revenue by region last month', 'also by channel'],
    sales({ measures: ['revenue'], dimensions: ['region', 'channel'], ...month }),
  ],
  [
    ['revenue of Bikes last month', 'put Helmets next to it'],
    sales({
      ...{ measures: ['revenue'], dimensions: ['category'], ...month },
      filters: is('category', 'Bikes', 'Helmets'),
    }),
  ],
  // Takes away.
  [
    ['revenue by month last year', 'without online', 'all channels again'],
    monthly({ measures: ['revenue'], period: 'last year' }),
  ],
  [
    ['top 3 products by revenue last month', 'now drop Road Bike from it'],
    sales({
      ...{ measures: ['revenue'], dimensions: ['product'], ...month, ...top('revenue', 3) },
      filters: [{ dimension: 'product', op: 'is_not', values: ['Road Bike'] }],
    }),
  ],
  [
    ['compare this year to last year', 'forget the comparison'],
    sales({ measures: ['revenue'], period: 'year to date' }),
  ],
  [
    ['revenue and units by region last month', 'without the units'],
    sales({ measures: ['revenue'], dimensions: ['region'], ...month }),
  ],
  [
    ['revenue by region last month vs the month before', 'which region was best?'],
    sales({
      measures: ['revenue'],
      dimensions: ['region'],
      ...month,
      ...{ orderBy: { by: 'revenue', direction: 'desc' } },
    }),
  ],
  // In place of something.
  [['revenue last month', 'switch it from money to units'], sales({ measures: ['units'], ...month })],
  [
    ['top 5 products by revenue last month', 'extend the list to ten please'],
    sales({ measures: ['revenue'], dimensions: ['product'], ...month, ...top('revenue', 10) }),
  ],
  [
    ['how is Bikes doing this year?', 'and Helmets?'],
    sales({
      ...{ measures: ['revenue', 'units', 'gross_margin'], grain: 'month', period: 'year to date' },
      filters: is('category', 'Helmets'),
    }),
  ],
  [
    ['revenue yesterday', 'and the day before?'],
    sales({ measures: ['revenue'], period: '2026-11-21..2026-11-21' }),
  ],
  [['sales by city', 'by region then'], sales({ measures: ['revenue'], dimensions: ['region'] })],
  // Reshapes.
  [[byMonth, 'and the worst?'], monthly(running)],
  [
    [byMonth, 'quarterly instead'],
    sales({ measures: ['revenue'], grain: 'quarter', period: 'year to date' }),
  ],
  [[byMonth, 'when was it highest?'], monthly(running)],
  [[byMonth, 'which products?'], sales({ ...running, dimensions: ['product'], ...top('revenue', 20) })],
  [
    ['returns by category last quarter', 'as a percentage of sales'],
    sales({ measures: ['returns', 'revenue'], dimensions: ['category'], period: 'last quarter' }),
  ],
  [
    ['open purchase orders by supplier', 'only those above $5,000'],
    bought({
      ...{ measures: ['open_orders', 'open_value'], dimensions: ['supplier'] },
      orderBy: { by: 'open_orders', direction: 'desc' },
      having: [{ measure: 'open_value', op: 'above', value: 5000 }],
    }),
  ],
  // Two answers, two times.
  [
    ['revenue of Bikes last month', 'and Helmets?', 'compare the two'],
    sales({
      ...{ measures: ['revenue'], dimensions: ['category'], ...month },
      filters: is('category', 'Bikes', 'Helmets'),
    }),
  ],
  [
    ['revenue last month', 'and the month before?', 'how big is the gap in %?'],
    monthly({ measures: ['revenue'], period: '2026-09-01..2026-10-31' }),
  ],
  [
    ['revenue in 2025', 'and in 2024?', 'and the margin, both years together'],
    sales({ measures: ['gross_margin'], period: '2024-01-01..2025-12-31' }),
  ],
  [
    ['revenue of Bikes in September', 'and the month after?'],
    sales({ measures: ['revenue'], period: '2026-10', filters: is('category', 'Bikes') }),
  ],
  [
    ['revenue this month so far', 'how does it compare to the same days last month?', 'and last year?'],
    sales({ measures: ['revenue'], period: '2025-11-01..2025-11-23' }),
  ],
  [
    ['revenue of Bikes, Helmets and Gloves last month', 'drop Gloves'],
    sales({
      ...{ measures: ['revenue'], dimensions: ['category'], ...month },
      filters: is('category', 'Bikes', 'Helmets'),
    }),
  ],
  [
    ['revenue by channel per month for the last 6 months', 'only online', 'what was the peak?'],
    monthly({ measures: ['revenue'], months: 6, filters: is('channel', 'Online') }),
  ],
  [
    ['revenue of Bikes last month', 'and Helmets?', 'both together?'],
    sales({ measures: ['revenue'], ...month, filters: is('category', 'Bikes', 'Helmets') }),
  ],
  // Drills.
  [
    ['revenue by region last quarter', 'only those that grew'],
    compared({
      ...{ measures: ['revenue'], dimension: 'region', period: 'last quarter' },
      compareTo: '2026-04-01..2026-06-30',
    }),
  ],
  [
    ['which 2 regions sold most last month, and how much margin did each make?'],
    sales({
      ...{ measures: ['gross_margin'], dimensions: ['region'], ...month },
      filters: is('region', 'Europe', 'Americas'),
    }),
  ],
  [
    ['purchase orders by supplier this year', 'how many in total?'],
    bought({ measures: ['purchase_order_count'], period: 'year to date' }),
  ],
  [
    ['how many purchase orders are late?', 'which ones?'],
    bought({
      ...{ measures: ['days_late', 'late_value', 'late_units'] },
      dimensions: ['purchase_order', 'supplier', 'expected_date'],
      orderBy: { by: 'days_late', direction: 'desc' },
      having: [{ measure: 'days_late', op: 'above', value: 0 }],
    }),
  ],
  [
    ['how many products are out of stock?', 'which ones?'],
    stock({
      ...{ measures: ['out_of_stock'], dimensions: ['product'] },
      orderBy: { by: 'out_of_stock', direction: 'desc' },
      having: [{ measure: 'out_of_stock', op: 'above', value: 0 }],
    }),
  ],
  [['how many purchase orders are late?', 'and what are those worth?'], bought({ measures: ['late_value'] })],
  [
    ['how many purchase orders are late?', 'who from?'],
    bought({ measures: ['late_orders'], dimensions: ['supplier'] }),
  ],
  [
    ['stock of City Helmet', 'how many did we sell last month?'],
    sales({ measures: ['units'], ...month, filters: is('product', 'City Helmet') }),
  ],
  [
    ['stock of City Helmet', 'where is it?'],
    stock({ measures: ['on_hand'], dimensions: ['warehouse'], filters: is('product', 'City Helmet') }),
  ],
  [
    ['what should I reorder?', 'how much did we sell of the first one last month?'],
    sales({ measures: ['revenue'], ...month, filters: is('product', 'Product 1') }),
  ],
  [
    ['compare this year to last year by category', 'which products fell most?'],
    compared({
      ...{ measures: ['revenue'], dimension: 'product', period: 'year to date', limit: 100 },
      compareTo: '2025-01-01..2025-11-23',
    }),
  ],
  [
    ['top 2 categories by revenue last month', 'their best products'],
    sales({
      ...{ measures: ['revenue'], dimensions: ['category', 'product'], ...month },
      ...{ filters: is('category', 'Bikes', 'Helmets'), ...top('revenue', 1), limitPer: 'category' },
    }),
  ],
])('%j changes what was asked', async (questions, expected) => {
  expect(await reads(...questions)).toContainEqual(expected);
});

test('a time that was not told of is not guessed, and lists are not compared row by row', async () => {
  for (const question of ['what sold best in that week?', 'are they the same?']) {
    const turns = await askAnalyst(['top 3 products by revenue last month', question]);
    expect(turns.at(-1)?.calls).toEqual([]);
  }
});

test('what a second sentence asks of rows that say it already is told once', async () => {
  expect(await reads('which 2 regions led on revenue last month, and how much did each make?')).toEqual([
    sales({ measures: ['revenue'], dimensions: ['region'], ...month, ...top('revenue', 2) }),
  ]);
});

test('what is forecast keeps its names and its figure', async () => {
  const forecast = 'forecast revenue of Bikes for the next 3 months';
  expect(await reads(forecast, 'by region')).toMatchObject([
    {
      name: 'forecast_demand',
      args: { filters: is('category', 'Bikes'), dimension: 'region', measure: 'revenue' },
    },
  ]);
  expect(await reads(forecast, 'and Helmets?')).toMatchObject([
    { name: 'forecast_demand', args: { filters: is('category', 'Helmets'), measure: 'revenue' } },
  ]);
  expect(await reads(forecast, 'and last year?')).toEqual([
    sales({ measures: ['revenue'], period: 'last year', filters: is('category', 'Bikes') }),
  ]);
});

test('a reorder list is narrowed, and its cost is its own', async () => {
  const reorder = 'what should I reorder?';
  const filters = is('warehouse', 'Northgate');
  for (const question of ['what will it cost?', 'how much would we pay if we ordered all of it?'])
    expect(await reads(reorder, 'only for Northgate', question)).toContainEqual({
      name: 'get_reorder_recommendations',
      args: { filters },
    });
});
