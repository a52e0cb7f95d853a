import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BigQuery } from '@google-cloud/bigquery';
import { OAuth2Client } from 'google-auth-library';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createBigqueryServer } from '../../../local/bigquery/bigquery-server.ts';
import { generateDemo } from '../../../local/data/generate-demo.ts';
import type { LocalServer } from '../../../local/listen.ts';
import { createBigqueryWarehouse } from './bigquery-warehouse.ts';
import type { Parameter, Warehouse } from './warehouse.ts';

let folder = '';
let server: LocalServer | undefined;
let open: (change?: { maxBytesBilled?: number; readTimeoutMs?: number }) => Warehouse;
let listJobs: () => Promise<string[]>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'warehouse-'));
  const tablesFolder = fileURLToPath(new URL('../../../bigquery/tables', import.meta.url));
  const made = await generateDemo({
    folder,
    tablesFolder,
    dataset: 'tallyboard',
    today: '2026-11-23',
    seed: 7,
    scale: 0.01,
  });
  expect(made.counts.sales_lines).toBeGreaterThan(10_000);
  const started = await createBigqueryServer({
    port: 0,
    projectId: 'demo-tallyboard',
    dataset: 'tallyboard',
    warehouseFolder: folder,
    tablesFolder,
    logger: pino({ level: 'silent' }),
  });
  server = started;
  const authClient = new OAuth2Client();
  authClient.setCredentials({ access_token: 'owner' });
  const bigquery = new BigQuery({
    projectId: 'demo-tallyboard',
    location: 'EU',
    apiEndpoint: started.origin,
    authClient,
  });
  listJobs = async () => (await bigquery.getJobs())[0].map(({ metadata }) => metadata.status?.state);
  open = (change) =>
    createBigqueryWarehouse({
      bigquery,
      dataset: 'tallyboard',
      maxBytesBilled: 1_000_000_000,
      pricePerTiBUsd: 6.25,
      readTimeoutMs: 20_000,
      random: Math.random,
      ...change,
    });
}, 60_000);

afterAll(async () => {
  await server?.close();
  await rm(folder, { recursive: true, force: true });
});

const options = () => ({ signal: new AbortController().signal, maxRows: 100, labels: { tool: 'test' } });
const lines = "SELECT line_id FROM sales_lines WHERE order_date >= '2023-01-01' ORDER BY line_id";
/** A join that no machine finishes. */
const endless = `SELECT COUNT(*) AS n FROM sales_lines AS a CROSS JOIN sales_lines AS b CROSS JOIN sales_lines AS c
  WHERE a.order_date > '2000-01-01' AND b.order_date > '2000-01-01' AND c.order_date > '2000-01-01'
    AND a.quantity * b.quantity + c.quantity = 17`;

test('parameters of every type come back as they went', async () => {
  const parameters: Record<string, Parameter> = {
    text: { type: 'STRING', value: "O'Neil %_\\ 100% ✓" },
    whole: { type: 'INT64', value: -42 },
    ratio: { type: 'FLOAT64', value: 0.1 },
    money: { type: 'NUMERIC', value: 12.345678 },
    yes: { type: 'BOOL', value: true },
    day: { type: 'DATE', value: '2026-02-28' },
    moment: { type: 'TIMESTAMP', value: '2026-02-28T12:34:56.789Z' },
    nothing: { type: 'STRING', value: null },
  };
  const names = Object.keys(parameters);
  const sql = `SELECT ${names.map((name) => `@${name} AS ${name}`).join(', ')}`;
  const read = await open().read({ sql, parameters }, options());
  expect(read.columns.map(({ type }) => type)).toEqual(names.map((name) => parameters[name]?.type));
  expect(read.rows).toEqual([names.map((name) => parameters[name]?.value)]);
});

