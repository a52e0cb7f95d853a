import { expect, test } from 'vitest';
import { askAnalyst } from '../test-analyst.ts';
import { is, reads, sales, stock, top } from '../test-reads.ts';

const ranked = { measures: ['gross_margin'], period: 'year to date', ...top('gross_margin', 3) };

test.each<[string, string[]]>([
  ['top 3 products by gross profit this year with their brand', ['product', 'brand']],
  [
    'which three items earned us the most gross profit this year, and what brand is each?',
    ['product', 'brand'],
  ],
  ['top 3 products by gross margin this year and their suppliers', ['product', 'supplier']],
  [
    'the 3 customers with the most gross margin this year, with their segment',
    ['customer', 'customer_segment'],
  ],
])('"%s" is one ranking that tells more of each row', async (question, dimensions) => {
  expect(await reads(question)).toContainEqual(sales({ ...ranked, dimensions }));
});

test('what a row has not one of is not told of it', async () => {
  const [turn] = await askAnalyst(['revenue by region last month with their supplier']);
  expect(turn?.calls).toEqual([]);
  expect(turn?.text).toContain('I do not know what to make of "supplier"');
});

test.each<[string[], object]>([
  [
    ['units on hand per warehouse', 'which two hold the most?'],
    stock({ measures: ['on_hand'], dimensions: ['warehouse'], ...top('on_hand', 2) }),
  ],
  [
    ['top 2 products by revenue last month', 'is any of it overstocked?'],
    {
      name: 'find_slow_movers',
      args: { filters: [expect.objectContaining({ dimension: 'product' })], reasons: ['overstocked'] },
    },
  ],
  [
    ['units on hand per warehouse', 'value them at cost'],
    stock({ measures: ['stock_value'], dimensions: ['warehouse'] }),
  ],
  [
    ['revenue by channel last month', 'which two have the best margin rate?'],
    sales({
      ...{ measures: ['margin_rate'], dimensions: ['channel'] },
      period: 'last month',
      ...top('margin_rate', 2),
    }),
  ],
  [
    ['discount by month in the last 6 months', 'as a percentage of gross sales'],
    { name: 'get_sales_by_month', args: { months: 6, measures: ['discount_rate'] } },
  ],
  [
    ['gross margin last month by category', 'now as a percentage of revenue'],
    sales({ measures: ['margin_rate'], dimensions: ['category'], period: 'last month' }),
  ],
])('%j is asked of the rows that were told', async (questions, read) => {
  expect(await reads(...questions)).toContainEqual(read);
});

test.each([
  ['best selling bikes in each region last month', 'units'],
  ['which bikes sold best in each region last month?', 'units'],
  ['top bikes in each region last month', 'revenue'],
])('"%s" ranks the goods of each', async (question, measure) => {
  expect(await reads(question)).toContainEqual(
    sales({
      measures: [measure],
      dimensions: ['product', 'region'],
      period: 'last month',
      filters: is('category', 'Bikes'),
      ...top(measure, 1),
      limitPer: 'region',
    }),
  );
});
