import { expect, test } from 'vitest';
import { askAnalyst } from '../test-analyst.ts';
import { bought, reads, stock } from '../test-reads.ts';

const bySupplier = { dimensions: ['supplier'], period: 'year to date' };

test.each([
  ['spend and on-time rate by supplier this year', ['ordered_value', 'on_time_rate']],
  [
    'spend, lead time and rejection rate by supplier this year',
    ['ordered_value', 'lead_time', 'rejection_rate'],
  ],
  ['spend and number of orders by supplier this year', ['ordered_value', 'purchase_order_count']],
  ['late orders and spend by supplier this year', ['late_orders', 'ordered_value']],
])('"%s": what is spent is the value of the orders', async (question, measures) => {
  expect(await reads(question)).toContainEqual(bought({ measures, ...bySupplier }));
});

test('suppliers are ranked by spend, whatever is told beside it', async () => {
  expect(await reads('top 5 suppliers by spend this year and their on-time rate')).toContainEqual(
    bought({
      ...{ measures: ['ordered_value', 'on_time_rate'], ...bySupplier, limit: 5 },
      orderBy: { by: 'ordered_value', direction: 'desc' },
    }),
  );
});

test.each([
  ['top 2 products by units this month and their stock', ['on_hand'], {}],
  ['stock and days of cover of our top 2 products by revenue last month', ['on_hand', 'days_of_cover'], {}],
  ['two best sellers of October and their days of cover', ['days_of_cover'], {}],
  [
    'our two best sellers with less than 20 days of cover',
    ['days_of_cover'],
    { having: [{ measure: 'days_of_cover', op: 'below', value: 20 }] },
  ],
  [
    'which of our two best sellers are out of stock?',
    ['out_of_stock'],
    { having: [{ measure: 'out_of_stock', op: 'above', value: 0 }] },
  ],
])('"%s" ranks by what was sold, and reads the stock of those products', async (question, measures, rest) => {
  const [ranking, ofThose] = await reads(question);
  expect(ranking).toMatchObject({ name: 'query_sales', args: { dimensions: ['product'] } });
  const two = expect.toSatisfy((values: string[]) => values.length === 2);
  const filters = [{ dimension: 'product', op: 'is', values: two }];
  expect(ofThose).toMatchObject(stock({ measures, dimensions: ['product'], filters, ...rest }));
});

test('what ranks by one tool and cannot be asked of its rows is refused', async () => {
  const [turn] = await askAnalyst(['when do more of our best sellers arrive?']);
  expect(turn?.text).toContain('no way to rank by what was sold and tell "open units" of the same rows');
});

test('spend by country is not what customers of each region bought', async () => {
  expect(await reads('spend by country this year')).toEqual([]);
});

test('demand of a time to come is a forecast', async () => {
  expect(await reads('demand next month by category')).toMatchObject([
    { name: 'forecast_demand', args: { dimension: 'category', horizon: 2 } },
  ]);
});
