import { randomUUID } from 'node:crypto';
import type { QueryRowsResponse } from '@google-cloud/bigquery';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  createClient,
  failureOf,
  queryWithResponse,
  startTestServer,
  type TestServer,
} from '../testing/bigquery-client.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

/** Runs far longer than any test waits. */
const endless =
  'SELECT COUNT(*) AS n FROM UNNEST(GENERATE_ARRAY(1, 1000000)) AS a, UNNEST(GENERATE_ARRAY(1, 1000000)) AS b WHERE MOD(a * b, 7) = 3';

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

  test('closing stops what runs', async () => {
    const lines: string[] = [];
    const logger = pino({ level: 'debug' }, { write: (line) => void lines.push(line) });
    const own = await startTestServer({ logger });
    const client = createClient(own.origin, { autoRetry: false });
    const asked = failureOf(client.query(endless));
    await expect.poll(async () => (await client.getJobs())[0]).toHaveLength(1);
    await own.close();
    await expect.poll(() => lines.join('')).toContain('Job execution was cancelled');
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
