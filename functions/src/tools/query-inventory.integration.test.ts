import { afterAll, describe, expect, test } from 'vitest';
import { startDemoWarehouse, demoToday as today } from '../../../local/bigquery/testing/demo-warehouse.ts';
import { createDemoTools } from './testing/demo-tools.ts';

const demo = await startDemoWarehouse();
const { call, run, sql } = createDemoTools(demo.bigquery, today);
afterAll(demo.close);

describe('figures equal those of independent SQL', () => {
  test('stock by month is that of its last day', async () => {
    const { rows } = await call('query_inventory', {
      measures: ['on_hand'],
      grain: 'month',
      period: 'last 2 months',
    });
    const own = await sql(`SELECT DATE_TRUNC(snapshot_date, MONTH), SUM(on_hand) FROM stock_snapshots
      WHERE snapshot_date IN ('2026-09-30', '2026-10-31') GROUP BY 1 ORDER BY 1`);
    expect(rows).toEqual(own);
  });

  test('days of cover are available units over the demand of 91 days', async () => {
    const { rows } = await call('query_inventory', {
      measures: ['days_of_cover'],
      dimensions: ['warehouse'],
    });
    const own = await sql(`SELECT name, SUM(available) / (SUM(sold) / 91) FROM (
        SELECT warehouse_id, on_hand - reserved AS available, 0 AS sold FROM stock_snapshots WHERE snapshot_date = '${today}'
        UNION ALL
        SELECT warehouse_id, 0, quantity FROM sales_lines
        WHERE order_date BETWEEN '2026-08-25' AND '${today}' AND line_type = 'sale'
      ) JOIN warehouses USING (warehouse_id) GROUP BY name ORDER BY 2 DESC`);
    expect(rows.map(([name]) => name)).toEqual(own.map(([name]) => name));
    rows.forEach(([, days], index) => {
      // Demand of products that the warehouse has stopped listing counts in one only.
      expect(Math.abs(Number(days) / Number(own[index]?.[1]) - 1)).toBeLessThan(0.05);
    });
  });

  test('the demand of a product is what all warehouses sold of it, and adds up over products', async () => {
    const since = `BETWEEN '2026-08-25' AND '${today}' AND line_type = 'sale'`;
    const measures = ['daily_demand', 'days_of_cover'];
    const { rows } = await call('query_inventory', { measures, dimensions: ['sku'] });
    const own = await sql(`SELECT sku, sold / 91, available / (sold / 91) FROM products
      JOIN (SELECT product_id, SUM(on_hand - reserved) AS available FROM stock_snapshots
        WHERE snapshot_date = '${today}' GROUP BY 1) USING (product_id)
      LEFT JOIN (SELECT product_id, SUM(quantity) AS sold FROM sales_lines WHERE order_date ${since} GROUP BY 1) USING (product_id)`);
    const expected = new Map(own.map(([sku, demand, days]) => [sku, [demand, days]]));
    expect(rows.length).toBe(expected.size);
    for (const [sku, demand, days] of rows) {
      expect(demand).toBeCloseTo(Number(expected.get(sku)?.[0]), 9);
      expect(Number(days)).toBeCloseTo(Number(expected.get(sku)?.[1]), 6);
    }
    const whole = await call('query_inventory', { measures: ['daily_demand'] });
    const sum = rows.reduce((total, [, demand]) => total + Number(demand), 0);
    expect(Number(whole.rows[0]?.[0])).toBeCloseTo(sum, 6);
  });

  test('age of stock takes first in as first out', async () => {
    const measures = ['aged_units_90', 'aged_value_180', 'aged_units_365'];
    const { rows } = await call('query_inventory', { measures, dimensions: ['warehouse'] });
    const old = (days: number) => `GREATEST(on_hand - IFNULL(in_${days}, 0), 0)`;
    const since = (days: number) =>
      `SUM(IF(DATE_DIFF(DATE '${today}', movement_date, DAY) < ${days}, quantity, 0)) AS in_${days}`;
    const own =
      await sql(`SELECT warehouses.name, SUM(${old(90)}), SUM(${old(180)} * unit_cost), SUM(${old(365)})
      FROM stock_snapshots JOIN products USING (product_id) JOIN warehouses USING (warehouse_id)
      LEFT JOIN (SELECT product_id, warehouse_id, ${since(90)}, ${since(180)}, ${since(365)} FROM stock_movements
        WHERE movement_date > '2025-01-01' AND quantity > 0 GROUP BY 1, 2) USING (product_id, warehouse_id)
      WHERE snapshot_date = '${today}' GROUP BY name ORDER BY 2 DESC`);
    expect(rows).toEqual(own);
    expect(Number(rows[0]?.[1])).toBeGreaterThan(0);
  });

  test('turnover is the cost of a period over the average stock value, as turns per year', async () => {
    const args = { measures: ['turnover'], dimensions: ['product'], period: 'last 3 months' };
    const { rows } = await call('query_inventory', args);
    const days = "BETWEEN '2026-08-01' AND '2026-10-31'";
    const own = await sql(`SELECT name, cost / (stock / 92) * 365 / 92 FROM products
      JOIN (SELECT product_id, SUM(on_hand * unit_cost) AS stock FROM stock_snapshots JOIN products USING (product_id)
        WHERE snapshot_date ${days} GROUP BY product_id) USING (product_id)
      JOIN (SELECT product_id, SUM(cost_amount) AS cost FROM sales_lines
        JOIN stock_snapshots USING (product_id, warehouse_id)
        WHERE order_date ${days} AND line_type = 'sale' AND snapshot_date = '2026-10-31' GROUP BY product_id
      ) USING (product_id)`);
    const turns = new Map(rows.map(([name, value]) => [name, Number(value)]));
    expect(own.length).toBeGreaterThan(20);
    for (const [name, value] of own)
      expect(turns.get(name ?? null), String(name)).toBeCloseTo(Number(value), 4);
  });

  test('what sold nothing has no demand and turned nothing over, and no days of cover', async () => {
    const { rows } = await call('query_inventory', {
      measures: ['on_hand', 'units_sold_in_period', 'daily_demand', 'turnover', 'days_of_cover'],
      dimensions: ['product', 'warehouse'],
      having: [
        { measure: 'units_sold_in_period', op: 'at_most', value: 0 },
        { measure: 'on_hand', op: 'above', value: 0 },
      ],
    });
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row.slice(3)).toEqual([0, 0, 0, null]);
  });

  test('turnover counts the days that sales are on record for', async () => {
    const turnover = async (args: object) =>
      (await call('query_inventory', { measures: ['turnover'], ...args })).rows.map((row) => row.at(-1));
    const [whole] = await turnover({ period: 'all time' });
    expect(Number(whole)).toBeGreaterThan(0);
    expect(await turnover({ period: `2018-01-01..${today}` })).toEqual([whole]);
    const [recorded] = await turnover({ period: '2023-11-01..2023-12-31' });
    expect((await turnover({ period: 'all time', grain: 'year' }))[0]).toEqual(recorded);
    expect(await turnover({ period: '2023' })).toEqual([recorded]);
  });

  test('sell-through is units sold over units sold or left', async () => {
    const args = { measures: ['sell_through', 'units_sold_in_period'], dimensions: ['sku'] };
    const { rows, scope } = await call('query_inventory', args);
    expect(scope.period).toMatchObject({ start: '2026-08-25', end: today });
    const own = await sql(`SELECT sku, SUM(sold) / (SUM(sold) + SUM(on_hand)), SUM(sold) FROM stock_snapshots
      JOIN products USING (product_id)
      JOIN (SELECT product_id, warehouse_id, SUM(quantity) AS sold FROM sales_lines
        WHERE order_date >= '2026-08-25' AND line_type = 'sale' GROUP BY 1, 2) USING (product_id, warehouse_id)
      WHERE snapshot_date = '${today}' GROUP BY sku HAVING COUNT(*) = 4`);
    const found = new Map(rows.map(([sku, share, units]) => [sku, [Number(share), units]]));
    expect(own.length).toBeGreaterThan(5);
    for (const [sku, share, units] of own) {
      expect(found.get(sku ?? null)).toEqual([expect.closeTo(Number(share), 6), units]);
    }
  });
});

