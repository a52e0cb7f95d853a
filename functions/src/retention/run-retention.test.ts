import { pino } from 'pino';
import { expect, it } from 'vitest';
import { type RetentionStore, runRetention } from './run-retention.ts';

const logger = pino({ level: 'silent' });
const key = (index: number) => ({ uid: 'u', conversationId: `c${index}` });

/** A store over two lists; a handled key leaves its list. */
function setUp(turns: number, conversations: number, failing: string[] = []) {
  const overdue = new Map(
    Array.from({ length: turns }, (_, index) => [`c${index}`, { ...key(index), turnId: 't' }]),
  );
  const expired = new Map(Array.from({ length: conversations }, (_, index) => [`c${index}`, key(index)]));
  let largestBatch = 0;
  let inFlight = 0;
  let mostInFlight = 0;
  const store: RetentionStore = {
    listOverdueTurns: async (_now, limit) => [...overdue.values()].slice(0, limit),
    interruptTurn: async ({ conversationId }) => overdue.delete(conversationId),
    listPurgeable: async (_now, limit) => {
      const batch = [...expired.values()].slice(0, limit);
      largestBatch = Math.max(largestBatch, batch.length);
      return batch;
    },
    purgeConversation: async ({ conversationId }) => {
      inFlight += 1;
      mostInFlight = Math.max(mostInFlight, inFlight);
      await Promise.resolve();
      inFlight -= 1;
      if (failing.includes(conversationId)) throw new Error('no answer');
      return expired.delete(conversationId) ? 3 : 0;
    },
  };
  return { store, overdue, expired, read: () => ({ largestBatch, mostInFlight }) };
}

/** The order of the store. */
const random = () => 0;
const steady = () => new Date('2026-11-23T03:00:00Z');

it('ends every overdue turn and purges every expired conversation, in bounded batches', async () => {
  const { store, overdue, expired, read } = setUp(3, 250);
  const report = await runRetention({ store, now: steady, random, timeoutMs: 1_000, logger });
  expect(report).toEqual({
    turnsEnded: 3,
    conversationsPurged: 250,
    documentsRemoved: 750,
    failures: 0,
    complete: true,
  });
  expect([overdue.size, expired.size]).toEqual([0, 0]);
  expect(read()).toEqual({ largestBatch: 100, mostInFlight: 5 });
});

it('goes on after one that fails, says that it is not complete, and ends', async () => {
  const { store, expired } = setUp(0, 12, ['c3', 'c7']);
  const report = await runRetention({ store, now: steady, random, timeoutMs: 1_000, logger });
  expect([...expired.keys()]).toEqual(['c3', 'c7']);
  expect(report).toMatchObject({ conversationsPurged: 10, complete: false });
});

it('goes past a whole batch that fails each time, and tries each of it once', async () => {
  const broken = Array.from({ length: 120 }, (_, index) => `c${index}`);
  const { store, expired } = setUp(0, 400, broken);
  const report = await runRetention({ store, now: steady, random, timeoutMs: 1_000, logger });
  expect([...expired.keys()]).toEqual(broken);
  expect(report).toMatchObject({ conversationsPurged: 280, failures: 120, complete: false });
});

it('ends where everything fails', async () => {
  const { store } = setUp(
    0,
    3_000,
    Array.from({ length: 3_000 }, (_, index) => `c${index}`),
  );
  const report = await runRetention({ store, now: steady, random, timeoutMs: 1_000, logger });
  expect(report).toMatchObject({ conversationsPurged: 0, complete: false });
  expect(report.failures).toBeGreaterThanOrEqual(1_000);
  expect(report.failures).toBeLessThan(2_200);
});

it('stops when its time is over, and the next run goes on where it stopped', async () => {
  const { store, expired } = setUp(0, 300);
  let calls = 0;
  const passing = () => {
    calls += 1;
    return new Date(calls * 10);
  };
  const first = await runRetention({ store, now: passing, random, timeoutMs: 1_000, logger });
  expect(first.complete).toBe(false);
  expect(expired.size).toBeGreaterThan(0);
  const second = await runRetention({ store, now: steady, random, timeoutMs: 1_000, logger });
  expect(first.conversationsPurged + second.conversationsPurged).toBe(300);
  expect(second.complete).toBe(true);
});

it('run twice at once removes everything once', async () => {
  const { store, expired } = setUp(0, 120);
  const run = () => runRetention({ store, now: steady, random, timeoutMs: 1_000, logger });
  const reports = await Promise.all([run(), run()]);
  expect(expired.size).toBe(0);
  expect(reports.reduce((sum, { documentsRemoved }) => sum + documentsRemoved, 0)).toBe(360);
});
