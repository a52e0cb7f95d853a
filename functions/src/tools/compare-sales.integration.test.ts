import type { Cell } from '@tallyboard/contract';
import { afterAll, describe, expect, test } from 'vitest';
import { startDemoWarehouse, demoToday as today } from '../../../local/bigquery/testing/demo-warehouse.ts';
import { createDemoTools } from './testing/demo-tools.ts';

const demo = await startDemoWarehouse();
const { call, run, sql } = createDemoTools(demo.bigquery, today);
afterAll(demo.close);

const totalsOf = (start: string, end: string) =>
  sql(
    `SELECT SUM(net_amount), SUM(quantity) FROM sales_lines WHERE order_date BETWEEN '${start}' AND '${end}'`,
  );

describe('compare_sales', () => {
  test('compares the last complete month with the month before', async () => {
    const { rows, title, scope } = await call('compare_sales', { measures: ['revenue', 'units'] });
    const [[revenue, units] = []] = await totalsOf('2026-10-01', '2026-10-31');
    const [[revenueBefore, unitsBefore] = []] = await totalsOf('2026-09-01', '2026-09-30');
    expect(rows).toHaveLength(1);
    expect(rows[0]?.filter((_, index) => index % 4 < 2)).toEqual([
      revenue,
      revenueBefore,
      units,
      unitsBefore,
    ]);
    expect(rows[0]?.[2]).toBeCloseTo(Number(revenue) - Number(revenueBefore), 6);
    expect(rows[0]?.[7]).toBeCloseTo(Number(units) / Number(unitsBefore) - 1, 9);
    expect(title).toBe('Revenue and units, October 2026 against September 2026');
    expect(scope.period).toMatchObject({ start: '2026-10-01', end: '2026-10-31' });
  });

  test.each([
    ['category', null],
    ['product', 5],
    ['customer', 10],
    ['region', null],
  ])('changes by %s (limit %s) add up exactly to the change of the total', async (dimension, limit) => {
    const args = { dimension, period: 'last 3 months', compareTo: 'Same period last year' };
    const { rows } = await call('compare_sales', limit === null ? args : { ...args, limit });
    const [[now] = []] = await totalsOf('2026-08-01', '2026-10-31');
    const [[before] = []] = await totalsOf('2025-08-01', '2025-10-31');
    const millionths = (cell: Cell | undefined) => Math.round(Number(cell) * 1e6);
    const sum = (index: number) => rows.reduce((total, row) => total + millionths(row[index]), 0);
    expect(sum(3)).toBe(millionths(now) - millionths(before));
    const contributions = rows.reduce((total, row) => total + Number(row[5]), 0);
    expect(contributions).toBeCloseTo(Number(now) / Number(before) - 1, 6);
    expect(rows.length).toBe(limit === null ? rows.length : limit + 1);
    const sizes = rows.slice(0, limit ?? rows.length).map((row) => Math.abs(Number(row[3])));
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
  });

  test('each member is compared with itself', async () => {
    const args = { dimension: 'channel', period: '2026-03', compareTo: '2025-12', measures: ['orders'] };
    const { rows } = await call('compare_sales', args);
    const orders = (month: string) =>
      sql(`SELECT channel, COUNT(DISTINCT order_id) FROM sales_lines WHERE line_type = 'sale'
        AND order_date BETWEEN '${month}-01' AND '${month}-31' GROUP BY channel`);
    const [now, before] = [new Map(await pairs(orders('2026-03'))), new Map(await pairs(orders('2025-12')))];
    expect(rows.map(([name, value, last]) => [name, value, last])).toEqual(
      rows.map(([name]) => [name, now.get(String(name)) ?? 0, before.get(String(name)) ?? 0]),
    );
    expect(new Set(rows.map(([name]) => name))).toEqual(new Set([...now.keys(), ...before.keys()]));
  });

  test('a running month is compared with as many days of the month before', async () => {
    const { rows, notes } = await call('compare_sales', { period: 'this month' });
    const [[before] = []] = await totalsOf('2026-10-01', '2026-10-23');
    expect(rows[0]?.[1]).toBe(before);
    expect(notes[0]).toBe('1 Nov 2026 to 23 Nov 2026 is compared with 1 Oct 2026 to 23 Oct 2026.');
  });

  test('a comparison with days before the data is refused', async () => {
    const args = { period: 'all time', compareTo: 'previous_period' };
    expect(await run('compare_sales', args)).toMatchObject({ kind: 'failure', code: 'no_match' });
    expect(await run('compare_sales', { compareTo: 'the good old days' })).toMatchObject({
      kind: 'failure',
      code: 'invalid_argument',
    });
  });

  test('a caller of one warehouse compares that alone', async () => {
    const { rows } = await call('compare_sales', { dimension: 'warehouse' }, ['WH-SOUTH']);
    const own = await sql(`SELECT name, SUM(IF(order_date >= '2026-10-01', net_amount, 0)) FROM sales_lines
      JOIN warehouses USING (warehouse_id) WHERE warehouse_id = 'WH-SOUTH'
      AND order_date BETWEEN '2026-09-01' AND '2026-10-31' GROUP BY name`);
    expect(rows.map(([name, revenue]) => [name, revenue])).toEqual(own);
  });
});

async function pairs(rows: Promise<Cell[][]>): Promise<[string, Cell][]> {
  return (await rows).map(([name, value]) => [String(name), value ?? null]);
}
