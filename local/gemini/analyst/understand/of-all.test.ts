import { expect, test } from 'vitest';
import { bought, compared, is, readsOf, sales } from '../test-reads.ts';

const below = (measure: string, op: string, value: number) => ({
  orderBy: { by: measure, direction: 'asc' },
  having: [{ measure, op, value }],
});

test.each<[string, object]>([
  [
    'is the margin rate of every category above 39%?',
    sales({ measures: ['margin_rate'], dimensions: ['category'], ...below('margin_rate', 'at_most', 0.39) }),
  ],
  [
    'are all suppliers above 60% on time?',
    bought({
      measures: ['on_time_rate'],
      dimensions: ['supplier'],
      ...below('on_time_rate', 'at_most', 0.6),
    }),
  ],
  [
    'do all our suppliers deliver on time?',
    bought({ measures: ['on_time_rate'], dimensions: ['supplier'], ...below('on_time_rate', 'below', 1) }),
  ],
  [
    'do all categories make a profit?',
    sales({ measures: ['gross_margin'], dimensions: ['category'], ...below('gross_margin', 'at_most', 0) }),
  ],
  [
    'did all regions grow in October 2026?',
    compared({
      measures: ['revenue'],
      dimension: 'region',
      period: '2026-10',
      compareTo: '2026-09-01..2026-09-30',
    }),
  ],
  // Not of each of them.
  [
    'which categories have a margin rate above 39%?',
    sales({
      ...{
        measures: ['margin_rate'],
        dimensions: ['category'],
        orderBy: { by: 'margin_rate', direction: 'desc' },
      },
      having: [{ measure: 'margin_rate', op: 'above', value: 0.39 }],
    }),
  ],
])('"%s" reads the ones that say whether', async (question, call) => {
  expect(await readsOf([question])).toContainEqual(call);
});

test.each<[string, object]>([
  [
    'were there more than 1,000 returns last month?',
    sales({ measures: ['returned_units'], period: 'last month' }),
  ],
  [
    'were there more than $1,000 of returns last month?',
    sales({ measures: ['returns'], period: 'last month' }),
  ],
  ['were there more than 5,000 orders last month?', sales({ measures: ['orders'], period: 'last month' })],
])('"%s" bounds what it counts', async (question, call) => {
  expect(await readsOf([question])).toContainEqual(call);
});

test.each(['how many orders over $1,000 did we have?', 'orders with more than 3 items'])(
  '"%s" is of single orders, which are not kept',
  async (question) => {
    expect(await readsOf([question])).toEqual([]);
  },
);

test.each<[string, object]>([
  [
    'which month usually has the highest sales of helmets?',
    sales({
      ...{ measures: ['revenue'], dimensions: ['month_of_year'], period: 'last 24 months' },
      ...{ filters: is('category', 'Helmets'), orderBy: { by: 'revenue', direction: 'desc' } },
    }),
  ],
  ['how old is the stock on average?', {}],
  ['which warehouse has the oldest stock?', {}],
])('"%s" is told over years, or refused', async (question, call) => {
  const calls = await readsOf([question]);
  if ('name' in call) expect(calls).toContainEqual(call);
  else expect(calls).toEqual([]);
});

test.each<[string, object]>([
  [
    'purchase orders from Acme Supply due last week and still open',
    { by: 'expected', period: 'last week', filters: is('supplier', 'Acme Supply') },
  ],
  ['which deliveries are due next week?', { by: 'expected', period: 'next week' }],
])('"%s" is of the days that orders are promised for', async (question, args) => {
  const [first] = await readsOf([question]);
  expect(first?.args).toMatchObject(args);
});

test('a bound on the list of what to reorder that it has no figure for is refused', async () => {
  expect(await readsOf(['reorder list for products with a margin rate above 30%'])).toEqual([]);
  expect(await readsOf(['reorder list with a cost above $300'])).toEqual([
    { name: 'get_reorder_recommendations', args: {} },
  ]);
});
