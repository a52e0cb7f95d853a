import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BigQuery } from '@google-cloud/bigquery';
import type { Cell } from '@tallyboard/contract';
import { OAuth2Client } from 'google-auth-library';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createBigqueryServer } from '../../../local/bigquery/bigquery-server.ts';
import { generateDemo } from '../../../local/data/generate-demo.ts';
import type { LocalServer } from '../../../local/listen.ts';
import { units } from '../analytics/calendar.ts';
import { compile } from '../analytics/compile.ts';
import { baseMeasuresOf } from '../analytics/measure-expressions.ts';
import { readModels } from '../analytics/read-models.ts';
import type { AnalyticsRequest } from '../analytics/request.ts';
import { createBigqueryWarehouse } from '../warehouse/bigquery-warehouse.ts';
import type { Warehouse } from '../warehouse/warehouse.ts';
import { createTools } from './all-tools.ts';
import { runTool } from './run-tool.ts';
import type { ToolContext, ToolResult } from './tool.ts';

const root = new URL('../../../', import.meta.url);
const models = await readModels(new URL('bigquery/models/', root));
const today = '2026-11-23';
/** Four weeks over two months and two quarters. */
const fourWeeks = { start: '2026-09-14', end: '2026-10-11', label: 'four weeks' };
const warehouses = ['WH-NORTH', 'WH-SOUTH', 'WH-EAST', 'WH-WEST'];

let folder = '';
let server: LocalServer | undefined;
let warehouse: Warehouse;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tools-'));
  const tablesFolder = fileURLToPath(new URL('bigquery/tables', root));
  await generateDemo({ folder, tablesFolder, dataset: 'tallyboard', today, seed: 7, scale: 0.02 });
  server = await createBigqueryServer({
    port: 0,
    projectId: 'demo-tallyboard',
    dataset: 'tallyboard',
    warehouseFolder: folder,
    tablesFolder,
    logger: pino({ level: 'silent' }),
  });
  const authClient = new OAuth2Client();
  authClient.setCredentials({ access_token: 'owner' });
  warehouse = createBigqueryWarehouse({
    bigquery: new BigQuery({
      projectId: 'demo-tallyboard',
      location: 'EU',
      apiEndpoint: server.origin,
      authClient,
    }),
    dataset: 'tallyboard',
    maxBytesBilled: 1_000_000_000,
    pricePerTiBUsd: 6.25,
    readTimeoutMs: 20_000,
  });
}, 60_000);

afterAll(async () => {
  await server?.close();
  await rm(folder, { recursive: true, force: true });
});

describe('every measure', () => {
  const request = (change: Partial<AnalyticsRequest>): AnalyticsRequest => ({
    measures: [],
    dimensions: [],
    grain: null,
    period: fourWeeks,
    filters: [],
    orderBy: null,
    limit: null,
    access: 'all',
    ...change,
  });

  for (const model of Object.values(models)) {
    const measures = Object.keys(model.measures);
    const additive = measures.filter((name) => model.measures[name]?.additivity === 'additive');
    const read = async (change: Partial<AnalyticsRequest>) => {
      const outcome = compile(request(change), model);
      if (!outcome.ok) throw new Error(outcome.problem.message);
      const options = { signal: new AbortController().signal, maxRows: 100_000, labels: {} };
      return warehouse.read(outcome.value.statement, options);
    };
    const looksBack = (measure: string) =>
      baseMeasuresOf(measure, model).some(
        ({ join }) => join !== undefined && model.joins[join]?.window !== undefined,
      );
    const sum = (rows: Cell[][], index: number) => rows.reduce((total, row) => total + Number(row[index]), 0);

    test.each([null, ...Object.keys(model.dimensions)])(
      `of ${model.name} runs by %s and every grain`,
      async (name) => {
        const dimensions = name === null ? [] : [name];
        const [total] = (await read({ measures: additive })).rows;
        for (const grain of [null, ...units]) {
          const asked = grain === null ? measures : measures.filter((measure) => !looksBack(measure));
          const { columns, rows } = await read({ measures: asked, dimensions, grain });
          const names = [...(grain === null ? [] : [grain]), ...dimensions, ...asked];
          expect(columns.map((column) => column.name)).toEqual(names);
          expect(rows.length).toBeGreaterThan(0);
          additive.forEach((measure, index) => {
            expect(sum(rows, names.indexOf(measure)), `${measure} by ${grain}`).toBeCloseTo(
              Number(total?.[index]),
              4,
            );
          });
        }
      },
    );

    test.each(measures)(`of ${model.name} runs alone: %s`, async (measure) => {
      const { rows } = await read({ measures: [measure] });
      expect(rows).toHaveLength(1);
      expect(rows[0]?.[0]).toSatisfy((cell) => Number.isFinite(cell) && cell >= 0);
    });

    test(`of ${model.name} runs with every filter`, async () => {
      for (const dimension of Object.keys(model.dimensions)) {
        for (const op of ['is', 'is_not', 'contains'] as const) {
          const filters = [{ dimension, op, values: ['no such name', "%_'\\"] }];
          const { rows } = await read({ measures: additive, filters });
          const all = await read({ measures: additive });
          // Nothing has that name: "is" and "contains" keep nothing, "is_not" keeps all.
          if (op === 'is_not') expect(rows).toEqual(all.rows);
          else expect(rows[0]?.every((cell) => cell === 0)).toBe(true);
        }
      }
    });
  }
});

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
});

