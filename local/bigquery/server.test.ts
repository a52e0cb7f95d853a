import { randomUUID } from 'node:crypto';
import { BigQuery, type QueryRowsResponse } from '@google-cloud/bigquery';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import {
  createAsk,
  createClient,
  dataset,
  failureOf,
  queryWithResponse,
  startTestServer,
  type TestServer,
} from './testing/bigquery-client.ts';
import { tinyRows, writeVersion } from './testing/tiny-warehouse.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const defaultDataset = { datasetId: dataset };
const megabytes10 = 10 * 1024 * 1024;
/** Runs far longer than any test waits. */
const endless =
  'SELECT COUNT(*) AS n FROM UNNEST(GENERATE_ARRAY(1, 1000000)) AS a, UNNEST(GENERATE_ARRAY(1, 1000000)) AS b WHERE MOD(a * b, 7) = 3';

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

describe('a job', () => {
  const query = 'SELECT x FROM UNNEST(GENERATE_ARRAY(1, 25)) AS x ORDER BY x';

  test('is inserted, got, and read page by page', async () => {
    const [job] = await server.client.createQueryJob({
      query,
      jobId: `j${randomUUID()}`,
      labels: { turn: 'a-1' },
    });
    const numbers: number[] = [];
    const sizes: number[] = [];
    let pageToken: string | undefined;
    do {
      const answer: QueryRowsResponse = await job.getQueryResults({
        maxResults: 10,
        autoPaginate: false,
        pageToken,
      });
      numbers.push(...answer[0].map((row) => row.x));
      sizes.push(answer[0].length);
      pageToken = answer[1]?.pageToken;
    } while (pageToken !== undefined);
    expect(numbers).toEqual(Array.from({ length: 25 }, (_, index) => index + 1));
    expect(sizes).toEqual([10, 10, 5]);
    const [metadata] = await job.getMetadata();
    expect(metadata).toMatchObject({
      status: { state: 'DONE' },
      configuration: { jobType: 'QUERY', labels: { turn: 'a-1' }, query: { query } },
    });
  });

  test('on the short path has pages too', async () => {
    const [rows] = await server.client.query({ query, maxResults: 10 });
    expect(rows).toHaveLength(25);
  });

  test('needs no reference when its creation is optional', async () => {
    const asked = { query: 'SELECT 1 AS x', jobCreationMode: 'JOB_CREATION_OPTIONAL' as const };
    const { rows, response } = await queryWithResponse(server.client, asked);
    expect(rows).toEqual([{ x: 1 }]);
    expect(response.jobReference).toBeUndefined();
    expect(response.queryId).toEqual(expect.any(String));
  });

  test('with an id that is taken is a duplicate', async () => {
    const jobId = `j${randomUUID()}`;
    await server.client.createQueryJob({ query, jobId });
    expect(await failureOf(server.client.createQueryJob({ query, jobId }))).toMatchObject({
      code: 409,
      reason: 'duplicate',
    });
  });

  test('that fails says so in its status', async () => {
    const [job] = await server.client.createQueryJob({ query: 'SELECT 1/0' });
    expect(await failureOf(job.getQueryResults())).toMatchObject({ code: 400, message: 'division by zero' });
    const [metadata] = await job.getMetadata();
    expect(metadata.status).toMatchObject({ state: 'DONE', errorResult: { reason: 'invalidQuery' } });
  });

  test('that nobody started is notFound', async () => {
    expect(await failureOf(server.client.job('nope').getMetadata())).toMatchObject({
      code: 404,
      reason: 'notFound',
    });
  });

  test('is cancelled while it runs', async () => {
    const [job] = await server.client.createQueryJob({ query: endless });
    await job.cancel();
    const failure = await failureOf(job.getQueryResults());
    expect(failure.message).toContain('Job execution was cancelled: User requested cancellation');
    const [metadata] = await job.getMetadata();
    expect(metadata.status).toMatchObject({ state: 'DONE', errorResult: { reason: 'stopped' } });
  });

  test('that outlives jobTimeoutMs is stopped', async () => {
    const failure = await failureOf(server.client.query({ query: endless, jobTimeoutMs: 200 }));
    expect(failure).toMatchObject({
      reason: 'stopped',
      message: 'Job execution was cancelled: Job timed out after 0.2s',
    });
  });

  test('that outlives timeoutMs goes on, and answers when asked again', async () => {
    const failure = await failureOf(server.client.query(endless, { timeoutMs: 100 }));
    expect(failure.message).toBe('The query did not complete before 100ms');
    const [jobs] = await server.client.getJobs();
    const running = jobs.filter((job) => job.metadata.status?.state === 'RUNNING');
    expect(running).toHaveLength(1);
    await running[0]?.cancel();
  });
});