test('arrays may be empty', async () => {
  const sql = 'SELECT COUNTIF(warehouse_id IN UNNEST(@ids)) AS n FROM warehouses';
  const count = async (ids: string[]) =>
    (await open().read({ sql, parameters: { ids: { type: 'ARRAY<STRING>', value: ids } } }, options()))
      .rows[0]?.[0];
  expect(await count([])).toBe(0);
  expect(await count(['WH-NORTH', 'WH-EAST'])).toBe(2);
});

test('rows beyond the limit are counted, over pages', async () => {
  const all = await open().read({ sql: lines, parameters: {} }, { ...options(), maxRows: 1_000_000 });
  expect(all.rows.length).toBeGreaterThan(10_000);
  expect(all.rowsCut).toBe(0);
  const ids = all.rows.map(([id]) => Number(id));
  expect(new Set(ids).size).toBe(ids.length);
  const some = await open().read({ sql: lines, parameters: {} }, { ...options(), maxRows: 10_001 });
  expect(some.rows).toEqual(all.rows.slice(0, 10_001));
  expect(some.rowsCut).toBe(all.rows.length - 10_001);
});

test('a read costs what its estimate said, and nothing when cached', async () => {
  const statement = { sql: 'SELECT SUM(unit_cost) AS cost FROM products', parameters: {} };
  const estimates: unknown[] = [];
  const read = () =>
    open().read(statement, { ...options(), onEstimate: (estimate) => void estimates.push(estimate) });
  const before = Date.now();
  const first = await read();
  const after = Date.now();
  expect(estimates).toEqual([{ bytes: first.bytesProcessed, priceUsd: first.priceUsd }]);
  expect(first).toMatchObject({ cacheHit: false, bytesProcessed: 10_485_760 });
  const asOf = first.asOf.getTime();
  expect([before, asOf, after].toSorted((a, b) => a - b)).toEqual([before, asOf, after]);
  expect(first.jobId).toMatch(/./);
  const second = await read();
  expect(second).toMatchObject({ cacheHit: true, bytesProcessed: 0, priceUsd: 0, rows: first.rows });
});

test('a read over the cap is refused before it runs', async () => {
  const read = open({ maxBytesBilled: 10_485_759 }).read({ sql: lines, parameters: {} }, options());
  await expect(read).rejects.toMatchObject({ name: 'WarehouseError', code: 'too_expensive' });
});

test('a statement that is wrong, or that would write, fails, and what BigQuery says is the cause', async () => {
  const read = (sql: string) => open().read({ sql, parameters: {} }, options());
  await expect(read('SELECT nonsense FROM products')).rejects.toMatchObject({ code: 'warehouse_failed' });
  await expect(read('DELETE FROM products WHERE TRUE')).rejects.toMatchObject({ code: 'warehouse_failed' });
  await expect(read('SELECT SUM(quantity) FROM sales_lines')).rejects.toMatchObject({
    code: 'warehouse_failed',
    cause: { message: expect.stringContaining('without a filter over column') },
  });
});

test('an aborted read ends before its query, which is then stopped', async () => {
  const controller = new AbortController();
  let ended: unknown;
  open()
    .read({ sql: endless, parameters: {} }, { ...options(), signal: controller.signal })
    .catch((error) => {
      ended = error;
    });
  await expect.poll(listJobs).toContain('RUNNING');
  const stopped = new Error('stopped');
  controller.abort(stopped);
  await new Promise(setImmediate);
  expect(ended).toBe(stopped);
  await expect.poll(listJobs).not.toContain('RUNNING');
});

test('a read that takes too long is cancelled and leaves room for others', async () => {
  // As many as the server runs at once.
  const slow = Array.from({ length: 4 }, () =>
    open({ readTimeoutMs: 1200 }).read({ sql: endless, parameters: {} }, options()),
  );
  const outcomes = await Promise.allSettled(slow);
  for (const outcome of outcomes) {
    expect(outcome).toMatchObject({
      status: 'rejected',
      reason: { code: 'warehouse_failed', message: 'The read did not finish in 1 s and was cancelled.' },
    });
  }
  await open().read({ sql: 'SELECT COUNT(*) AS n FROM suppliers', parameters: {} }, options());
});
