import type { Cell } from '@tallyboard/contract';
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

  test('lists with `all` what needs no order, too: every recorded point, and nothing to order at or above it', async () => {
    const { rows, columns } = await call('get_reorder_recommendations', { all: true });
    const at = (name: string) => columns.findIndex((column) => column.name === name);
    const points = rows
      .filter((row) => row[at('policy')] === 'recorded')
      .map((row) => `${row[at('sku')]} ${row[at('reorder_point')]}`);
    const recorded =
      await sql(`SELECT DISTINCT sku, reorder_policies.warehouse_id, reorder_point FROM reorder_policies
      JOIN products USING (product_id) JOIN stock_snapshots USING (product_id)
      WHERE snapshot_date = '${today}' AND discontinued_on IS NULL
        AND (reorder_policies.warehouse_id IS NULL OR reorder_policies.warehouse_id = stock_snapshots.warehouse_id)`);
    expect(points.sort()).toEqual(recorded.map(([sku, , point]) => `${sku} ${point}`).sort());
    const isEnough = (row: Cell[]) => row[at('urgency')] === 'no order needed';
    const toReorder = await call('get_reorder_recommendations', {});
    expect(rows.filter((row) => !isEnough(row))).toEqual(toReorder.rows);
    for (const row of rows.filter(isEnough)) {
      expect(Number(row[at('position')])).toBeGreaterThanOrEqual(Number(row[at('reorder_point')]));
      expect([row[at('suggested_quantity')], Number(row[at('cost')])]).toEqual([0, 0]);
    }
  });

  test('lists with `atPoint` what stands at its point besides what is below it', async () => {
    const below = await call('get_reorder_recommendations', {});
    const all = await call('get_reorder_recommendations', { all: true });
    const atPoint = await call('get_reorder_recommendations', { atPoint: true });
    const [sku, warehouse, position, point, quantity] = [
      ...['sku', 'warehouse', 'position', 'reorder_point', 'suggested_quantity'],
    ].map((name) => all.columns.findIndex((column) => column.name === name)) as [
      number,
      number,
      number,
      number,
      number,
    ];
    const name = (row: Cell[]) => `${row[sku]} ${row[warehouse]}`;
    const standing = all.rows.filter((row) => Number(row[position]) === Number(row[point]));
    expect(standing.length).toBeGreaterThan(0);
    expect(atPoint.rows.map(name).sort()).toEqual([...below.rows, ...standing].map(name).sort());
    for (const row of atPoint.rows) expect(Number(row[quantity])).toBeGreaterThan(0);
    expect(atPoint.notes.join(' ')).toContain('at or below the reorder point');
  });

  test('lists with `orderBy` the same lines, those with the most of it first', async () => {
    const urgent = await call('get_reorder_recommendations', {});
    for (const name of ['cost', 'suggested_quantity']) {
      const { rows, columns } = await call('get_reorder_recommendations', { orderBy: name });
      const at = columns.findIndex((column) => column.name === name);
      const figures = rows.map((row) => Number(row[at]));
      expect(figures).toEqual(figures.toSorted((a, b) => b - a));
      expect(new Set(figures).size).toBeGreaterThan(1);
      expect(rows).toHaveLength(urgent.rows.length);
      expect(urgent.rows).toEqual(expect.arrayContaining(rows));
      const first = await call('get_reorder_recommendations', { orderBy: name, limit: 2 });
      expect(first.rows).toEqual(rows.slice(0, 2));
      expect(first.notes).toContain(`${rows.length - 2} more lines were left out.`);
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
      const season = Number(row[at('season')]);
      expect(Math.abs(Number(row[at('daily_demand')]) - (units / days.size) * season)).toBeLessThan(0.02);
    }
  });

  test('takes season and class from the sales of a category and of all products', async () => {
    const { rows, columns } = await call('get_reorder_recommendations', {});
    const at = (name: string) => columns.findIndex((column) => column.name === name);
    const units = (from: string, to: string) =>
      `SUM(IF(order_date BETWEEN DATE_SUB(DATE '${from}', INTERVAL 364 DAY) AND DATE_SUB(DATE '${to}', INTERVAL 364 DAY)
        OR order_date BETWEEN DATE_SUB(DATE '${from}', INTERVAL 728 DAY) AND DATE_SUB(DATE '${to}', INTERVAL 728 DAY), quantity, 0))`;
    const seasons = await sql(`SELECT sku, later / 31 / (sold / 91) FROM products JOIN (
        SELECT category, ${units('2026-08-25', today)} AS sold, ${units('2026-11-24', '2026-12-24')} AS later
        FROM sales_lines JOIN products USING (product_id)
        WHERE order_date BETWEEN '2024-01-01' AND '${today}' AND line_type = 'sale' GROUP BY category
      ) USING (category)`);
    const classes =
      await sql(`SELECT sku, CASE WHEN before < 0.8 THEN 'A' WHEN before < 0.95 THEN 'B' ELSE 'C' END FROM (
        SELECT sku, (SUM(revenue) OVER (ORDER BY revenue DESC) - revenue) / SUM(revenue) OVER () AS before FROM (
          SELECT sku, SUM(net_amount) AS revenue FROM sales_lines JOIN products USING (product_id)
          WHERE order_date BETWEEN '2025-11-24' AND '${today}' GROUP BY sku HAVING SUM(net_amount) > 0))`);
    const [season, abc] = [new Map(seasons.map(pair)), new Map(classes.map(pair))];
    for (const row of rows) {
      const factor = Number(season.get(row[at('sku')] ?? null));
      expect(row[at('season')]).toBeCloseTo(Math.min(2, Math.max(0.5, factor)), 3);
      expect(row[at('abc')]).toBe(abc.get(row[at('sku')] ?? null) ?? 'C');
      expect(row[at('service_level')]).toBe({ A: 0.98, B: 0.95, C: 0.9 }[String(row[at('abc')])]);
    }
    expect(new Set(rows.map((row) => row[at('season')])).size).toBeGreaterThan(1);
  });
});

function pair([key = null, value = null]: Cell[]): [Cell, Cell] {
  return [key, value];
}