test.each([{}, { grain: 'month' }])(
  'the list price of a period is that of its last day (%o)',
  async (split) => {
    const args = { period: 'all time', ...split };
    const alone = await call('query_inventory', { ...args, measures: ['list_price', 'unit_cost'] });
    const beside = await call('query_inventory', {
      ...args,
      measures: ['list_price', 'unit_cost', 'on_hand'],
    });
    expect(alone.rows).toEqual(beside.rows.map((row) => row.slice(0, -1)));
  },
);

test('a share of stock value is that of its period: stock of several months is never a total', async () => {
  const args = { measures: ['stock_value_share'], grain: 'month', period: 'last 3 months' };
  const { rows } = await call('query_inventory', args);
  expect(rows.map(([, share]) => share)).toEqual([1, 1, 1]);
  const split = await call('query_inventory', { ...args, dimensions: ['warehouse'] });
  expect(split.rows.reduce((sum, row) => sum + Number(row[2]), 0)).toBeCloseTo(3, 6);
});

test('stock of two periods is compared, each by its last day, and changes add up', async () => {
  const measures = ['on_hand', 'average_on_hand'];
  const args = { measures, dimensions: ['category'], period: '2026-10', compareTo: '2026-07' };
  const { rows, columns, notes } = await call('query_inventory', args);
  const own = await sql(`SELECT category,
      SUM(IF(snapshot_date = '2026-10-31', on_hand, 0)), SUM(IF(snapshot_date = '2026-07-31', on_hand, 0)),
      SUM(IF(snapshot_date >= '2026-10-01', on_hand, 0)) / 31, SUM(IF(snapshot_date <= '2026-07-31', on_hand, 0)) / 31
    FROM stock_snapshots JOIN products USING (product_id)
    WHERE snapshot_date BETWEEN '2026-07-01' AND '2026-07-31' OR snapshot_date BETWEEN '2026-10-01' AND '2026-10-31'
    GROUP BY category`);
  const known = new Map(own.map(([name, ...figures]) => [name, figures]));
  expect(rows.length).toBe(own.length);
  for (const row of rows) {
    const [now, before, mean = 0, meanBefore = 0] = known.get(row[0] ?? null) ?? [];
    expect(row.slice(1, 4)).toEqual([now, before, Number(now) - Number(before)]);
    expect(Number(row[6])).toBeCloseTo(Number(mean), 4);
    expect(Number(row[7])).toBeCloseTo(Number(meanBefore), 4);
  }
  const contribution = columns.findIndex(({ name }) => name === 'on_hand_contribution');
  const sum = (index: number) => rows.reduce((total, row) => total + Number(row[index]), 0);
  expect(sum(contribution)).toBeCloseTo(sum(3) / sum(2), 9);
  expect(notes).toContain(
    'Stock is that of the last recorded day of each of the two periods, an average that of all its days.',
  );
});

