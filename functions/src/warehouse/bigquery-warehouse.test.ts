import { describe, expect, test } from 'vitest';
import { CodedError } from '../coded-error.ts';
import { createFake, done, dryRun, options, signal } from './testing/fake-bigquery.ts';
import type { Statement } from './warehouse.ts';

const statement: Statement = {
  sql: 'SELECT 1',
  parameters: {
    ids: { type: 'ARRAY<STRING>', value: [] },
    day: { type: 'DATE', value: '2026-11-22' },
    nothing: { type: 'NUMERIC', value: null },
    limit: { type: 'INT64', value: 5 },
  },
};

describe('a read', () => {
  test('is estimated first, then run with bound parameters, a cap and labels', async () => {
    const { warehouse, calls } = await createFake({
      'POST /jobs': dryRun(20_000_000),
      'POST /queries': () => ({ body: done }),
    });
    const order: unknown[] = [];
    const read = await warehouse.read(statement, {
      ...options,
      signal: signal(),
      onEstimate: (estimate) => void order.push(estimate, calls.length),
    });
    expect(order).toEqual([{ bytes: 20_971_520, priceUsd: (20_971_520 / 2 ** 40) * 6.25 }, 1]);
    expect(calls.map(({ method, path }) => `${method} ${path.replace(/[?].*/, '')}`)).toEqual([
      'POST /jobs',
      'POST /queries',
    ]);
    const [estimated, run] = calls;
    expect(estimated?.body).toMatchObject({ configuration: { dryRun: true, query: { query: 'SELECT 1' } } });
    expect(run?.body).toMatchObject({
      query: 'SELECT 1',
      useLegacySql: false,
      useQueryCache: true,
      maximumBytesBilled: '1000000000',
      maxResults: 100,
      labels: { turn: 't1' },
      location: 'EU',
      defaultDataset: { projectId: 'p', datasetId: 'tallyboard' },
      parameterMode: 'NAMED',
      queryParameters: [
        {
          name: 'ids',
          parameterType: { type: 'ARRAY', arrayType: { type: 'STRING' } },
          parameterValue: { arrayValues: [] },
        },
        { name: 'day', parameterType: { type: 'DATE' }, parameterValue: { value: '2026-11-22' } },
        { name: 'nothing', parameterType: { type: 'NUMERIC' }, parameterValue: { value: null } },
        { name: 'limit', parameterType: { type: 'INT64' }, parameterValue: { value: '5' } },
      ],
    });
    expect(read).toEqual({
      columns: [
        { name: 'day', type: 'DATE' },
        { name: 'units', type: 'INT64' },
        { name: 'revenue', type: 'NUMERIC' },
        { name: 'rate', type: 'FLOAT64' },
        { name: 'at', type: 'TIMESTAMP' },
        { name: 'open', type: 'BOOL' },
      ],
      rows: [
        ['2026-11-22', 42, 10.125, 0.5, '2026-11-23T08:00:00.000Z', true],
        [null, null, null, null, '2026-11-23T08:00:00.500Z', false],
      ],
      rowsCut: 0,
      jobId: 'job-1',
      bytesProcessed: 20_971_520,
      priceUsd: (20_971_520 / 2 ** 40) * 6.25,
      cacheHit: false,
      asOf: new Date(1795420800000),
    });
  });

  test('of a past moment names it behind each table of the dry run, and is not answered from the cache', async () => {
    const { warehouse, calls } = await createFake({
      'POST /jobs': dryRun(20_000_000),
      'POST /queries': () => ({ body: done }),
    });
    const asOf = new Date('2026-11-22T08:00:00Z');
    const past = { sql: 'SELECT x FROM t AS a JOIN u ON TRUE', parameters: {} };
    const read = await warehouse.read(past, { ...options, signal: signal(), asOf });
    expect(read.asOf).toEqual(asOf);
    expect(calls[1]?.body).toMatchObject({
      query: `SELECT x FROM t AS a FOR SYSTEM_TIME AS OF TIMESTAMP_MILLIS(${asOf.getTime()}) JOIN u ON TRUE`,
      useQueryCache: false,
    });
  });

  test('has an id of its own, by which BigQuery knows it where the client sends it again', async () => {
    const { warehouse, calls } = await createFake({
      'POST /jobs': dryRun(1),
      'POST /queries': () => ({ body: done }),
    });
    await warehouse.read(statement, { ...options, signal: signal() });
    await warehouse.read(statement, { ...options, signal: signal() });
    const ids = calls.flatMap(({ path, body }) => (path.startsWith('/queries') ? [body.requestId] : []));
    expect(ids).toEqual([expect.stringMatching(/^.{36}$/), expect.stringMatching(/^.{36}$/)]);
    expect(ids[0]).not.toBe(ids[1]);
  });

  test('costs what BigQuery billed, which may be less than its estimate', async () => {
    const { warehouse } = await createFake({
      'POST /jobs': dryRun(900_000_000),
      'POST /queries': () => ({ body: { ...done, totalBytesBilled: '18874368' } }),
    });
    const read = await warehouse.read(statement, { ...options, signal: signal() });
    expect(read).toMatchObject({ bytesProcessed: 18_874_368, priceUsd: (18_874_368 / 2 ** 40) * 6.25 });
  });

  test('that was polled costs what it processed, rounded up as BigQuery bills', async () => {
    const polled = { ...done, totalBytesBilled: undefined, totalBytesProcessed: '17000001' };
    const { warehouse } = await createFake({
      'POST /jobs': dryRun(900_000_000, 2),
      'POST /queries': () => ({ body: { jobComplete: false, jobReference: done.jobReference } }),
      'GET /queries/job-1': () => ({ body: polled }),
    });
    const read = await warehouse.read(statement, { ...options, signal: signal() });
    expect(read).toMatchObject({ bytesProcessed: (17 + 10) * 1_048_576 });
  });

  test('bills at least 10 MB a table, and nothing from the cache', async () => {
    const { warehouse } = await createFake({
      'POST /jobs': dryRun(5, 3),
      'POST /queries': () => ({ body: { ...done, cacheHit: true } }),
    });
    const estimates: number[] = [];
    const onEstimate = ({ bytes }: { bytes: number }) => void estimates.push(bytes);
    const read = await warehouse.read(statement, { ...options, signal: signal(), onEstimate });
    expect(estimates).toEqual([3 * 10_485_760]);
    expect(read).toMatchObject({ cacheHit: true, bytesProcessed: 0, priceUsd: 0 });
  });

  test('over the cap is refused with the figures, and neither set aside nor run', async () => {
    const { warehouse, calls } = await createFake({ 'POST /jobs': dryRun(3_000_000_000) });
    const estimates: unknown[] = [];
    const onEstimate = (estimate: unknown) => void estimates.push(estimate);
    await expect(
      warehouse.read(statement, { ...options, signal: signal(), onEstimate }),
    ).rejects.toMatchObject({
      code: 'too_expensive',
      message:
        'The read would bill more than one read may. It comes to 3002 MB (0.0171 US dollars); at most 1000 MB are allowed.',
    });
    expect([calls.length, estimates]).toEqual([1, []]);
  });

  test('that takes long is polled until it is done, page by page, up to the rows asked for', async () => {
    let polls = 0;
    const page = (from: number, pageToken?: string) => ({
      body: {
        ...done,
        schema: { fields: [{ name: 'n', type: 'INTEGER' }] },
        rows: [0, 1].map((offset) => ({ f: [{ v: String(from + offset) }] })),
        totalRows: '9',
        pageToken,
      },
    });
    const { warehouse, calls } = await createFake({
      'POST /jobs': dryRun(1),
      'POST /queries': () => ({ body: { jobComplete: false, jobReference: done.jobReference } }),
      'GET /queries/job-1': () => {
        polls += 1;
        return polls === 1
          ? { body: { jobComplete: false, jobReference: done.jobReference } }
          : page(polls * 2, `page-${polls}`);
      },
    });
    const read = await warehouse.read(statement, { ...options, maxRows: 3, signal: signal() });
    expect(read.rows).toEqual([[4], [5], [6]]);
    expect(read.rowsCut).toBe(6);
    expect(calls.map(({ path }) => new URL(path, 'http://x').searchParams.get('pageToken')).slice(2)).toEqual(
      [null, null, 'page-2'],
    );
  });

  test.each(['POST', 'GET'])(
    'that is aborted while it waits for the reply to a %s ends without it, with the reason, and cancels its job',
    async (waitsFor) => {
      const controller = new AbortController();
      const ended = Promise.withResolvers<void>();
      const reply = ({ method }: { method: string }) => {
        const body = { jobComplete: false, jobReference: done.jobReference };
        if (method !== waitsFor) return { body };
        controller.abort(new Error('cancelled by the person'));
        return { body, after: ended.promise };
      };
      const { warehouse, calls } = await createFake({
        'POST /jobs/job-1/cancel': () => ({ body: {} }),
        'POST /jobs': dryRun(1),
        'POST /queries': reply,
        'GET /queries/job-1': reply,
      });
      const started = warehouse.read(statement, { ...options, signal: controller.signal });
      await expect(started).rejects.toThrow('cancelled by the person');
      ended.resolve();
      await expect
        .poll(() => calls.filter(({ path }) => path.startsWith('/jobs/job-1/cancel')).length)
        .toBe(1);
    },
  );

  test('that fails says so in a sentence of ours, and has what BigQuery said as its cause', async () => {
    const error = {
      code: 400,
      message: 'Unrecognized name: x',
      errors: [{ reason: 'invalidQuery', message: 'Unrecognized name: x' }],
    };
    const { warehouse } = await createFake({ 'POST /jobs': () => ({ status: 400, body: { error } }) });
    await expect(warehouse.read(statement, { ...options, signal: signal() })).rejects.toMatchObject({
      name: 'WarehouseError',
      code: 'warehouse_failed',
      message: 'The data could not be read.',
      cause: { message: expect.stringContaining('Unrecognized name: x') },
    });
  });

  test('that our own side ends says why itself', async () => {
    const { warehouse } = await createFake({
      'POST /jobs': dryRun(1),
      'POST /queries': () => ({ body: done }),
    });
    for (const ours of [new CodedError('unavailable', 'Not stored.'), new TypeError('x is undefined')]) {
      const onEstimate = () => Promise.reject(ours);
      await expect(warehouse.read(statement, { ...options, signal: signal(), onEstimate })).rejects.toBe(
        ours,
      );
    }
  });

  test('with a whole number that JavaScript cannot hold fails instead of rounding', async () => {
    const body = {
      ...done,
      schema: { fields: [{ name: 'n', type: 'INTEGER' }] },
      rows: [{ f: [{ v: '9007199254740993' }] }],
    };
    const { warehouse } = await createFake({ 'POST /jobs': dryRun(1), 'POST /queries': () => ({ body }) });
    await expect(warehouse.read(statement, { ...options, signal: signal() })).rejects.toMatchObject({
      cause: { message: expect.stringContaining('beyond whole numbers') },
    });
  });
});