describe('limits', () => {
  test('twenty queries at once all finish', async () => {
    const asked = Array.from({ length: 20 }, (_, index) =>
      server.ask(
        `SELECT SUM(MOD(x * ${index}, 7)) AS n, ${index} AS i FROM UNNEST(GENERATE_ARRAY(1, 200000)) AS x`,
      ),
    );
    const answers = await Promise.all(asked);
    expect(answers.map(([row]) => row?.i)).toEqual(Array.from({ length: 20 }, (_, index) => index));
  });

  test('a query that outgrows the memory fails alone, and frees it', async () => {
    const small = await startTestServer({ limits: { memory: '40MB' } });
    const failure = await failureOf(
      small.ask('SELECT x, COUNT(*) AS n FROM UNNEST(GENERATE_ARRAY(1, 3000000)) AS x GROUP BY x'),
    );
    expect(failure).toMatchObject({ code: 400, reason: 'resourcesExceeded' });
    expect(await small.ask('SELECT COUNT(*) AS n FROM warehouses')).toEqual([{ n: 2 }]);
    await small.close();
  });

  test('closing stops what runs, within two seconds', async () => {
    const own = await startTestServer();
    const client = createClient(own.origin, { autoRetry: false });
    const asked = failureOf(client.query(endless));
    await vi.waitFor(async () => expect((await client.getJobs())[0]).toHaveLength(1));
    const start = performance.now();
    await own.close();
    expect(performance.now() - start).toBeLessThan(2000);
    await asked;
    await expect(fetch(`${own.origin}/health`)).rejects.toThrow();
  });

  test('a result that is too large is refused', async () => {
    const small = await startTestServer({ maxResultCells: 1000 });
    const failure = await failureOf(small.ask('SELECT x FROM UNNEST(GENERATE_ARRAY(1, 100000)) AS x'));
    expect(failure).toMatchObject({ code: 403, reason: 'responseTooLarge' });
    await small.close();
  });
});

describe('versions', () => {
  const hours = (count: number) => new Date(Date.now() - count * 3600_000);
  const query = 'SELECT COUNT(*) AS n FROM warehouses';

  test('a newer one is served without a restart, and older ones as of then', async () => {
    let now = Date.now();
    const own = await startTestServer({ at: hours(2), now: () => now });
    expect(await own.ask(query)).toEqual([{ n: 2 }]);
    await writeVersion(own.folder, hours(1), { warehouses: (tinyRows.warehouses ?? []).slice(0, 1) });
    now += 1000;
    expect(await own.ask(query)).toEqual([{ n: 1 }]);

    const asOf = (at: Date) =>
      own.ask(`${query} FOR SYSTEM_TIME AS OF @at`, { params: { at: BigQuery.timestamp(at) } });
    expect(await asOf(hours(1.5))).toEqual([{ n: 2 }]);
    expect(await asOf(hours(0.5))).toEqual([{ n: 1 }]);
    const both = await own.ask(
      'SELECT (SELECT COUNT(*) FROM warehouses) AS now, (SELECT COUNT(*) FROM warehouses FOR SYSTEM_TIME AS OF TIMESTAMP_SUB(CURRENT_TIMESTAMP(), INTERVAL 90 MINUTE)) AS before',
    );
    expect(both).toEqual([{ now: 1, before: 2 }]);
    for (const at of [hours(3), hours(-1), hours(24 * 8)]) {
      expect((await failureOf(asOf(at))).message).toContain('Invalid snapshot time');
    }
    await own.close();
  });

  test('none at all is notFound', async () => {
    const own = await startTestServer({ warehouseFolder: '/tmp/no-such-warehouse' });
    expect(await failureOf(own.ask(query))).toMatchObject({ code: 404, reason: 'notFound' });
    await own.close();
  });
});

