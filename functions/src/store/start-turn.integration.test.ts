import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { createAdmin } from '../../../local/firestore/testing/admin-client.ts';
import { startServer } from '../../../local/firestore/testing/start-server.ts';
import { patchConversation } from './conversations.ts';
import { createTurnStore } from './create-turn-store.ts';
import { conversationRef } from './paths.ts';
import { startTurn } from './start-turn.ts';
import { storeOptions } from './testing/store-options.ts';
import { first, key, toEnd, toKey, useStore } from './testing/use-store.ts';

const { setting, start, startRecord, readTurn, readConversationDocument, readUsage, countDocuments } =
  useStore({ startServer, createAdmin });

test('a first question makes its conversation, its turn and its usage, as the contract says', async () => {
  const now = new Date();
  await start({ now });
  const turn = await readTurn();
  expect(turn).toMatchObject({ turnId: first, question: 'q', status: 'running', text: '', askedAt: now });
  expect(turn.deadlineAt.getTime() - now.getTime()).toBe(30_000);
  expect(turn.expiresAt.getTime() - now.getTime()).toBe(31 * 86_400_000);
  const conversation = await readConversationDocument();
  expect(conversation).toMatchObject({ title: 'Title', turnCount: 1, activeTurnId: first, archivedAt: null });
  const expiresAt = new Date(now.getTime() + 86_400_000);
  expect(await readUsage()).toEqual({ limit: 50, windowMs: 3_600_000, askedAt: [now], expiresAt });
});

test('the same question again is the same turn and counts once; another message is a conflict', async () => {
  await start();
  expect(await start()).toMatchObject({ kind: 'existing', turn: { status: 'running' } });
  await expect(start({ question: 'other' })).rejects.toMatchObject({ code: 'turn_conflict' });
  expect((await readUsage()).askedAt).toHaveLength(1);
});

test('of the same question from many places at once exactly one runs', async () => {
  const stores = Array.from({ length: 8 }, () => createTurnStore(setting.db, storeOptions));
  const asked = { key, begins: true, question: 'q', title: 't', timeoutMs: 30_000 };
  const outcomes = await Promise.all(
    stores.map((each, i) => each.startTurn({ ...asked, now: new Date(1e12 + i) })),
  );
  expect(outcomes.filter(({ kind }) => kind === 'started')).toHaveLength(1);
  expect((await readUsage()).askedAt).toHaveLength(1);
});

test('of the same question at two processes in the same millisecond one runs', async () => {
  const stores = Array.from({ length: 4 }, () => createTurnStore(setting.db, storeOptions));
  const asked = { key, begins: true, question: 'q', title: 't', now: new Date(), timeoutMs: 30_000 };
  const outcomes = await Promise.all(stores.map((each) => each.startTurn(asked)));
  expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual([
    'existing',
    'existing',
    'existing',
    'started',
  ]);
});

test('one turn runs in a conversation', async () => {
  await start();
  await expect(start({ number: 2 })).rejects.toMatchObject({ code: 'conversation_busy' });
  expect((await readUsage()).askedAt).toHaveLength(1);
});

test('of many questions to one conversation at once exactly one runs, and only that one counts', async () => {
  await (await startRecord()).end(toEnd());
  const stores = Array.from({ length: 8 }, () => createTurnStore(setting.db, storeOptions));
  const asked = stores.map((each, index) =>
    each
      .startTurn({
        ...{ key: toKey(index + 2), begins: false, question: 'q', title: 't' },
        ...{ now: new Date(), timeoutMs: 30_000 },
      })
      .then(({ kind }) => kind)
      .catch(({ code }) => code),
  );
  const outcomes = await Promise.all(asked);
  expect(outcomes.toSorted()).toEqual([...Array(7).fill('conversation_busy'), 'started']);
  expect(await readConversationDocument()).toMatchObject({ turnCount: 2 });
  expect((await readUsage()).askedAt).toHaveLength(2);
});

test('a conversation that was deleted while a question to it was on its way takes no question', async () => {
  await (await startRecord()).end(toEnd());
  let deleted = false;
  setting.proxy.decide = (path) => {
    // After the documents were read, before the commit that starts the turn.
    if (!path.includes(':commit') || deleted) return undefined;
    deleted = true;
    return { kind: 'delayMs', ms: 300 };
  };
  const refused = start({ number: 2 });
  await expect.poll(() => deleted).toBe(true);
  const direct = createAdmin(setting.server, setting.projectId);
  await patchConversation(direct, key, { archived: true }, new Date());
  await expect(refused).rejects.toMatchObject({ code: 'conversation_not_found' });
  expect((await readUsage()).askedAt).toHaveLength(1);
});

test.each([
  ['does not exist', undefined],
  ['is someone else’s', { archivedAt: null }],
  ['was deleted', { archivedAt: new Date() }],
  ['has expired', { archivedAt: null, expiresAt: new Date(Date.now() - 1) }],
])('a conversation that %s is not found, and nothing is written', async (name, changes) => {
  const uid = name === 'is someone else’s' ? 'anton' : 'maya';
  const document = {
    ...{ conversationId: first, title: 't', createdAt: new Date(), lastAccessedAt: new Date(), turnCount: 1 },
    ...{ activeTurnId: null, expiresAt: new Date(Date.now() + 1e6) },
  };
  if (changes !== undefined)
    await conversationRef(setting.db, { ...key, uid }).set({ ...document, ...changes });
  const before = await countDocuments();
  await expect(start({ number: 2 })).rejects.toMatchObject({ code: 'conversation_not_found' });
  expect(await countDocuments()).toBe(before);
});