describe('a caller of one warehouse', () => {
  const access = ['WH-NORTH'];

  test('gets that warehouse from every tool, and the warehouses add up to the company', async () => {
    for (const [tool, args] of [
      ['get_sales_by_month', { months: 1, measures: ['revenue'] }],
      ['query_sales', { measures: ['units'], period: 'last month' }],
      ['query_inventory', { measures: ['on_hand'] }],
    ] as const) {
      const value = async (who: ToolContext['access']) =>
        Number((await call(tool, args, who)).rows[0]?.at(-1));
      const own = await Promise.all(warehouses.map((id) => value([id])));
      expect(Math.min(...own)).toBeGreaterThan(0);
      expect(own.reduce((total, each) => total + each, 0)).toBeCloseTo(await value('all'), 4);
    }
  });

  test('cannot reach another by asking for it', async () => {
    const filters = [{ dimension: 'warehouse', op: 'is', values: ['WH-SOUTH'] }];
    for (const [tool, args] of [
      ['query_sales', { measures: ['revenue'], filters }],
      ['query_inventory', { measures: ['on_hand'], filters }],
      ['get_reorder_recommendations', { filters }],
    ] as const) {
      expect(await run(tool, args, access)).toMatchObject({ kind: 'failure', code: 'not_permitted' });
    }
    const filter = [{ dimension: 'warehouse', op: 'contains', values: ['a'] }];
    const rows = (
      await call('query_sales', { measures: ['units'], dimensions: ['warehouse'], filters: filter }, access)
    ).rows;
    expect(rows.length).toBeLessThanOrEqual(1);
  });

  test('finds only that warehouse in the catalog, and is told of reorders there only', async () => {
    const found = await call('search_catalog', { query: 'Distribution Center', kind: 'warehouse' }, access);
    expect(found.rows.map(([, id]) => id)).toEqual(access);
    const [name] = found.rows.map(([, , each]) => String(each));
    const reorder = await call('get_reorder_recommendations', {}, access);
    const column = reorder.columns.findIndex((each) => each.name === 'warehouse');
    const others = reorder.rows.filter((row) => ![name, 'Your warehouses'].includes(String(row[column])));
    expect(others).toEqual([]);
  });
});

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

describe('names', () => {
  test('a misspelled product is found by search_catalog and offered by a filter', async () => {
    const [product] = await sql('SELECT name, sku FROM products ORDER BY LENGTH(name) DESC, sku LIMIT 1');
    const name = String(product?.[0]);
    const typo = `${name.slice(0, 4)}${name.slice(5)}`;
    const found = await call('search_catalog', { query: typo, kind: 'product' });
    expect(found.rows[0]?.slice(0, 4)).toEqual(['product', expect.any(String), name, product?.[1]]);
    const filters = [{ dimension: 'product', op: 'is', values: [typo] }];
    expect(await run('query_sales', { measures: ['revenue'], filters })).toMatchObject({
      kind: 'failure',
      code: 'no_match',
      hint: expect.stringContaining(name),
    });
  });

  test('a product is filtered by its SKU in any case', async () => {
    const [product] = await sql('SELECT sku, name FROM products ORDER BY sku LIMIT 1');
    const filters = [{ dimension: 'product', op: 'is', values: [String(product?.[0]).toLowerCase()] }];
    const { rows } = await call('query_sales', {
      measures: ['units'],
      dimensions: ['product'],
      period: 'all time',
      filters,
    });
    expect(rows).toEqual([[product?.[1], expect.any(Number)]]);
  });

  test('customers who share a name are told apart, and found by either', async () => {
    const [shared] = await sql(`SELECT name, MIN(customer_id) FROM customers GROUP BY name
      HAVING COUNT(*) > 1 ORDER BY COUNT(*) DESC, name LIMIT 1`);
    const [name, id] = [String(shared?.[0]), String(shared?.[1])];
    const ask = async (value: string) => {
      const filters = [{ dimension: 'customer', op: 'is', values: [value] }];
      const args = { measures: ['units'], dimensions: ['customer'], period: 'all time', filters };
      return (await call('query_sales', args)).rows.map(([customer]) => customer);
    };
    const all = await ask(name);
    expect(all.length).toBeGreaterThan(1);
    expect(new Set(all).size).toBe(all.length);
    expect(all).toContain(`${name} (${id})`);
    expect(await ask(`${name} (${id})`)).toEqual([`${name} (${id})`]);
  });

  test('wildcards mean themselves', async () => {
    expect(await run('search_catalog', { query: '%' })).toMatchObject({ kind: 'failure', code: 'no_match' });
  });
});

async function run(tool: string, args: object, access: ToolContext['access'] = 'all') {
  const context: ToolContext = {
    warehouse,
    access,
    findResult: () => undefined,
    nextVisualizationId: () => 'v1',
    now: new Date(`${today}T12:00:00Z`),
    signal: new AbortController().signal,
    company: { timeZone: 'UTC', currency: 'USD', fiscalYearStartMonth: 1 },
    maxRows: 10_000,
    labels: { test: 'tools' },
    onEstimate: () => {},
  };
  return runTool(tools, tool, args, context);
}

const tools = createTools({ models });

async function call(tool: string, args: object, access: ToolContext['access'] = 'all'): Promise<ToolResult> {
  const outcome = await run(tool, args, access);
  if (outcome.kind !== 'result') throw new Error(JSON.stringify(outcome));
  return outcome.result;
}

async function sql(text: string): Promise<Cell[][]> {
  const options = { signal: new AbortController().signal, maxRows: 10_000, labels: {} };
  return (await warehouse.read({ sql: text, parameters: {} }, options)).rows;
}
