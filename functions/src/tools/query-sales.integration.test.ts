import { afterAll, describe, expect, test } from 'vitest';
import { startDemoWarehouse, demoToday as today } from '../../../local/bigquery/testing/demo-warehouse.ts';
import { createDemoTools } from './testing/demo-tools.ts';

const demo = await startDemoWarehouse();
const { call, sql } = createDemoTools(demo.bigquery, today);
afterAll(demo.close);

describe('figures equal those of independent SQL', () => {
  test('sales by month', async () => {
    const { rows } = await call('get_sales_by_month', { months: 3 });
    const own = await sql(`SELECT FORMAT_DATE('%Y-%m-01', order_date) AS month, SUM(net_amount) AS revenue,
        SUM(quantity) AS units, COUNT(DISTINCT IF(line_type = 'sale', order_id, NULL)) AS orders
      FROM sales_lines WHERE order_date >= '2026-08-01' AND order_date < '2026-11-01' GROUP BY month ORDER BY month`);
    expect(rows).toEqual(own);
  });

  test('ratios over all rows, not averages of ratios', async () => {
    const args = { measures: ['margin_rate', 'return_rate', 'average_order_value'], period: '2026-03' };
    const { rows } = await call('query_sales', args);
    const [own] = await sql(`SELECT SUM(net_amount - cost_amount), SUM(net_amount),
        -SUM(IF(line_type = 'return', quantity, 0)), SUM(IF(line_type = 'sale', quantity, 0)),
        COUNT(DISTINCT IF(line_type = 'sale', order_id, NULL))
      FROM sales_lines WHERE order_date BETWEEN '2026-03-01' AND '2026-03-31'`);
    const [margin = 0, revenue = 0, returned = 0, sold = 0, orders = 0] = (own ?? []).map(Number);
    const expected = [margin / revenue, returned / sold, revenue / orders];
    rows[0]?.forEach((cell, index) => {
      expect(Number(cell)).toBeCloseTo(expected[index] ?? Number.NaN, 6);
    });
  });

  test('gross sales less discount less returns is revenue', async () => {
    const measures = ['gross_sales', 'discount', 'returns', 'revenue'];
    const { rows } = await call('query_sales', { measures, dimensions: ['channel'], period: 'last year' });
    expect(rows.length).toBeGreaterThan(1);
    for (const [, gross, discount, returns, revenue] of rows) {
      expect(Number(gross) - Number(discount) - Number(returns)).toBeCloseTo(Number(revenue), 4);
    }
  });

  test('shares add up to one in each period', async () => {
    const args = {
      measures: ['revenue_share'],
      dimensions: ['category'],
      grain: 'month',
      period: 'last 3 months',
    };
    const { rows } = await call('query_sales', args);
    for (const [, shares] of Map.groupBy(rows, ([month]) => month)) {
      expect(shares.reduce((total, [, , share]) => total + Number(share), 0)).toBeCloseTo(1, 6);
    }
  });

  test('weeks begin on Monday and weekdays are listed from it', async () => {
    const weeks = await call('query_sales', {
      measures: ['units'],
      grain: 'week',
      period: '2026-11-02..2026-11-15',
    });
    expect(weeks.rows.map(([week]) => week)).toEqual(['2026-11-02', '2026-11-09']);
    const days = await call('query_sales', {
      measures: ['units'],
      dimensions: ['weekday'],
      period: 'last 12 weeks',
    });
    expect(days.rows.map(([day]) => day).join(' ')).toBe(
      'Monday Tuesday Wednesday Thursday Friday Saturday Sunday',
    );
  });

  test('growth is the change from the month before, of each channel', async () => {
    const { rows } = await call('query_sales', {
      measures: ['revenue_period_growth'],
      dimensions: ['channel'],
      grain: 'month',
      period: '2026-07..2026-09',
      orderBy: { by: 'channel', direction: 'asc' },
    });
    const own =
      await sql(`SELECT DATE_TRUNC(order_date, MONTH) AS month, channel, SUM(net_amount) FROM sales_lines
      WHERE order_date BETWEEN '2026-06-01' AND '2026-09-30' GROUP BY 1, 2 ORDER BY channel, month`);
    const expected = own.flatMap(([month, channel, revenue], index) => {
      const [, sameChannel, before] = own[index - 1] ?? [];
      return sameChannel === channel ? [[channel, month, Number(revenue) / Number(before) - 1]] : [];
    });
    expect(rows.map(([month, channel]) => [channel, month])).toEqual(expected.map((row) => row.slice(0, 2)));
    rows.forEach(([, , growth], index) => {
      expect(growth).toBeCloseTo(Number(expected[index]?.[2]), 6);
    });
  });

  test('a fiscal year is named after the year it ends in', async () => {
    const july = createDemoTools(demo.bigquery, today, { fiscalYearStartMonth: 7 });
    const args = { measures: ['units'], dimensions: ['fiscal_quarter'], period: '2026-04-01..2026-09-30' };
    const { rows } = await july.call('query_sales', args);
    const own =
      await sql(`SELECT IF(order_date < '2026-07-01', 'FY2026 Q4', 'FY2027 Q1'), SUM(quantity) FROM sales_lines
      WHERE order_date BETWEEN '2026-04-01' AND '2026-09-30' GROUP BY 1 ORDER BY 1`);
    expect(rows).toEqual(own);
    const filters = [{ dimension: 'fiscal_year', op: 'is', values: ['fy2027'] }];
    const filtered = await july.call('query_sales', { ...args, filters });
    expect(filtered.rows).toEqual(own.slice(1));
  });
});

