import { expect, test } from 'vitest';
import { fallsIn } from '../parts/to-order.ts';
import { bought, compared, reads, sales, stock } from '../test-reads.ts';

const thisYear = { period: 'year to date', compareTo: '2025-01-01..2025-11-23' };
const october = { period: '2026-10', compareTo: '2026-09-01..2026-09-30' };
const byRegion = { measures: ['revenue'], dimension: 'region' };
const byProduct = { measures: ['revenue'], dimension: 'product' };

test.each([
  ['which regions are growing and which are shrinking?', compared({ ...byRegion, ...thisYear })],
  ['which regions are up and which are down in October?', compared({ ...byRegion, ...october })],
  ['which products drove the growth in October?', compared({ ...byProduct, ...october, limit: 100 })],
  [
    'which products caused the drop in margin in October?',
    compared({ measures: ['gross_margin'], dimension: 'product', ...october, limit: 100 }),
  ],
])('%j is told by how each moved', async (asked, expected) => {
  expect(await reads(asked)).toEqual([expected]);
});

test.each([
  ['which brand improved most in return rate', 'return_rate', false, true],
  ['which brands got worse in return rate', 'return_rate', true, false],
  ['which brand improved most in revenue', 'revenue', false, false],
  ['which brand worsened most in revenue', 'revenue', true, true],
  ['which brands fell in return rate', 'return_rate', true, true],
])('%j, of %s, went down or not as is good for it', (text, measure, falls, expected) => {
  expect(fallsIn({ text, falls }, measure)).toBe(expected);
});

test('what changed since last month is told of this one, against as many days of that', async () => {
  const [first] = await reads('what changed since last month?');
  const time = { period: 'month to date', compareTo: '2026-10-01..2026-10-23' };
  expect(first).toEqual(compared({ measures: ['revenue'], dimension: 'category', ...time }));
});

test.each([
  ['sales since Friday', sales({ measures: ['revenue'], period: '2026-11-20..2026-11-23' })],
  ['which suppliers should I chase today?', bought({ measures: ['late_orders'], dimensions: ['supplier'] })],
  [
    'which customers should we call because they stopped buying?',
    { name: 'find_new_or_lapsed', args: { which: 'lapsed' } },
  ],
])('%j is read as asked', async (asked, expected) => {
  expect((await reads(asked))[0]).toEqual(expected);
});

test.each([
  [['slow movers', 'how much are they worth?'], { name: 'find_slow_movers', args: {} }],
  [['slow movers', 'in which warehouse are they?'], { name: 'find_slow_movers', args: {} }],
  [['slow movers', 'which category is worst?'], { name: 'find_slow_movers', args: {} }],
  [
    ['forecast for Bikes', 'how much is that worth?'],
    {
      name: 'forecast_demand',
      args: { filters: [{ dimension: 'category', op: 'is', values: ['Bikes'] }], measure: 'revenue' },
    },
  ],
  [
    ['customers in October', 'and how many of those were new?'],
    { name: 'find_new_or_lapsed', args: { which: 'new', period: '2026-10' } },
  ],
  [
    ['stock value of Bikes', 'what is the value of it?'],
    stock({
      measures: ['stock_value'],
      filters: [{ dimension: 'category', op: 'is', values: ['Bikes'] }],
    }),
  ],
])('%j goes on from all that was listed', async (asked, expected) => {
  expect(await reads(...asked)).toEqual([expected]);
});

test('what it costs to reorder what was listed is the cost of that list', async () => {
  const reorder = { name: 'get_reorder_recommendations', args: {} };
  expect(await reads('what should I reorder?', 'how much would it cost to reorder those?')).toContainEqual(
    reorder,
  );
});

test('our top products, after how sales grew, are of what is sold', async () => {
  const [first] = await reads('sales growth by region', 'what are our top 5 products?');
  expect(first).toEqual(
    sales({
      measures: ['revenue'],
      dimensions: ['product'],
      orderBy: { by: 'revenue', direction: 'desc' },
      limit: 5,
    }),
  );
});

test.each([
  'which regions bought less than the year before?',
  'which categories sold less than last year?',
  'who spent less than last year?',
])('"%s" asks for those that fell', async (question) => {
  const [read] = await reads(question);
  expect(read).toMatchObject({ name: 'compare_sales', args: { measures: ['revenue'] } });
});