describe('the catalog', () => {
  test('lists the dataset and its tables', async () => {
    const [datasets] = await server.client.getDatasets();
    expect(datasets.map((each) => each.id)).toEqual([dataset]);
    const [tables] = await server.client.dataset(dataset).getTables();
    expect(tables.map((table) => table.id)).toContain('sales_lines');
    const [metadata] = await server.client.dataset(dataset).getMetadata();
    expect(metadata).toMatchObject({ maxTimeTravelHours: '168' });
  });

  test('describes a table', async () => {
    const [metadata] = await server.client.dataset(dataset).table('sales_lines').getMetadata();
    expect(metadata).toMatchObject({
      numRows: '6',
      requirePartitionFilter: true,
      timePartitioning: { type: 'MONTH', field: 'order_date' },
      clustering: { fields: ['warehouse_id', 'product_id'] },
    });
    expect(metadata.schema.fields).toContainEqual({
      name: 'net_amount',
      type: 'NUMERIC',
      mode: 'REQUIRED',
      precision: '18',
      scale: '6',
      description: 'quantity x unit_price - discount_amount',
    });
  });

  test('does not know another dataset or table', async () => {
    expect(await failureOf(server.client.dataset('nope').getMetadata())).toMatchObject({
      code: 404,
      reason: 'notFound',
    });
    expect(await failureOf(server.client.dataset(dataset).table('nope').getMetadata())).toMatchObject({
      code: 404,
    });
  });
});

describe('the wire', () => {
  const path = '/projects/demo-tallyboard/queries';
  const post = (
    url: string,
    body: string,
    headers: Record<string, string> = { authorization: 'Bearer owner' },
  ) => fetch(`${server.origin}${url}`, { method: 'POST', body, headers });
  const select = JSON.stringify({
    query: 'SELECT TIMESTAMP "2026-01-01 00:00:00+00" AS t',
    useLegacySql: false,
  });

  test.each(['', '/bigquery/v2'])('is served below "%s"', async (prefix) => {
    const response = await post(`${prefix}${path}`, select);
    // Without useInt64Timestamp a timestamp is in seconds.
    expect(await response.json()).toMatchObject({ jobComplete: true, rows: [{ f: [{ v: '1767225600' }] }] });
  });

  test('is spoken by the client that BIGQUERY_EMULATOR_HOST points here', async () => {
    vi.stubEnv('BIGQUERY_EMULATOR_HOST', server.origin);
    try {
      expect(await createAsk(createClient(server.origin))('SELECT 1 AS x')).toEqual([{ x: 1 }]);
    } finally {
      vi.unstubAllEnvs();
    }
  });

  test.each([
    ['no token', select, {}, 401],
    ['JSON that is cut off', '{"query":', undefined, 400],
    ['no query', '{}', undefined, 400],
    ['legacy SQL', '{"query":"SELECT 1"}', undefined, 400],
    ['a label with capitals', '{"query":"SELECT 1","useLegacySql":false,"labels":{"A":"b"}}', undefined, 400],
    [
      'a parameter of a type that is not known',
      '{"query":"SELECT 1","useLegacySql":false,"queryParameters":[{"name":"x","parameterType":{"type":"JSON"},"parameterValue":{"value":"1"}}]}',
      undefined,
      400,
    ],
  ])('refuses %s', async (_what, body, headers, status) => {
    const response = await post(path, body, headers);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({
      error: { code: status, errors: [{ message: expect.any(String) }] },
    });
  });

  test('refuses another project', async () => {
    expect((await post('/projects/other/queries', select)).status).toBe(404);
  });

  test('answers a health check', async () => {
    expect((await fetch(`${server.origin}/health`)).status).toBe(200);
  });
});
