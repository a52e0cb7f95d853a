import { expect, test } from 'vitest';
import { createFake, done, dryRun, options, signal } from './testing/fake-bigquery.ts';

const statement = { sql: 'SELECT 1', parameters: {} };
const refuse = (status: number, reason: string) => ({
  status,
  body: { error: { code: status, message: reason, errors: [{ reason, message: reason }] } },
});

test.each([
  [403, 'rateLimitExceeded'],
  [400, 'jobRateLimitExceeded'],
  [400, 'jobBackendError'],
])('a statement that BigQuery refuses twice with %i %s is sent again', async (status, reason) => {
  let refusals = 2;
  const { warehouse, calls } = await createFake({
    'POST /jobs': dryRun(1),
    'POST /queries': () => (refusals-- > 0 ? refuse(status, reason) : { body: done }),
  });
  const read = await warehouse.read(statement, { ...options, signal: signal() });
  expect(read.rows).toHaveLength(2);
  const ids = calls.flatMap(({ path, body }) => (path.startsWith('/queries') ? [body.requestId] : []));
  expect(ids).toHaveLength(3);
});

test('a job that fails inside BigQuery while it is polled is started anew; one whose poll is refused is polled again', async () => {
  const refusals = [refuse(403, 'rateLimitExceeded'), refuse(400, 'jobBackendError')];
  const { warehouse, calls } = await createFake({
    'POST /jobs': dryRun(1),
    'POST /queries': () => ({ body: { jobComplete: false, jobReference: done.jobReference } }),
    'GET /queries/job-1': () => refusals.shift() ?? { body: done },
  });
  await warehouse.read(statement, { ...options, signal: signal() });
  expect(calls.map(({ method }) => method)).toEqual(['POST', 'POST', 'GET', 'GET', 'POST', 'GET']);
  const [first, second] = calls
    .filter(({ path }) => path.startsWith('/queries'))
    .filter(({ method }) => method === 'POST');
  expect(first?.body.requestId).not.toBe(second?.body.requestId);
});

test('a read that BigQuery goes on refusing ends with its time, and has the refusal as its cause', async () => {
  const { warehouse, calls } = await createFake({
    'POST /jobs': () => refuse(403, 'rateLimitExceeded'),
  });
  await expect(warehouse.read(statement, { ...options, signal: signal() })).rejects.toMatchObject({
    code: 'warehouse_failed',
    message: 'The read did not finish in 3 s and was cancelled.',
    cause: { message: expect.stringContaining('rateLimitExceeded') },
  });
  expect(calls.length).toBeGreaterThan(3);
});

test('a read that is aborted while it waits to be sent again ends with the reason, and not after the wait', async () => {
  const waits = Promise.withResolvers<void>();
  // Asked for how long to wait, right before the wait.
  const random = () => {
    waits.resolve();
    return 1;
  };
  const { warehouse } = await createFake({ 'POST /jobs': () => refuse(403, 'rateLimitExceeded') }, random);
  const stopped = new Error('stopped');
  const controller = new AbortController();
  let ended: unknown;
  warehouse.read(statement, { ...options, signal: controller.signal }).catch((error) => {
    ended = error;
  });
  await waits.promise;
  controller.abort(stopped);
  await new Promise(setImmediate);
  expect(ended).toBe(stopped);
});
