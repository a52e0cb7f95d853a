import { expect, test } from 'vitest';
import { compared, is, monthly, reads, sales, top } from '../test-reads.ts';

test.each<[string, object]>([
  [
    'How are we doing this year compared to last?',
    sales({ measures: ['revenue', 'units', 'orders', 'gross_margin'], period: 'year to date' }),
  ],
  ['purchases versus sales by month this year', monthly({ measures: ['revenue'], period: 'year to date' })],
  ['month over month growth of units this year', monthly({ measures: ['units'], period: 'year to date' })],
  [
    'which subcategories are down on last year over the last three full months?',
    compared({
      measures: ['revenue'],
      dimension: 'subcategory',
      period: 'last 3 months',
      compareTo: '2025-08-01..2025-10-31',
    }),
  ],
  [
    'which brands are growing?',
    compared({
      measures: ['revenue'],
      dimension: 'brand',
      period: 'last month',
      compareTo: '2026-09-01..2026-09-30',
    }),
  ],
  // A figure that is named in pieces alone.
  [
    'did Online ship more pieces than Retail last month?',
    sales({
      measures: ['units'],
      dimensions: ['channel'],
      period: 'last month',
      filters: is('channel', 'Online', 'Retail'),
    }),
  ],
  ['how much did we make yesterday?', sales({ measures: ['revenue'], period: 'yesterday' })],
  [
    'which region grew the fastest last month?',
    compared({
      measures: ['revenue'],
      dimension: 'region',
      period: 'last month',
      compareTo: '2026-09-01..2026-09-30',
    }),
  ],
  ['how many customers bought from us last month?', sales({ measures: ['customers'], period: 'last month' })],
  // The running month is one of those ahead.
  [
    'What will profit be next quarter?',
    { name: 'forecast_demand', args: { measure: 'gross_margin', horizon: 6 } },
  ],
  [
    'which brands have the worst margin?',
    sales({
      measures: ['margin_rate'],
      dimensions: ['brand'],
      orderBy: { by: 'margin_rate', direction: 'asc' },
    }),
  ],
  [
    'top 3 products in each category last year',
    sales({
      measures: ['revenue'],
      dimensions: ['product', 'category'],
      period: 'last year',
      ...top('revenue', 3),
      limitPer: 'category',
    }),
  ],
  [
    'What share of sales is online? Last month',
    sales({ measures: ['revenue', 'revenue_share'], dimensions: ['channel'], period: 'last month' }),
  ],
  ["Compare the last three months' sales", monthly({ months: 3, measures: ['revenue'] })],
  [
    "compare the last three months' sales, by region",
    monthly({ months: 3, measures: ['revenue'], dimension: 'region' }),
  ],
  [
    'top 10 products by revenue last quarter',
    sales({ measures: ['revenue'], dimensions: ['product'], period: 'last quarter', ...top('revenue', 10) }),
  ],
  [
    'bottom five products by margin this year',
    sales({
      measures: ['gross_margin'],
      dimensions: ['product'],
      period: 'year to date',
      ...top('gross_margin', 5, 'asc'),
    }),
  ],
  [
    'Which product sold most last month?',
    sales({ measures: ['units'], dimensions: ['product'], period: 'last month', ...top('units', 10) }),
  ],
  [
    'who are our top customers?',
    sales({ measures: ['revenue'], dimensions: ['customer'], ...top('revenue', 10) }),
  ],
  [
    'revnue by catgory last quater',
    sales({ measures: ['revenue'], dimensions: ['category'], period: 'last quarter' }),
  ],
  [
    'What share of revenue came from each channel last month?',
    sales({ measures: ['revenue', 'revenue_share'], dimensions: ['channel'], period: 'last month' }),
  ],
  [
    'What share of sales is online?',
    sales({ measures: ['revenue', 'revenue_share'], dimensions: ['channel'] }),
  ],
  ['how many customers bought in Q3?', sales({ measures: ['customers'], period: 'Q3 2026' })],
  ['How many orders did we get last week?', sales({ measures: ['orders'], period: 'last week' })],
  [
    'sales without online last month',
    sales({
      measures: ['revenue'],
      period: 'last month',
      filters: [{ dimension: 'channel', op: 'is_not', values: ['Online'] }],
    }),
  ],
  [
    'compare bikes and helmets revenue last month',
    sales({
      measures: ['revenue'],
      dimensions: ['category'],
      period: 'last month',
      filters: is('category', 'Bikes', 'Helmets'),
    }),
  ],
  [
    'products with revenue over 10k and margin below 20 %',
    sales({
      measures: ['revenue', 'margin_rate'],
      dimensions: ['product'],
      orderBy: { by: 'revenue', direction: 'desc' },
      having: [
        { measure: 'revenue', op: 'above', value: 10_000 },
        { measure: 'margin_rate', op: 'below', value: 0.2 },
      ],
    }),
  ],
  [
    'customers that spent between $20k and $40k',
    sales({
      measures: ['revenue'],
      dimensions: ['customer'],
      orderBy: { by: 'revenue', direction: 'desc' },
      having: [
        { measure: 'revenue', op: 'at_least', value: 20_000 },
        { measure: 'revenue', op: 'at_most', value: 40_000 },
      ],
    }),
  ],
  [
    'the best 2 categories in each region',
    sales({
      measures: ['revenue'],
      dimensions: ['category', 'region'],
      ...top('revenue', 2),
      limitPer: 'region',
    }),
  ],
  [
    'which categories fell by more than 20 % in October compared with September?',
    compared({ measures: ['revenue'], dimension: 'category', period: '2026-10', compareTo: '2026-09' }),
  ],
  [
    'everything but online by region',
    sales({
      measures: ['revenue'],
      dimensions: ['region'],
      filters: [{ dimension: 'channel', op: 'is_not', values: ['Online'] }],
    }),
  ],
  [
    'sales excluding Bikes in Europe',
    sales({
      measures: ['revenue'],
      filters: [
        { dimension: 'category', op: 'is_not', values: ['Bikes'] },
        { dimension: 'region', op: 'is', values: ['Europe'] },
      ],
    }),
  ],
  [
    'Compare October with September by category',
    compared({ measures: ['revenue'], dimension: 'category', period: '2026-10', compareTo: '2026-09' }),
  ],
  [
    'Why did sales drop in October?',
    compared({
      ...{ measures: ['revenue'], dimension: 'category' },
      ...{ period: '2026-10', compareTo: '2026-09-01..2026-09-30' },
    }),
  ],
  [
    'Which products declined most?',
    compared({
      ...{ measures: ['revenue'], dimension: 'product' },
      ...{ period: 'last month', compareTo: '2026-09-01..2026-09-30', limit: 100 },
    }),
  ],
  ['revenue per customer last year', sales({ measures: ['revenue', 'customers'], period: 'last year' })],
  [
    'average order value by customer segment',
    sales({ measures: ['average_order_value'], dimensions: ['customer_segment'] }),
  ],
  ['profit per order', sales({ measures: ['gross_margin', 'orders'] })],
  ['revenue per order by month', monthly({ measures: ['average_order_value'] })],
  [
    'monthly units for Bikes in Europe online',
    monthly({
      measures: ['units'],
      filters: [...is('category', 'Bikes'), ...is('region', 'Europe'), ...is('channel', 'Online')],
    }),
  ],
  [
    'year over year revenue growth by month',
    monthly({ period: '2025-01-01..2026-11-23', measures: ['revenue'] }),
  ],
  ['how fresh is the data?', sales({ measures: ['revenue'], period: 'all time' })],
])('"%s" is read as asked', async (question, expected) => {
  expect(await reads(question)).toContainEqual(expected);
});
