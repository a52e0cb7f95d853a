import { BigQuery } from '@google-cloud/bigquery';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  dataset,
  failureOf,
  queryWithResponse,
  startTestServer,
  type TestServer,
} from './testing/bigquery-client.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const defaultDataset = { datasetId: dataset };
const megabytes10 = 10 * 1024 * 1024;

/** What a dry run says: bytes, schema and tables. */
async function dryRun(query: string, extra: object = {}) {
  const [job] = await server.client.createQueryJob({ query, dryRun: true, defaultDataset, ...extra });
  const { statistics } = job.metadata;
  return { bytes: Number(statistics.totalBytesProcessed), query: statistics.query };
}

describe('a dry run', () => {
  test('tells bytes, schema and tables without running', async () => {
    const { bytes, query } = await dryRun(
      "SELECT order_id, SUM(net_amount) AS net FROM sales_lines WHERE order_date >= '2026-01-01' GROUP BY 1",
    );
    // Six rows: order_id 'O1' takes 4 bytes, a NUMERIC 16, a DATE 8.
    expect(bytes).toBe(6 * (4 + 16 + 8));
    expect(query.schema.fields).toEqual([
      { name: 'order_id', type: 'STRING', mode: 'NULLABLE' },
      { name: 'net', type: 'NUMERIC', mode: 'NULLABLE' },
    ]);
    expect(query.referencedTables).toEqual([
      { projectId: 'demo-tallyboard', datasetId: dataset, tableId: 'sales_lines' },
    ]);
    expect(query).toMatchObject({ statementType: 'SELECT', cacheHit: false, totalBytesBilled: '0' });
  });

  test.each([
    ["order_date BETWEEN '2026-02-01' AND '2026-02-28'", 2],
    ["order_date = '2026-01-03'", 3],
    ["order_date > '2026-01-31'", 3],
    ["order_date < '2026-02-01' OR order_date >= '2026-03-01'", 4],
    ["order_date IN ('2026-01-03', '2026-03-02')", 4],
    ["order_date IN UNNEST([DATE '2026-02-01'])", 2],
    ["DATE_ADD(DATE '2026-01-31', INTERVAL 1 DAY) <= order_date", 3],
    ["order_date >= '2026-01-01' AND order_date < '2025-01-01'", 0],
  ])('counts the months that %s leaves', async (condition, rows) => {
    expect((await dryRun(`SELECT 1 FROM sales_lines WHERE ${condition}`)).bytes).toBe(rows * 8);
  });

  test('counts by the values of parameters', async () => {
    const params = { from: BigQuery.date('2026-02-01'), to: BigQuery.date('2026-02-28') };
    const { bytes } = await dryRun('SELECT 1 FROM sales_lines WHERE order_date BETWEEN @from AND @to', {
      params,
    });
    expect(bytes).toBe(2 * 8);
  });

  test('of COUNT(*) over a whole table reads nothing', async () => {
    expect((await dryRun('SELECT COUNT(*) FROM warehouses')).bytes).toBe(0);
  });

  test('finds what the run would find', async () => {
    const failure = await failureOf(dryRun('SELECT name, COUNT(*) FROM warehouses'));
    expect(failure).toMatchObject({ code: 400, reason: 'invalidQuery' });
  });
});

describe('bytes billed', () => {
  const query = 'SELECT name FROM warehouses';
  test('are 10 MiB a table at least', async () => {
    const [job] = await server.client.createQueryJob({ query, defaultDataset, useQueryCache: false });
    await job.getQueryResults();
    const [metadata] = await job.getMetadata();
    expect(metadata.statistics.query.totalBytesBilled).toBe(`${megabytes10}`);
  });

  test('over maximumBytesBilled stop the query before it runs', async () => {
    const failure = await failureOf(server.ask(query, { maximumBytesBilled: '1000000' }));
    expect(failure).toMatchObject({
      code: 400,
      reason: 'bytesBilledLimitExceeded',
      message: 'Query exceeded limit for bytes billed: 1000000. 10485760 or higher required.',
    });
  });
});

describe('the cache', () => {
  const query = 'SELECT MAX(name) AS x FROM warehouses';
  const run = async (options: object = {}) => {
    const { rows, response } = await queryWithResponse(server.client, { query, defaultDataset, ...options });
    const { cacheHit, totalBytesProcessed: bytes, totalBytesBilled: billed } = response;
    return { rows, cacheHit, bytes, billed };
  };

  test('answers a repeated query and bills nothing for it, unless it is told not to', async () => {
    const billed = String(10 * 1024 * 1024);
    expect(await run()).toMatchObject({ rows: [{ x: 'South' }], cacheHit: false, billed });
    expect(await run()).toMatchObject({ rows: [{ x: 'South' }], cacheHit: true, bytes: '0', billed: '0' });
    expect(await run({ useQueryCache: false })).toMatchObject({ cacheHit: false });
  });

  test('keeps no query that asks for the time', async () => {
    const now = { query: 'SELECT CURRENT_TIMESTAMP() AS t' };
    await run(now);
    expect(await run(now)).toMatchObject({ cacheHit: false });
  });

  test('knows parameters apart', async () => {
    const asked = { query: 'SELECT @x AS x' };
    expect((await run({ ...asked, params: { x: 1 } })).rows).toEqual([{ x: 1 }]);
    expect((await run({ ...asked, params: { x: 2 } })).rows).toEqual([{ x: 2 }]);
  });
});
