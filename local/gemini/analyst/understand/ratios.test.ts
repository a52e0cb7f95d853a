import { expect, test } from 'vitest';
import { askAnalyst } from '../test-analyst.ts';
import { compared, is, monthly, reads, sales } from '../test-reads.ts';

/** Shares, quotients and averages: what is divided by what. */
test.each<[string, object]>([
  [
    'share of each region in online sales last month as a pie',
    sales({
      measures: ['revenue', 'revenue_share'],
      dimensions: ['region'],
      period: 'last month',
      filters: is('channel', 'Online'),
    }),
  ],
  [
    "each region's share of Bikes revenue",
    sales({
      measures: ['revenue', 'revenue_share'],
      dimensions: ['region'],
      filters: is('category', 'Bikes'),
    }),
  ],
  [
    'share of online in revenue by region',
    sales({ measures: ['revenue', 'revenue_share'], dimensions: ['region', 'channel'] }),
  ],
  ...[
    "Online's share of revenue in each region",
    'what share do online sales have in each region?',
    'in which region is the share of online highest?',
  ].map((question): [string, object] => [
    question,
    expect.objectContaining({
      args: expect.objectContaining({
        measures: ['revenue', 'revenue_share'],
        dimensions: ['region', 'channel'],
      }),
    }),
  ]),
  [
    'Bikes revenue by region with shares',
    sales({
      measures: ['revenue', 'revenue_share'],
      dimensions: ['region'],
      filters: is('category', 'Bikes'),
    }),
  ],
  [
    'what do we lose to discounts on an average online order?',
    sales({ measures: ['discount', 'orders'], filters: is('channel', 'Online') }),
  ],
  [
    'average retail order last month',
    sales({ measures: ['average_order_value'], period: 'last month', filters: is('channel', 'Retail') }),
  ],
  [
    'units per online order by month',
    monthly({ measures: ['units', 'orders'], filters: is('channel', 'Online') }),
  ],
  [
    'spend per online customer',
    sales({ measures: ['revenue', 'customers'], filters: is('channel', 'Online') }),
  ],
  ['returns as a percentage of sales', sales({ measures: ['returns', 'revenue'] })],
  [
    'discount by region in dollars and as a percentage of list',
    sales({ measures: ['discount', 'discount_rate'], dimensions: ['region'] }),
  ],
  [
    'margin last month, in dollars and in percent',
    sales({ measures: ['gross_margin', 'margin_rate'], period: 'last month' }),
  ],
  [
    'average price of Bikes online vs retail',
    sales({
      measures: ['average_price'],
      dimensions: ['channel'],
      filters: [...is('category', 'Bikes'), ...is('channel', 'Online', 'Retail')],
    }),
  ],
])('"%s" is read as asked', async (question, expected) => {
  expect(await reads(question)).toContainEqual(expected);
});

test('different things are not divided by what may hold several of them', async () => {
  const [turn] = await askAnalyst(['average number of products per order']);
  expect(turn?.text).toContain('"products sold per order"');
});

test.each(['number of items per basket last month', 'items per order last month'])(
  '"%s" is what is sold in an order',
  async (question) => {
    expect(await reads(question)).toEqual([sales({ measures: ['units', 'orders'], period: 'last month' })]);
  },
);

test('counts of counts are a number, not a percentage', async () => {
  const [turn] = await askAnalyst(['orders per customer last month']);
  expect(turn?.text).toMatch(/^\*\*Orders per customer was [\d,.]+\*\*/);
});

test('why a rate moved is told of the whole before its parts', async () => {
  const calls = await reads('Why did the margin rate drop last month?');
  expect(calls).toEqual([
    monthly({ measures: ['margin_rate'], period: '2026-09-01..2026-10-31' }),
    compared({
      measures: ['margin_rate'],
      dimension: 'category',
      period: 'last month',
      compareTo: '2026-09-01..2026-09-30',
    }),
  ]);
});

test.each<[string, object]>([
  [
    'average price per unit of Bikes in 2025',
    sales({ measures: ['average_price'], period: '2025', filters: is('category', 'Bikes') }),
  ],
  [
    'average selling price per unit by category',
    sales({ measures: ['average_price'], dimensions: ['category'] }),
  ],
])('"%s" is a price already, and not divided by units again', async (question, expected) => {
  expect((await reads(question))[0]).toEqual(expected);
});

test('a rate is divided already', async () => {
  const [turn] = await askAnalyst(['margin rate per order']);
  expect(turn?.text).toContain('"margin rate per order"');
});

test.each([
  'which region buys the most Bikes per customer?',
  'which region spends the most on Bikes per customer?',
])('"%s" ranks regions by a quotient', async (question) => {
  expect(await reads(question)).toEqual([
    sales({
      measures: ['revenue', 'customers'],
      dimensions: ['region'],
      filters: is('category', 'Bikes'),
      orderBy: { by: 'revenue', direction: 'desc' },
    }),
  ]);
});

test('whether a quotient moved is judged by it, and not by what is divided', async () => {
  const [turn] = await askAnalyst(['did units per order rise last month?']);
  expect(turn?.text).toMatch(/^\*\*(?:Yes, units per order rose|No, units per order (?:fell|stayed|was)) /);
});
