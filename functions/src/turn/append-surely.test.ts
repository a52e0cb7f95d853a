import type { AuditEntry } from '@tallyboard/contract';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { appendBeside, appendSurely } from './append-surely.ts';

const entry: AuditEntry = {
  at: new Date('2026-11-29T08:00:00Z'),
  uid: 'sso-1',
  conversationId: '',
  turnId: '',
  tool: 'query_sales',
  argumentsJson: '{}',
  sqlHash: null,
  rows: 5,
  outcome: 'ok',
  bytesProcessed: 10,
  latencyMs: 20,
};

async function append(failures: number) {
  const kept: string[] = [];
  const lines: string[] = [];
  let nowMs = 0;
  let left = failures;
  await appendSurely(
    {
      audit: {
        append: async (id) => {
          left -= 1;
          if (left >= 0) throw new Error('Firestore took too long');
          kept.push(id);
        },
      },
      clock: {
        now: () => new Date(nowMs),
        sleep: async (ms) => {
          nowMs += ms;
        },
      },
      random: () => 0.5,
      logger: pino({ level: 'warn' }, { write: (line: string) => void lines.push(JSON.parse(line).msg) }),
    },
    ['one', entry],
    1_000,
  );
  return { kept, lines };
}

test('an entry that is not stored at first is appended again', async () => {
  expect(await append(2)).toEqual({
    kept: ['one'],
    lines: ['audit write is tried again', 'audit write is tried again'],
  });
});

test('an entry that cannot be stored in time is in the log', async () => {
  const { kept, lines } = await append(100);
  expect(kept).toEqual([]);
  expect(lines.at(-1)).toBe('audit entry is not stored');
});

test('who is not in a turn waits three seconds for an entry at most, and it is tried on', async () => {
  const [stored, waited] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const sleeps: number[] = [];
  const kept: string[] = [];
  const deps = {
    audit: {
      append: async (id: string) => {
        await stored.promise;
        kept.push(id);
      },
    },
    clock: {
      now: () => new Date(0),
      sleep: (ms: number) => {
        sleeps.push(ms);
        return waited.promise;
      },
    },
    random: () => 0.5,
    logger: pino({ level: 'silent' }),
  };
  const appending = appendBeside(deps, ['one', entry], 30_000);
  expect(sleeps).toEqual([3_000]);
  waited.resolve();
  await appending;
  expect(kept).toEqual([]);
  stored.resolve();
  await expect.poll(() => kept).toEqual(['one']);
});
