import { rm, truncate } from 'node:fs/promises';
import { BigQuery } from '@google-cloud/bigquery';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { listVersions } from './catalog/warehouse-versions.ts';
import {
  createAsk,
  createClient,
  dataset,
  failureOf,
  startTestServer,
  type TestServer,
} from './testing/bigquery-client.ts';
import { createWarehouseFolder, tinyRows, writeVersion } from './testing/tiny-warehouse.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

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

  test.each([0, 20_000])('one of which %i bytes are left is named at the start', async (bytes) => {
    const folder = await createWarehouseFolder();
    onTestFinished(() => rm(folder, { recursive: true }));
    await writeVersion(folder, hours(1), tinyRows);
    const [version] = await listVersions(folder);
    await truncate(version?.file ?? '', bytes);
    await expect(startTestServer({ warehouseFolder: folder })).rejects.toThrow(
      `${version?.file} cannot be read, and is damaged`,
    );
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