test('periods that overlap are compared whole', async () => {
  const measures = ['on_hand', 'units_sold_in_period', 'stock_out_days'];
  const { rows } = await call('query_inventory', {
    measures,
    period: '2026-10',
    compareTo: 'Q3 2026..2026-10-15',
  });
  const alone = await call('query_inventory', { measures, period: '2026-10' });
  expect(rows[0]?.filter((_, index) => index % 4 === 0)).toEqual(alone.rows[0]);
});

test('two periods are compared by one dimension, without a grain', async () => {
  const args = { measures: ['on_hand'], compareTo: 'previous_period' };
  expect(await run('query_inventory', { ...args, grain: 'month' })).toMatchObject({
    ...{ kind: 'failure', code: 'invalid_argument', hint: 'Leave out grain or compareTo.' },
  });
  expect(await run('query_inventory', { ...args, dimensions: ['category', 'warehouse'] })).toMatchObject({
    ...{ kind: 'failure', hint: 'Compare by category, then by warehouse.' },
  });
});

test('products that did not sell in a period are those with stock and nothing sold', async () => {
  const { rows, scope } = await call('query_inventory', {
    measures: ['units_sold_in_period', 'on_hand'],
    dimensions: ['product'],
    period: '2026-11-22',
    having: [
      { measure: 'units_sold_in_period', op: 'at_most', value: 0 },
      { measure: 'on_hand', op: 'above', value: 0 },
    ],
  });
  const own = await sql(`SELECT name, 0, SUM(on_hand) FROM stock_snapshots JOIN products USING (product_id)
    WHERE snapshot_date = '2026-11-22' AND product_id NOT IN (SELECT product_id FROM sales_lines
      WHERE order_date = '2026-11-22' AND line_type = 'sale')
    GROUP BY name HAVING SUM(on_hand) > 0`);
  expect(own.length).toBeGreaterThan(0);
  expect(rows.map(String).sort()).toEqual(own.map(String).sort());
  expect(scope.filters).toEqual(['Units sold in the period at most 0', 'On hand above 0']);
});

test('a day is too short for turnover', async () => {
  const args = { measures: ['turnover'], grain: 'day' };
  expect(await run('query_inventory', args)).toMatchObject({ kind: 'failure', code: 'invalid_argument' });
});
