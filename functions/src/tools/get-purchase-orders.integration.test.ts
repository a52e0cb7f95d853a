import type { Cell } from '@tallyboard/contract';
import { afterAll, describe, expect, test } from 'vitest';
import { startDemoWarehouse, demoToday as today } from '../../../local/bigquery/testing/demo-warehouse.ts';
import { createDemoTools } from './testing/demo-tools.ts';

const demo = await startDemoWarehouse();
const { call, run, sql } = createDemoTools(demo.bigquery, today);
afterAll(demo.close);

describe('get_purchase_orders', () => {
  test('lists what is open past its promised day, whenever it was ordered', async () => {
    const { rows, scope } = await call('get_purchase_orders', {
      measures: ['late_units', 'late_value', 'days_late'],
      dimensions: ['purchase_order', 'supplier', 'expected_date'],
      orderBy: { by: 'days_late', direction: 'desc' },
    });
    const own = await sql(`SELECT purchase_order_id, name, FORMAT_DATE('%Y-%m-%d', expected_on),
        SUM(ordered_quantity - received_quantity), SUM((ordered_quantity - received_quantity) * unit_cost),
        DATE_DIFF(DATE '${today}', expected_on, DAY)
      FROM purchase_order_lines JOIN suppliers USING (supplier_id)
      WHERE ordered_on <= '${today}' AND status = 'open' AND expected_on < '${today}'
      GROUP BY purchase_order_id, name, expected_on`);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.map(String).sort()).toEqual(own.map(String).sort());
    expect(Number(rows[0]?.[5])).toBeGreaterThanOrEqual(Number(rows.at(-1)?.[5]));
    expect(scope.period).toMatchObject({ start: '2023-11-01', end: today, label: 'all time' });
  });

  test('tells what was ordered beside what is open of all orders on record, and says so', async () => {
    const measures = ['open_value', 'ordered_value'];
    const { rows, notes, scope } = await call('get_purchase_orders', { measures });
    const own =
      await sql(`SELECT SUM(IF(status = 'open', (ordered_quantity - received_quantity) * unit_cost, 0)),
        SUM(IF(status <> 'cancelled', ordered_quantity * unit_cost, 0))
      FROM purchase_order_lines WHERE ordered_on <= '${today}'`);
    expect(rows).toEqual(own);
    expect(scope.period?.label).toBe('all time');
    const note =
      'What is open or late is of all orders on record, and so are the figures beside it: ask for these alone, or name a period.';
    expect(notes).toContain(note);
    for (const args of [{ measures: ['open_value'] }, { measures, period: 'last year' }])
      expect((await call('get_purchase_orders', args)).notes).not.toContain(note);
  });

  test('computes rates and lead times by supplier over the lines received', async () => {
    const measures = ['fill_rate', 'on_time_rate', 'lead_time', 'promised_lead_time', 'rejection_rate'];
    const { rows, scope } = await call('get_purchase_orders', { measures, dimensions: ['supplier'] });
    const own = await sql(`SELECT name, SUM(received_quantity - rejected_quantity) / SUM(ordered_quantity),
        COUNTIF(received_on <= expected_on) / COUNT(*), AVG(DATE_DIFF(received_on, ordered_on, DAY)),
        AVG(DATE_DIFF(expected_on, ordered_on, DAY)), SUM(rejected_quantity) / SUM(received_quantity)
      FROM purchase_order_lines JOIN suppliers USING (supplier_id)
      WHERE ordered_on BETWEEN '2025-11-01' AND '2026-10-31' AND status = 'received'
      GROUP BY name ORDER BY name`);
    expect(scope.period).toMatchObject({ start: '2025-11-01', end: '2026-10-31' });
    const known = new Map(rows.map(([name, ...figures]) => [name, figures]));
    for (const [name, ...figures] of own) {
      const found = known.get(name ?? null) ?? [];
      figures.forEach((figure, index) => {
        expect(Number(found[index]), `${measures[index]} of ${name}`).toBeCloseTo(Number(figure), 6);
      });
    }
    expect(own.length).toBeGreaterThan(3);
  });

  test('adds up to the value ordered by month', async () => {
    const { rows } = await call('get_purchase_orders', {
      measures: ['ordered_value', 'purchase_order_count'],
      grain: 'month',
      period: 'last 2 months',
    });
    const own = await sql(`SELECT DATE_TRUNC(ordered_on, MONTH), SUM(ordered_quantity * unit_cost),
        COUNT(DISTINCT purchase_order_id) FROM purchase_order_lines
      WHERE ordered_on BETWEEN '2026-09-01' AND '2026-10-31' AND status <> 'cancelled' GROUP BY 1 ORDER BY 1`);
    expect(rows).toEqual(own);
  });

  test('shows a caller of one warehouse the orders of that alone', async () => {
    const args = { measures: ['ordered_lines'], dimensions: ['warehouse'], period: 'all time' };
    const { rows } = await call('get_purchase_orders', args, ['WH-EAST']);
    const own =
      await sql(`SELECT name, COUNT(*) FROM purchase_order_lines JOIN warehouses USING (warehouse_id)
      WHERE ordered_on <= '${today}' AND warehouse_id = 'WH-EAST' AND status <> 'cancelled' GROUP BY name`);
    expect(rows).toEqual(own);
  });

  test('by the day of receipt tells what arrived, whenever it was ordered', async () => {
    const args = { grain: 'month', period: 'last 2 months', by: 'received' };
    const measures = ['received_lines', 'on_time_rate', 'fill_rate', 'lead_time'];
    const { rows, notes, sql: asked } = await call('get_purchase_orders', { ...args, measures });
    const own =
      await sql(`SELECT DATE_TRUNC(received_on, MONTH), COUNT(*), COUNTIF(received_on <= expected_on) / COUNT(*),
        SUM(received_quantity - rejected_quantity) / SUM(ordered_quantity), AVG(DATE_DIFF(received_on, ordered_on, DAY))
      FROM purchase_order_lines
      WHERE ordered_on <= '2026-10-31' AND received_on BETWEEN '2026-09-01' AND '2026-10-31' AND status = 'received'
      GROUP BY 1 ORDER BY 1`);
    const toSix = (cells: Cell[]) =>
      cells.map((cell) => (typeof cell === 'number' ? cell.toPrecision(6) : cell));
    expect(rows.map(toSix)).toEqual(own.map(toSix));
    expect(notes).toContain('By the day of receipt, whenever it was ordered.');
    expect(asked).toContain('purchase_order_lines.ordered_on BETWEEN @partition_start AND @partition_end');
  });

  test.each([
    { period: 'next 7 days', days: "BETWEEN '2026-11-24' AND '2026-11-30'" },
    { period: 'this week', days: "BETWEEN '2026-11-23' AND '2026-11-29'" },
  ])(
    'by the promised day tells what is due in $period, whenever it was ordered',
    async ({ period, days }) => {
      const { rows, notes, scope } = await call('get_purchase_orders', {
        ...{ measures: ['open_units', 'open_value'], dimensions: ['purchase_order'], by: 'expected', period },
      });
      const own = await sql(`SELECT purchase_order_id, SUM(ordered_quantity - received_quantity),
        SUM((ordered_quantity - received_quantity) * unit_cost)
      FROM purchase_order_lines WHERE ordered_on <= '${today}' AND status = 'open' AND expected_on ${days} GROUP BY 1`);
      expect(own.length).toBeGreaterThan(0);
      expect(rows.map(String).sort()).toEqual(own.map(String).sort());
      expect(scope.period?.label).toBe(period);
      expect(notes).toContain('By the promised day, whenever it was ordered.');
    },
  );

  test('by the promised day a week ahead is compared with this week', async () => {
    const args = { measures: ['open_value', 'open_lines'], by: 'expected' };
    const { rows, scope } = await call('get_purchase_orders', {
      ...{ ...args, period: 'next week', compareTo: 'this week' },
    });
    const openIn = (first: string, last: string) =>
      sql(`SELECT SUM((ordered_quantity - received_quantity) * unit_cost), COUNT(*) FROM purchase_order_lines
        WHERE ordered_on <= '${today}' AND status = 'open' AND expected_on BETWEEN '${first}' AND '${last}'`);
    const [[value, lines] = []] = await openIn('2026-11-30', '2026-12-06');
    const [[valueBefore, linesBefore] = []] = await openIn('2026-11-23', '2026-11-29');
    expect(Number(lines)).toBeGreaterThan(0);
    expect(rows[0]?.filter((_, index) => index % 4 < 2)).toEqual([value, valueBefore, lines, linesBefore]);
    expect(scope.period).toMatchObject({ start: '2026-11-30', end: '2026-12-06' });
  });

  test('what has no day of receipt is not asked for by it', async () => {
    const args = { measures: ['open_lines'], by: 'received', period: 'last month' };
    expect(await run('get_purchase_orders', args)).toMatchObject({
      ...{ kind: 'failure', code: 'unknown_name' },
      message: 'There is no measure "open_lines" in purchase orders by the day of receipt.',
    });
  });
});
