import { afterAll, describe, expect, test } from 'vitest';
import { startDemoWarehouse, demoToday as today } from '../../../local/bigquery/testing/demo-warehouse.ts';
import { cellOf, createDemoTools } from './testing/demo-tools.ts';

const demo = await startDemoWarehouse();
const { call, run, sql } = createDemoTools(demo.bigquery, today);
afterAll(demo.close);

const lastYear = "order_date BETWEEN '2025-11-01' AND '2026-10-31'";

describe('classify_products', () => {
  test('gives each product the share and the class of its revenue', async () => {
    const result = await call('classify_products', {});
    const own =
      await sql(`SELECT sku, revenue, SUM(revenue) OVER (ORDER BY revenue DESC) / SUM(revenue) OVER ()
      FROM (SELECT sku, SUM(net_amount) AS revenue FROM sales_lines JOIN products USING (product_id)
        WHERE ${lastYear} GROUP BY sku) ORDER BY revenue DESC`);
    expect(result.rows.map((row) => [cellOf(result, row, 'sku'), cellOf(result, row, 'value')])).toEqual(
      own.map(([sku, revenue]) => [sku, revenue]),
    );
    result.rows.forEach((row, index) => {
      const cumulative = Number(own[index]?.[2]);
      expect(cellOf(result, row, 'cumulative_share')).toBeCloseTo(cumulative, 9);
      const before = cumulative - Number(cellOf(result, row, 'share'));
      expect(cellOf(result, row, 'abc')).toBe(before < 0.8 - 1e-9 ? 'A' : before < 0.95 - 1e-9 ? 'B' : 'C');
    });
  });

  test('takes the variation from the units of each month, those without a sale included', async () => {
    const result = await call('classify_products', {});
    const own = await sql(`SELECT sku, STDDEV_SAMP(units) / AVG(units) FROM (
        SELECT sku, month, IFNULL(SUM(quantity), 0) AS units
        FROM products CROSS JOIN UNNEST(GENERATE_DATE_ARRAY('2025-11-01', '2026-10-01', INTERVAL 1 MONTH)) AS month
        LEFT JOIN sales_lines ON sales_lines.product_id = products.product_id AND line_type = 'sale' AND ${lastYear}
          AND DATE_TRUNC(order_date, MONTH) = month
        WHERE IFNULL(launched_on < '2025-11-01', TRUE) GROUP BY sku, month
      ) GROUP BY sku HAVING SUM(units) > 0`);
    const variations = new Map(
      result.rows.map((row) => [cellOf(result, row, 'sku'), Number(cellOf(result, row, 'variation'))]),
    );
    expect(own.length).toBeGreaterThan(20);
    for (const [sku, variation] of own) {
      expect(variations.get(sku ?? null), String(sku)).toBeCloseTo(Number(variation), 2);
    }
  });

  test('keeps a class, and counts only complete months', async () => {
    const a = await call('classify_products', { class: 'a' });
    expect(new Set(a.rows.map((row) => cellOf(a, row, 'abc')))).toEqual(new Set(['A']));
    const { scope } = await call('classify_products', { period: '2026-01-15..2026-11-23' });
    expect(scope.period).toMatchObject({ start: '2026-02-01', end: '2026-10-31' });
    expect(await run('classify_products', { period: 'this month' })).toMatchObject({
      code: 'invalid_argument',
    });
  });

  test('a caller of one warehouse gets the classes of its own sales', async () => {
    const result = await call('classify_products', { value: 'units' }, ['WH-NORTH']);
    const own = await sql(`SELECT sku, SUM(quantity) FROM sales_lines JOIN products USING (product_id)
      WHERE ${lastYear} AND warehouse_id = 'WH-NORTH' GROUP BY sku`);
    const found = result.rows.map((row) => `${cellOf(result, row, 'sku')} ${cellOf(result, row, 'value')}`);
    expect(found.sort()).toEqual(own.map((row) => row.join(' ')).sort());
  });
});