test('the hour slides: a refused question costs nothing and is told when the next is free', async () => {
  const small = createTurnStore(setting.db, { ...storeOptions, queriesPerHour: 2 });
  const ask = (number: number, ms: number) => {
    const turnKey = { ...toKey(number), conversationId: toKey(number).turnId };
    const now = new Date(1e12 + ms);
    return small.startTurn({ key: turnKey, begins: true, question: 'q', title: 't', now, timeoutMs: 1000 });
  };
  await ask(1, 0);
  await ask(2, 60_000);
  const before = await countDocuments();
  await expect(ask(3, 120_000)).rejects.toMatchObject({ code: 'limit_reached', retryAfterMs: 3_480_000 });
  expect(await countDocuments()).toBe(before);
  await expect(ask(3, 3_599_999)).rejects.toMatchObject({ code: 'limit_reached', retryAfterMs: 1 });
  expect(await ask(3, 3_600_000)).toMatchObject({ kind: 'started' });
});

test('the question of a function that died before the model answered is given back to the next one', async () => {
  const small = createTurnStore(setting.db, { ...storeOptions, queriesPerHour: 1 });
  const ask = (number: number, now: Date) =>
    small.startTurn({
      ...{ key: toKey(number), begins: number === 1, question: 'q', title: 't', now, timeoutMs: 1000 },
    });
  const askedAt = new Date();
  await ask(1, askedAt);
  const later = new Date(askedAt.getTime() + 60_000);
  expect(await ask(2, later)).toMatchObject({ kind: 'started' });
  expect((await readUsage()).askedAt).toEqual([later]);
});

test('100 questions at once from four processes: exactly 50 are accepted', { timeout: 60_000 }, async () => {
  const script = fileURLToPath(new URL('testing/start-many.ts', import.meta.url));
  const client = fileURLToPath(new URL('../../../local/firestore/testing/admin-client.ts', import.meta.url));
  const run = promisify(execFile);
  const args = [script, client, String(setting.server.port), setting.projectId, '25'];
  const outputs = await Promise.all(Array.from({ length: 4 }, () => run(process.execPath, args)));
  const outcomes = outputs.flatMap(({ stdout }): string[] => JSON.parse(stdout));
  expect(outcomes.filter((outcome) => outcome === 'started')).toHaveLength(50);
  expect(outcomes.filter((outcome) => outcome === 'limit_reached')).toHaveLength(50);
  expect((await readUsage()).askedAt).toHaveLength(50);
  expect((await setting.db.collectionGroup('turns').get()).size).toBe(50);
});

test('a start whose reply was lost is still this one’s to run, and counts once', async () => {
  let lost = 0;
  setting.proxy.decide = (path) => {
    if (!path.includes(':commit') || lost > 0) return undefined;
    lost += 1;
    return { kind: 'loseReply' };
  };
  const record = await startRecord();
  expect(lost).toBe(1);
  await record.end(toEnd());
  expect(await readTurn()).toMatchObject({ status: 'completed' });
  expect((await readUsage()).askedAt).toHaveLength(1);
});

test.each([
  [500, 'INTERNAL'],
  [500, 'UNKNOWN'],
  [504, 'DEADLINE_EXCEEDED'],
  [503, 'UNAVAILABLE'],
])(
  'a start whose commit happened and was answered with %i %s is this one’s to run, and counts once',
  async (code, status) => {
    let failed = 0;
    setting.proxy.decide = (path) => {
      if (!path.includes(':commit') || failed > 0) return undefined;
      failed += 1;
      return { kind: 'failAfter', code, status };
    };
    const record = await startRecord();
    expect(failed).toBe(1);
    await record.end(toEnd());
    expect(await readTurn()).toMatchObject({ status: 'completed' });
    expect((await readUsage()).askedAt).toHaveLength(1);
  },
);

test('a start whose request never answers is tried again, and counts once', async () => {
  const swallowed = new Set<string>();
  setting.proxy.decide = (path) => {
    const kind = /:(\w+)/.exec(path)?.[1] ?? '';
    if (swallowed.has(kind)) return undefined;
    swallowed.add(kind);
    return { kind: 'swallow' };
  };
  await startRecord();
  expect([...swallowed]).toEqual(['batchGet', 'commit']);
  expect((await readUsage()).askedAt).toHaveLength(1);
});

test('a start that Firestore does not answer at all ends as unavailable', async () => {
  setting.proxy.decide = () => ({ kind: 'swallow' });
  const asked = { key, begins: true, question: 'q', title: 't', now: new Date(), timeoutMs: 30_000 };
  const started = startTurn(setting.db, storeOptions, asked, performance.now() + 1_000);
  await expect(started).rejects.toMatchObject({ code: 'unavailable' });
  setting.proxy.decide = () => undefined;
  expect(await countDocuments()).toBe(0);
});