test('the first products of each warehouse are those of independent SQL', async () => {
  const { rows, notes, title } = await call('query_sales', {
    ...{ measures: ['revenue'], dimensions: ['warehouse', 'product'], period: 'last 3 months' },
    ...{ limit: 2, limitPer: 'warehouse' },
  });
  const own = await sql(`SELECT warehouse, product, revenue FROM (
      SELECT warehouses.name AS warehouse, products.name AS product, SUM(net_amount) AS revenue,
        ROW_NUMBER() OVER (PARTITION BY warehouses.name ORDER BY SUM(net_amount) DESC) AS place
      FROM sales_lines JOIN warehouses USING (warehouse_id) JOIN products USING (product_id)
      WHERE order_date BETWEEN '2026-08-01' AND '2026-10-31' GROUP BY 1, 2)
    WHERE place <= 2 ORDER BY warehouse, revenue DESC`);
  expect(rows).toEqual(own);
  expect(title).toBe('Revenue by warehouse and product, the first 2 of each warehouse, last 3 months');
  expect(notes).toContain('Only the first 2 rows of each warehouse were asked for; there may be more.');
});

test('what has no supplier can be left out by its name, also where everything has one', async () => {
  const args = { measures: ['revenue'], dimensions: ['supplier'], period: 'last 3 months' };
  const filters = [{ dimension: 'supplier', op: 'is_not', values: ['No supplier'] }];
  const [all, named] = await Promise.all(
    [args, { ...args, filters }].map((each) => call('query_sales', each)),
  );
  expect(named?.rows.length).toBeGreaterThan(0);
  expect(named?.rows).toEqual(all?.rows.filter(([supplier]) => supplier !== 'No supplier'));
});

test('the best month of each channel is that of independent SQL', async () => {
  const { rows, title } = await call('query_sales', {
    ...{ measures: ['revenue'], dimensions: ['channel'], grain: 'month', period: 'last 12 months' },
    ...{ limit: 1, limitPer: 'channel' },
  });
  const own = await sql(`SELECT FORMAT_DATE('%F', month), channel, revenue FROM (
      SELECT DATE_TRUNC(order_date, MONTH) AS month, channel, SUM(net_amount) AS revenue,
        ROW_NUMBER() OVER (PARTITION BY channel ORDER BY SUM(net_amount) DESC) AS place
      FROM sales_lines WHERE order_date BETWEEN '2025-11-01' AND '2026-10-31' GROUP BY 1, 2)
    WHERE place = 1 ORDER BY channel`);
  expect(rows).toEqual(own);
  expect(title).toBe('Revenue by month and channel, the first of each channel, last 12 months');
});
