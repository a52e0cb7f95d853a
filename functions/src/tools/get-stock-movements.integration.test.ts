import { afterAll, describe, expect, test } from 'vitest';
import { startDemoWarehouse, demoToday as today } from '../../../local/bigquery/testing/demo-warehouse.ts';
import { createDemoTools } from './testing/demo-tools.ts';

const demo = await startDemoWarehouse();
const { call, sql } = createDemoTools(demo.bigquery, today);
afterAll(demo.close);

describe('get_stock_movements', () => {
  test('sums each kind of movement', async () => {
    const { rows } = await call('get_stock_movements', {
      measures: ['units_in', 'units_out', 'net_change', 'movements'],
      dimensions: ['movement_type'],
      period: 'last 3 months',
      orderBy: { by: 'movement_type', direction: 'asc' },
    });
    const own =
      await sql(`SELECT movement_type, SUM(GREATEST(quantity, 0)), SUM(GREATEST(-quantity, 0)), SUM(quantity),
        COUNT(*) FROM stock_movements WHERE movement_date BETWEEN '2026-08-01' AND '2026-10-31'
      GROUP BY 1 ORDER BY 1`);
    expect(rows).toEqual(own);
  });

  test('the opening stock and the net change of all days are the stock on hand', async () => {
    const dimensions = ['warehouse'];
    const moved = await call('get_stock_movements', {
      measures: ['opening_units', 'net_change'],
      dimensions,
      period: 'all time',
    });
    const stock = await call('query_inventory', { measures: ['on_hand'], dimensions });
    const balance = moved.rows.map(([name, opening, change]) => [name, Number(opening) + Number(change)]);
    expect(balance.sort()).toEqual([...stock.rows].sort());
  });

  test('the net change is what came in less what went out', async () => {
    const args = { measures: ['units_in', 'units_out', 'net_change'], grain: 'quarter', period: 'all time' };
    const { rows } = await call('get_stock_movements', args);
    expect(rows.length).toBeGreaterThan(10);
    for (const [, units, out, change] of rows) expect(Number(units) - Number(out)).toBe(change);
  });

  test('shows a caller of one warehouse the movements of that alone', async () => {
    const args = { measures: ['movements'], dimensions: ['warehouse'], period: 'last month' };
    const { rows } = await call('get_stock_movements', args, ['WH-WEST']);
    const own = await sql(`SELECT name, COUNT(*) FROM stock_movements JOIN warehouses USING (warehouse_id)
      WHERE movement_date BETWEEN '2026-10-01' AND '2026-10-31' AND warehouse_id = 'WH-WEST' GROUP BY name`);
    expect(rows).toEqual(own);
  });
});
