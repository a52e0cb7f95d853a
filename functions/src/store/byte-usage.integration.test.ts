import { expect, test } from 'vitest';
import { createAdmin } from '../../../local/firestore/testing/admin-client.ts';
import { startServer } from '../../../local/firestore/testing/start-server.ts';
import { emptyProgress } from '../turn/turn-progress.ts';
import { createTurnStore } from './create-turn-store.ts';
import { interruptTurn } from './interrupt-turn.ts';
import { storeOptions } from './testing/store-options.ts';
import { toEnd, toKey, useStore } from './testing/use-store.ts';

const { setting, startRecord } = useStore({ startServer, createAdmin });

const usageOf = (bytesProcessed: number) => ({
  ...{
    model: 'm',
    rounds: 1,
    toolCalls: 1,
    inputTokens: 1,
    outputTokens: 1,
    thoughtTokens: 0,
    cachedTokens: 0,
  },
  ...{ bytesProcessed, priceUsd: 0 },
});

const countBytes = async () => {
  const days = await setting.db.collection('users/maya/usage').where('bytes', '>=', 0).get();
  return days.docs.reduce((sum, day) => sum + day.get('bytes'), 0);
};

test('what reads were billed is counted for the day, once, whether the turn ends or its function dies', async () => {
  const progress = { ...emptyProgress, text: 'a', usage: usageOf(500) };
  const record = await startRecord();
  await record.end(toEnd({ progress }));
  await record.end(toEnd({ progress })).catch(() => undefined);
  expect(await countBytes()).toBe(500);
  const dead = await startRecord({ number: 2, now: new Date(Date.now() + 1), timeoutMs: 1 });
  await dead.write(progress);
  await interruptTurn(setting.db, toKey(2), new Date(Date.now() + 20_000));
  await interruptTurn(setting.db, toKey(2), new Date(Date.now() + 20_000));
  expect(await countBytes()).toBe(1000);
});

test('turns side by side, in any process, cannot set aside more than the day’s limit; what was not billed is given back', async () => {
  const small = { ...storeOptions, bytesPerDay: 1000 };
  const records = await Promise.all(
    Array.from({ length: 6 }, async (_, index) => {
      const turnKey = { ...toKey(index + 1), conversationId: toKey(index + 1).turnId };
      const asked = { begins: true, question: 'q', title: 't', now: new Date(), timeoutMs: 30_000 };
      const started = await createTurnStore(setting.db, small).startTurn({ key: turnKey, ...asked });
      if (started.kind !== 'started') throw new Error('the turn existed');
      expect(started.turn.bytesReserved).toBe(20);
      return started.record;
    }),
  );
  const outcomes = await Promise.all(records.map((record) => record.reserveBytes(300)));
  expect(outcomes.filter(Boolean)).toHaveLength(2);
  expect(await countBytes()).toBe(6 * 20 + 2 * 300);
  const billed = (index: number) => (outcomes[index] ? 310 : 0);
  await Promise.all(
    records.map((record, index) =>
      record.end(toEnd({ progress: { ...emptyProgress, text: 'a', usage: usageOf(billed(index)) } })),
    ),
  );
  expect(await countBytes()).toBe(620);
});

test.each(['refuse', 'fail', 'loseReply'] as const)(
  'where the first commits end in %s, two turns side by side still set aside what they need, once',
  async (kind) => {
    const first = await startRecord();
    const conversationId = toKey(2).turnId;
    const second = await startRecord({ number: 2, conversationId, now: new Date(Date.now() + 1) });
    const before = await countBytes();
    let commits = 0;
    setting.proxy.decide = (path) => {
      if (!path.includes(':commit')) return undefined;
      commits += 1;
      return commits <= 2 ? { kind } : undefined;
    };
    expect(await Promise.all([first.reserveBytes(300), second.reserveBytes(300)])).toEqual([true, true]);
    expect(await countBytes()).toBe(before + 600);
    for (const record of [first, second]) await record.end(toEnd());
    expect(await countBytes()).toBe(0);
  },
);

test('what goes on failing is given up', async () => {
  const record = await startRecord();
  setting.proxy.decide = (path) => (path.includes(':commit') ? { kind: 'fail' } : undefined);
  await expect(record.reserveBytes(300)).rejects.toThrow('internal');
});

test('a person whose counts were removed while a turn ran can ask on', async () => {
  const record = await startRecord();
  const counts = await setting.db.collection('users/maya/usage').get();
  expect(counts.size).toBe(2);
  await Promise.all(counts.docs.map(({ ref }) => ref.delete()));
  await record.end(toEnd({ status: 'failed', givesBack: true }));
  await (await startRecord({ number: 2, now: new Date(Date.now() + 1) })).end(toEnd());
});
