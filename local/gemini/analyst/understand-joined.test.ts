import { expect, test } from 'vitest';
import { askAnalyst } from './test-analyst.ts';
import { bought, reads } from './test-reads.ts';

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
  ['top 20 products by units this month and their stock', 'on hand'],
  ['top 10 products by revenue last month with their stock', 'on hand'],
  ['best sellers of October and their days of cover', 'days of cover'],
  ['best sellers with less than 20 days of cover', 'days of cover'],
  ['which best sellers are out of stock?', 'out of stock'],
])('"%s" ranks by one tool and asks for a figure of another', async (question, figure) => {
  const [turn] = await askAnalyst([question]);
  expect(turn?.text).toContain(`no way to rank by what was sold and tell "${figure}" of the same rows`);
});

test('spend by country is not what customers of each region bought', async () => {
  expect(await reads('spend by country this year')).toEqual([]);
});

test('demand of a time to come is a forecast', async () => {
  expect(await reads('demand next month by category')).toMatchObject([
    { name: 'forecast_demand', args: { dimension: 'category', horizon: 2 } },
  ]);
});
