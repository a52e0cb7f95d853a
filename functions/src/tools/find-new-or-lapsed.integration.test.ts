import { afterAll, describe, expect, test } from 'vitest';
import { startDemoWarehouse, demoToday as today } from '../../../local/bigquery/testing/demo-warehouse.ts';
import { cellOf, createDemoTools } from './testing/demo-tools.ts';

const demo = await startDemoWarehouse();
const { call, run, sql } = createDemoTools(demo.bigquery, today);
afterAll(demo.close);

const columns = ['customer', 'order_day', 'orders', 'revenue'];

/** What the tool lists, written by hand: `own` has the orders, `other` has none. */
function listed(own: string, other: string, day: 'MIN' | 'MAX', where = 'TRUE') {
  return sql(`SELECT MIN(customers.name), CAST(${day}(IF(${own} AND line_type = 'sale', order_date, NULL)) AS STRING),
      COUNT(DISTINCT IF(${own} AND line_type = 'sale', order_id, NULL)), SUM(IF(${own}, net_amount, 0))
    FROM sales_lines JOIN customers USING (customer_id)
    WHERE order_date BETWEEN '2020-01-01' AND '${today}' AND ${where}
    GROUP BY customer_id
    HAVING COUNTIF(${own} AND line_type = 'sale') > 0 AND COUNTIF(${other} AND line_type = 'sale') = 0`);
}

function toText(rows: unknown[][]): string[] {
  return rows
    .map(([name, day, orders, revenue]) =>
      [String(name).replace(/ \(C-\d+\)$/, ''), day, orders, Number(revenue).toFixed(2)].join(),
    )
    .sort();
}

describe('find_new_or_lapsed', () => {
  test('lapsed are the customers who ordered before and not in the period, with their last order', async () => {
    const result = await call('find_new_or_lapsed', {
      which: 'lapsed',
      period: 'since 2026-11-16',
      before: 'Q3 2026',
    });
    const own = await listed(
      "order_date BETWEEN '2026-07-01' AND '2026-09-30'",
      "order_date >= '2026-11-16'",
      'MAX',
    );
    expect(result.rows.length).toBeGreaterThan(0);
    const rows = result.rows.map((row) => columns.map((name) => cellOf(result, row, name)));
    expect(toText(rows)).toEqual(toText(own));
  });

  test('new are the customers with an order in the period and none before, with their first order', async () => {
    const result = await call('find_new_or_lapsed', { which: 'new', period: '2026' });
    const own = await listed("order_date >= '2026-01-01'", "order_date < '2026-01-01'", 'MIN');
    expect(result.rows.length).toBeGreaterThan(0);
    const rows = result.rows.map((row) => columns.map((name) => cellOf(result, row, name)));
    expect(toText(rows)).toEqual(toText(own));
    const revenues = result.rows.map((row) => Number(cellOf(result, row, 'revenue')));
    expect(revenues).toEqual([...revenues].sort((a, b) => b - a));
  });

  test('against some days before only, the title says which, and calls nobody new', async () => {
    const result = await call('find_new_or_lapsed', { which: 'new', period: '2026-10', before: '2026-09' });
    expect(result.title).toBe('Customers, with orders in October 2026 and none in September 2026');
    expect(result.notes.join()).not.toMatch(/new customers/i);
    const own = await listed(
      "order_date BETWEEN '2026-10-01' AND '2026-10-31'",
      "order_date BETWEEN '2026-09-01' AND '2026-09-30'",
      'MIN',
    );
    const rows = result.rows.map((row) => columns.map((name) => cellOf(result, row, name)));
    expect(toText(rows)).toEqual(toText(own));
  });

  test('without a period the last 91 days on record are looked at', async () => {
    const result = await call('find_new_or_lapsed', { which: 'lapsed' });
    expect(result.scope.period).toMatchObject({ start: '2026-08-25', end: today });
  });

  test('a caller of one warehouse sees who is new there, and cannot ask for another', async () => {
    const result = await call('find_new_or_lapsed', { which: 'new', period: '2026' }, ['WH-SOUTH']);
    const own = await listed(
      "order_date >= '2026-01-01'",
      "order_date < '2026-01-01'",
      'MIN',
      "warehouse_id = 'WH-SOUTH'",
    );
    const rows = result.rows.map((row) => columns.map((name) => cellOf(result, row, name)));
    expect(toText(rows)).toEqual(toText(own));
    const filters = [{ dimension: 'warehouse', op: 'is', values: ['WH-EAST'] }];
    expect(await run('find_new_or_lapsed', { which: 'new', filters }, ['WH-SOUTH'])).toMatchObject({
      code: 'not_permitted',
    });
  });

  test('a period with nothing on record before it, and days before that reach into it, are refused', async () => {
    expect(await run('find_new_or_lapsed', { which: 'new', period: 'all time' })).toMatchObject({
      code: 'no_match',
    });
    const overlapping = { which: 'lapsed', period: 'since 2026-07-01', before: '2026' };
    expect(await run('find_new_or_lapsed', overlapping)).toMatchObject({ code: 'invalid_argument' });
  });

  test('every split of sales can be asked for', async () => {
    for (const dimension of [
      'product',
      'category',
      'supplier',
      'weekday',
      'fiscal_quarter',
      'customer_segment',
    ])
      await call('find_new_or_lapsed', { which: 'lapsed', dimension, period: 'since 2026-11-01' });
  });
});
