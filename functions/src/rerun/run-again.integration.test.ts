import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listVersions, newVersionFile } from '../../../local/bigquery/catalog/warehouse-versions.ts';
import { createClient, startTestServer } from '../../../local/bigquery/testing/bigquery-client.ts';
import { demoToday as today } from '../../../local/bigquery/testing/demo-warehouse.ts';
import { copyDemo } from '../../../local/data/testing/copy-demo.ts';
import { createTools } from '../tools/all-tools.ts';
import { readCoverage } from '../tools/read-coverage.ts';
import { createDemoTools } from '../tools/testing/demo-tools.ts';
import { models } from '../tools/testing/tool-setting.ts';
import { runAgain, type SavedResult } from './run-again.ts';

/** A call of each tool that reads, of those that look back, compare, forecast and filter too. */
const calls: [tool: string, args: object][] = [
  ['get_sales_by_month', { months: 3 }],
  ['query_sales', { measures: ['revenue', 'margin_rate'], dimensions: ['category'], grain: 'month' }],
  ['query_sales', { measures: ['orders'], dimensions: ['weekday', 'fiscal_quarter'] }],
  ['query_sales', { measures: ['customers'], dimensions: ['customer'], limit: 5 }],
  ['compare_sales', { dimension: 'product' }],
  ['find_new_or_lapsed', { which: 'new', period: 'last 12 months' }],
  ['query_inventory', { measures: ['on_hand', 'days_of_cover', 'aged_units_90'], dimensions: ['category'] }],
  ['query_inventory', { measures: ['turnover'], dimensions: ['warehouse'], grain: 'quarter' }],
  ['get_stock_movements', { measures: ['movements'], dimensions: ['movement_type'] }],
  ['get_purchase_orders', { measures: ['open_value'], dimensions: ['supplier'] }],
  ['get_reorder_recommendations', {}],
  ['find_slow_movers', {}],
  ['classify_products', {}],
  ['describe_data', { topic: 'tables' }],
  ['forecast_demand', { dimension: 'category' }],
  ['search_catalog', { query: 'lamp' }],
];

const access = ['WH-NORTH', 'WH-EAST'];
let folder = '';
let server: Awaited<ReturnType<typeof startTestServer>> | undefined;
let tools: ReturnType<typeof createDemoTools>;
const saved = new Map<string, SavedResult>();

/** Puts the demo of a seed into the folder, as a version from now on. */
async function addVersion(seed: number): Promise<void> {
  const made = await mkdtemp(join(tmpdir(), 'rerun-'));
  await copyDemo(made, { today, seed, scale: 0.02 });
  const [version] = await listVersions(made);
  if (version === undefined) throw new Error('no demo was made');
  await copyFile(version.file, newVersionFile(folder, new Date()).complete);
  await rm(made, { recursive: true, force: true });
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rerun-'));
  await addVersion(7);
  server = await startTestServer({ warehouseFolder: folder });
  tools = createDemoTools(createClient(server.origin), today);
  for (const [index, [tool, args]] of calls.entries()) {
    const { rows, notes: _, ...kept } = await tools.call(tool, args, access);
    const resultId = `r${index + 1}`;
    const result = {
      ...kept,
      ...{ resultId, tool, argumentsJson: JSON.stringify(args) },
      ...{ rowCount: rows.length, rowsJson: '[]', partCount: 1, expiresAt: kept.asOf },
    };
    saved.set(resultId, { result, rows, calledAt: new Date(`${today}T12:00:00Z`) });
  }
  await addVersion(8);
  // The server looks for new versions once a second.
  await new Promise((resolve) => setTimeout(resolve, 1_500));
}, 120_000);
afterAll(async () => {
  await server?.close();
  await rm(folder, { recursive: true, force: true });
});

function rerun(resultId: string, asOf: 'then' | 'now') {
  const deps = {
    createTools: () => createTools({ models, readCoverage }),
    readSaved: async () => {
      const found = saved.get(resultId);
      if (found === undefined) throw new Error(`There is no ${resultId}`);
      return found;
    },
    toDay: () => ({ reserve: async () => true, giveBack: async () => {} }),
    warehouse: tools.warehouse,
    company: { timeZone: 'UTC', currency: 'USD', fiscalYearStartMonth: 1 },
    audit: async () => {},
    now: () => new Date(),
    logger: pino({ level: 'silent' }),
    newId: () => 'id',
    timeoutMs: 20_000,
    maxRows: 10_000,
    maxTimeTravelHours: 168,
  };
  const key = { conversationId: 'c', turnId: 't', resultId };
  return runAgain(deps, { uid: 'maya', access }, key, { asOf });
}

test('every tool that reads is among the calls', () => {
  const reading = createTools({ models }).filter(({ needsResults }) => !needsResults);
  expect(new Set(calls.map(([tool]) => tool))).toEqual(new Set(reading.map(({ name }) => name)));
});

test.each(calls.map(([tool, args], index) => [tool, args, `r${index + 1}`] as const))(
  '%s %j says the same of the tables as they were, after they were replaced',
  async (_tool, _args, resultId) => {
    const { difference } = await rerun(resultId, 'then');
    expect(difference).toMatchObject({ changed: 0, added: 0, removed: 0 });
    expect(difference.same).toBe(saved.get(resultId)?.rows.length);
    expect(difference.same).toBeGreaterThan(0);
  },
);

test('the same calls say something else of the tables as they are', async () => {
  const differences = await Promise.all(
    [...saved].map(async ([resultId, { result }]) => ({
      tool: result.tool,
      ...(await rerun(resultId, 'now')).difference,
    })),
  );
  const silent = differences.filter(({ changed, added, removed }) => changed + added + removed === 0);
  expect(silent.map(({ tool }) => tool)).toEqual([]);
});
