import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../testing/bigquery-client.ts';

const endless =
  'SELECT COUNTIF(MOD(a * b, 7) = 3) AS n FROM UNNEST(GENERATE_ARRAY(1, 1000000)) AS a, UNNEST(GENERATE_ARRAY(1, 1000000)) AS b';
/** Its partition filter is worked out before it runs, and waits for a connection as well. */
const pruned = "SELECT COUNT(*) AS n FROM sales_lines WHERE order_date >= '2026-01-01'";
const waits = [pruned, 'SELECT 1 AS n'];

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ limits: { connections: 1 } });
  await server.ask(pruned);
});
afterAll(() => server.close());

/** Runs `work` while the only connection is taken, and asks once more when it is free. */
async function whileBusy(work: () => Promise<void>) {
  const [running] = await server.client.createQueryJob({ query: endless });
  try {
    await work();
    const [{ status }] = await running.getMetadata();
    expect(status.state).toBe('RUNNING');
  } finally {
    await running.cancel();
  }
  expect(await server.ask('SELECT 2 AS n', { useQueryCache: false })).toEqual([{ n: 2 }]);
}

const queued = { useQueryCache: false, defaultDataset: { datasetId: 'tallyboard' } };

test.each(waits)('a query that waits for its turn is cancelled at once: %s', async (query) => {
  await whileBusy(async () => {
    const [job] = await server.client.createQueryJob({ query, ...queued });
    await job.cancel();
    await expect(job.getQueryResults()).rejects.toThrow('User requested cancellation');
  });
});

test.each(waits)('a query that waits for its turn ends with its time: %s', async (query) => {
  await whileBusy(async () => {
    const asked = server.client.query({ query, ...queued, jobTimeoutMs: 200 });
    await expect(asked).rejects.toThrow('Job timed out after 0.2s');
  });
});
