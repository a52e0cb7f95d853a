import { afterAll, describe, expect, test } from 'vitest';
import { startDemoWarehouse, demoToday as today } from '../../../local/bigquery/testing/demo-warehouse.ts';
import { cellOf, createDemoTools } from './testing/demo-tools.ts';

const demo = await startDemoWarehouse();
const { call, run, sql } = createDemoTools(demo.bigquery, today);
afterAll(demo.close);

describe('find_slow_movers', () => {
  test('lists exactly the stock that its definition names', async () => {
    const result = await call('find_slow_movers', { coverDays: 120 });
    const listed = result.rows.map((row) =>
      ['sku', 'warehouse', 'on_hand', 'units_sold', 'days_since_sale']
        .map((name) => cellOf(result, row, name))
        .join(),
    );
    const own = await sql(`SELECT sku, warehouses.name, on_hand, IFNULL(sold, 0),
        DATE_DIFF(DATE '${today}', last_sale, DAY)
      FROM stock_snapshots JOIN products USING (product_id) JOIN warehouses USING (warehouse_id)
      LEFT JOIN (SELECT product_id, warehouse_id, SUM(IF(order_date > '2026-08-24', quantity, 0)) AS sold,
          MAX(order_date) AS last_sale FROM sales_lines
        WHERE order_date > '2024-11-23' AND line_type = 'sale' GROUP BY 1, 2) USING (product_id, warehouse_id)
      JOIN (SELECT product_id, warehouse_id, MIN(snapshot_date) AS first_day FROM stock_snapshots
        WHERE snapshot_date > '2026-08-24' GROUP BY 1, 2) USING (product_id, warehouse_id)
      WHERE snapshot_date = '${today}' AND on_hand > 0 AND (IFNULL(discontinued_on <= '${today}', FALSE)
        OR first_day = '2026-08-25' AND (on_hand - reserved) * 91 > 120 * IFNULL(sold, 0))`);
    expect(listed.length).toBeGreaterThan(5);
    expect(listed.sort()).toEqual(own.map((row) => row.join()).sort());
  });

  test('most money in overstock comes first, and the limit says what it left out', async () => {
    const all = await call('find_slow_movers', { coverDays: 60 });
    const top = await call('find_slow_movers', { coverDays: 60, limit: 3 });
    expect(top.rows).toEqual(all.rows.slice(0, 3));
    expect(top.rowsCut).toBe(all.rows.length - 3);
    const values = all.rows.map((row) => Number(cellOf(all, row, 'overstock_value')));
    expect(values).toEqual([...values].sort((a, b) => b - a));
  });

  test('some reasons alone keep the lines that are listed for them', async () => {
    const all = await call('find_slow_movers', { coverDays: 60 });
    const some = await call('find_slow_movers', { coverDays: 60, reasons: ['overstocked'] });
    expect(some.rows).toEqual(all.rows.filter((row) => cellOf(all, row, 'slowness') === 'overstocked'));
    expect(some.rows.length).toBeGreaterThan(0);
    expect(some.title).toMatch(/^Slow movers \(overstocked\), /);
  });

  test('a caller of one warehouse sees that alone, and cannot ask for another', async () => {
    const result = await call('find_slow_movers', { coverDays: 30 }, ['WH-SOUTH']);
    const [name] = (await sql("SELECT name FROM warehouses WHERE warehouse_id = 'WH-SOUTH'")).flat();
    expect(new Set(result.rows.map((row) => cellOf(result, row, 'warehouse')))).toEqual(new Set([name]));
    const filters = [{ dimension: 'warehouse', op: 'is', values: ['WH-EAST'] }];
    expect(await run('find_slow_movers', { filters }, ['WH-SOUTH'])).toMatchObject({ code: 'not_permitted' });
  });
});
