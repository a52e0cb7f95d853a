import { afterAll, describe, expect, test } from 'vitest';
import { startDemoWarehouse, demoToday as today } from '../../../local/bigquery/testing/demo-warehouse.ts';
import { createDemoTools } from './testing/demo-tools.ts';

const demo = await startDemoWarehouse();
const { call, sql } = createDemoTools(demo.bigquery, today);
afterAll(demo.close);

describe('get_reorder_recommendations', () => {
  test('lists exactly the positions below their recorded point, where one is recorded', async () => {
    const { rows, columns } = await call('get_reorder_recommendations', {});
    const at = (name: string) => columns.findIndex((column) => column.name === name);
    const listed = rows
      .filter((row) => row[at('policy')] === 'recorded')
      .map((row) => `${row[at('sku')]} ${row[at('position')]}`);
    const own = await sql(`SELECT sku, SUM(on_hand - reserved + on_order) AS position FROM stock_snapshots
      JOIN reorder_policies USING (product_id) JOIN products USING (product_id)
      WHERE snapshot_date = '${today}' AND discontinued_on IS NULL
        AND (reorder_policies.warehouse_id IS NULL OR reorder_policies.warehouse_id = stock_snapshots.warehouse_id)
      GROUP BY sku, reorder_policies.warehouse_id, reorder_point
      HAVING SUM(on_hand - reserved + on_order) < reorder_point`);
    expect(listed.sort()).toEqual(own.map(([sku, position]) => `${sku} ${position}`).sort());
    for (const row of rows) {
      expect(Number(row[at('position')])).toBeLessThan(Number(row[at('reorder_point')]));
      expect(Number(row[at('position')]) + Number(row[at('suggested_quantity')])).toBeGreaterThanOrEqual(
        Number(row[at('reorder_point')]),
      );
    }
  });

  test('takes demand per day from the sales of days on which the product could be sold', async () => {
    const { rows, columns } = await call('get_reorder_recommendations', {});
    const at = (name: string) => columns.findIndex((column) => column.name === name);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows.slice(0, 5)) {
      const where = `products.sku = '${row[at('sku')]}' AND warehouses.name = '${row[at('warehouse')]}'`;
      const joins = 'JOIN products USING (product_id) JOIN warehouses USING (warehouse_id)';
      const sales = await sql(`SELECT order_date, SUM(quantity) FROM sales_lines ${joins} WHERE ${where}
        AND order_date BETWEEN '2026-08-25' AND '${today}' AND line_type = 'sale' GROUP BY order_date`);
      const stocked = await sql(`SELECT snapshot_date, TRUE FROM stock_snapshots ${joins} WHERE ${where}
        AND snapshot_date BETWEEN '2026-08-25' AND '${today}' AND on_hand > reserved`);
      const days = new Set([...sales, ...stocked].map(([day]) => day));
      const units = sales.reduce((total, [, each]) => total + Number(each), 0);
      expect(row[at('daily_demand')]).toBeCloseTo(units / days.size, 2);
    }
  });
});
