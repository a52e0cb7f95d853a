import { afterAll, describe, expect, test } from 'vitest';
import { startDemoWarehouse, demoToday as today } from '../../../local/bigquery/testing/demo-warehouse.ts';
import { cellOf, createDemoTools } from './testing/demo-tools.ts';

const demo = await startDemoWarehouse();
const { call, run, sql } = createDemoTools(demo.bigquery, today);
afterAll(demo.close);

describe('forecast_demand', () => {
  test('shows what was sold in the last 24 complete months and expects the three that follow', async () => {
    const result = await call('forecast_demand', {});
    const own = await sql(`SELECT DATE_TRUNC(order_date, MONTH), SUM(quantity) FROM sales_lines
      WHERE order_date BETWEEN '2024-11-01' AND '2026-10-31' GROUP BY 1 ORDER BY 1`);
    const past = result.rows.filter((row) => cellOf(result, row, 'actual') !== null);
    expect(past.map(([period, actual]) => [period, actual])).toEqual(own);
    const ahead = result.rows.filter((row) => cellOf(result, row, 'forecast') !== null);
    expect(ahead.map(([period]) => period)).toEqual(['2026-11-01', '2026-12-01', '2027-01-01']);
    expect(result.scope.period).toMatchObject({ start: '2024-11-01', end: '2027-01-31' });
    expect(result.title).toBe('Forecast of units, this month and the next 2 months');
    expect(result.notes.join(' ')).toMatch(/begins on 1 Nov 2026 is not over and is forecast as a whole/);
  });

  test('is within a quarter of the months before, and inside its own intervals', async () => {
    const result = await call('forecast_demand', { measure: 'revenue' });
    const year = result.rows
      .flatMap((row) => cellOf(result, row, 'actual') ?? [])
      .slice(-12)
      .map(Number);
    for (const row of result.rows.slice(-3)) {
      const at = (name: string) => Number(cellOf(result, row, name));
      expect(at('forecast')).toBeGreaterThan(Math.min(...year) * 0.75);
      expect(at('forecast')).toBeLessThan(Math.max(...year) * 1.25);
      const inOrder = ['lower_95', 'lower_80', 'forecast', 'upper_80', 'upper_95'].map(at);
      expect(inOrder).toEqual(inOrder.toSorted((a, b) => a - b));
    }
  });

  test('says how far off it would have been', async () => {
    const result = await call('forecast_demand', { grain: 'week' });
    const last = result.rows.at(-1) ?? [];
    const wape = Number(cellOf(result, last, 'wape'));
    expect(wape).toBeGreaterThan(0);
    expect(wape).toBeLessThan(0.3);
    expect(result.notes.join(' ')).toContain(`WAPE ${(wape * 100).toFixed(1)} %`);
  });

  test.each(['category', 'warehouse', 'product'])('forecasts each %s on its own', async (dimension) => {
    const result = await call('forecast_demand', { dimension, limit: 3, horizon: 2 });
    const ahead = result.rows.filter((row) => cellOf(result, row, 'forecast') !== null);
    expect(new Set(ahead.map((row) => cellOf(result, row, dimension))).size).toBe(3);
    expect(ahead).toHaveLength(6);
  });

  test('by warehouse has the past of each warehouse', async () => {
    const result = await call('forecast_demand', { dimension: 'warehouse' });
    const past = result.rows
      .filter(([period]) => period === '2026-10-01')
      .map(([, name, units]) => [name, units]);
    const own = await sql(`SELECT name, SUM(quantity) FROM sales_lines JOIN warehouses USING (warehouse_id)
      WHERE order_date BETWEEN '2026-10-01' AND '2026-10-31' GROUP BY name`);
    expect(past.toSorted()).toEqual(own.toSorted());
  });

  test('tells a caller of one warehouse of that one', async () => {
    const result = await call('forecast_demand', {}, ['WH-NORTH']);
    const [[units] = []] = await sql(`SELECT SUM(quantity) FROM sales_lines
      WHERE order_date BETWEEN '2026-10-01' AND '2026-10-31' AND warehouse_id = 'WH-NORTH'`);
    const row = result.rows.find(([period]) => period === '2026-10-01') ?? [];
    expect(cellOf(result, row, 'actual')).toBe(units);
    const filters = [{ dimension: 'warehouse', op: 'is', values: ['WH-SOUTH'] }];
    expect(await run('forecast_demand', { filters }, ['WH-NORTH'])).toMatchObject({ code: 'not_permitted' });
  });

  test('refuses what is too far, and what was never sold', async () => {
    expect(await run('forecast_demand', { horizon: 30 })).toMatchObject({
      kind: 'failure',
      code: 'invalid_argument',
      message: 'horizon may be at most 24 months.',
    });
    const filters = [{ dimension: 'category', op: 'contains', values: ['no such thing'] }];
    expect(await run('forecast_demand', { filters })).toMatchObject({ kind: 'failure', code: 'no_match' });
  });
});
