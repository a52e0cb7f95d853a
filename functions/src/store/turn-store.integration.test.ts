import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Firestore } from '@google-cloud/firestore';
import { conversationSchema, queryUsageSchema, turnSchema } from '@tallyboard/contract';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createAdmin } from '../../../local/firestore/testing/admin-client.ts';
import { startServer, type TestServer } from '../../../local/firestore/testing/start-server.ts';
import { salesResult } from '../turn/testing/turn-setting.ts';
import { emptyProgress } from '../turn/turn-progress.ts';
import { type TurnEnd, TurnEndedError, type TurnRecord, type TurnStore } from '../turn/turn-store.ts';
import { createAuditLog } from './audit.ts';
import { readConversationRecord } from './conversation-record.ts';
import { patchConversation, readConversation } from './conversations.ts';
import { createTurnStore } from './create-turn-store.ts';
import { parseDocument } from './documents.ts';
import { interruptTurn } from './interrupt-turn.ts';
import { conversationRef, turnRef, usageRef } from './paths.ts';
import { listResults } from './results.ts';
import { startTurn } from './start-turn.ts';
import { createFaultProxy } from './testing/fault-proxy.ts';
import { listTurns } from './turns.ts';

const options = { queriesPerHour: 50, conversationDays: 30, bytesPerDay: 1e12 };
const bounds = { maxChars: 400_000, maxTurns: 300 };
const first = 'turn-0000000000000001';
const key = { uid: 'maya', conversationId: first, turnId: first };
const toKey = (number: number) => ({ ...key, turnId: `turn-${String(number).padStart(16, '0')}` });

let server: TestServer;
let proxy: Awaited<ReturnType<typeof createFaultProxy>>;
let db: Firestore;
let store: TurnStore;
let project = 0;

beforeAll(async () => {
  server = await startServer();
  proxy = await createFaultProxy(server);
});
afterAll(async () => {
  await proxy.close();
  await server.close();
});
beforeEach(() => {
  project += 1;
  proxy.decide = () => undefined;
  db = createAdmin({ ...server, port: proxy.port }, `demo-store-${project}`);
  store = createTurnStore(db, options);
});

const start = (
  changes: {
    number?: number;
    question?: string;
    now?: Date;
    conversationId?: string;
    timeoutMs?: number;
  } = {},
) => {
  const {
    number = 1,
    question = 'q',
    now = new Date(),
    conversationId = first,
    timeoutMs = 30_000,
  } = changes;
  const turnKey = { ...toKey(number), conversationId };
  const begins = turnKey.turnId === conversationId;
  return store.startTurn({ key: turnKey, begins, question, title: 'Title', now, timeoutMs });
};
async function startRecord(changes: Parameters<typeof start>[0] = {}): Promise<TurnRecord> {
  const started = await start(changes);
  if (started.kind !== 'started') throw new Error('the turn existed');
  return started.record;
}
const toEnd = (changes: Partial<TurnEnd> = {}): TurnEnd => ({
  status: 'completed',
  progress: { ...emptyProgress, text: 'Up.' },
  error: null,
  finishedAt: new Date(),
  contents: [
    { role: 'user', parts: [{ text: 'q' }] },
    { role: 'model', parts: [{ text: 'Up.', thoughtSignature: 'eA==' }] },
  ],
  model: 'script',
  givesBack: false,
  ...changes,
});
const readTurn = async (number = 1) => parseDocument(await turnRef(db, toKey(number)).get(), turnSchema);
const readConversationDocument = async () =>
  parseDocument(await conversationRef(db, key).get(), conversationSchema);
const readUsage = async () => parseDocument(await usageRef(db, 'maya').get(), queryUsageSchema);
const countDocuments = async () => {
  const counts = await Promise.all(
    ['conversations', 'turns', 'usage'].map((id) => db.collectionGroup(id).get()),
  );
  return counts.reduce((sum, { size }) => sum + size, 0);
};

test('a first question makes its conversation, its turn and its usage, as the contract says', async () => {
  const now = new Date();
  await start({ now });
  const turn = await readTurn();
  expect(turn).toMatchObject({ turnId: first, question: 'q', status: 'running', text: '', askedAt: now });
  expect(turn.deadlineAt.getTime() - now.getTime()).toBe(30_000);
  expect(turn.expiresAt.getTime() - now.getTime()).toBe(30 * 86_400_000);
  const conversation = await readConversationDocument();
  expect(conversation).toMatchObject({ title: 'Title', turnCount: 1, activeTurnId: first, archivedAt: null });
  expect(await readUsage()).toEqual({ limit: 50, windowMs: 3_600_000, askedAt: [now] });
});

test('an ended turn frees its conversation, keeps its contents and is history for the next', async () => {
  const record = await startRecord();
  const end = toEnd();
  await record.end(end);
  expect(await readTurn()).toMatchObject({ status: 'completed', text: 'Up.', finishedAt: end.finishedAt });
  expect(await readConversationDocument()).toMatchObject({
    activeTurnId: null,
    lastAccessedAt: end.finishedAt,
  });

  const next = await start({ number: 2 });
  expect(next).toMatchObject({ kind: 'started', turnsBefore: 1 });
  expect((await readConversationDocument()).turnCount).toBe(2);
  const history = await store.readHistory(key, toKey(2).turnId, bounds);
  expect(history).toMatchObject({ lives: [{ turnId: first }], running: false });
  expect(history.turns).toMatchObject([
    { question: 'q', text: 'Up.', raw: { model: 'script', contents: end.contents } },
  ]);
  expect((await listTurns(db, key)).map(({ turnId }) => turnId)).toEqual([first, toKey(2).turnId]);
});

test('history reads back from the newest turn until it has enough', async () => {
  for (let number = 1; number <= 12; number += 1) {
    const contents = [{ role: 'user' as const, parts: [{ text: `${number} ${'x'.repeat(1000)}` }] }];
    const record = await startRecord({ number, question: `q${number}` });
    await record.end(toEnd({ contents }));
  }
  const all = await store.readHistory(key, 'none', bounds);
  expect(all.turns.map(({ question }) => question)).toEqual(
    Array.from({ length: 12 }, (_, i) => `q${i + 1}`),
  );
  const some = await store.readHistory(key, 'none', { ...bounds, maxChars: 3000 });
  expect(some.lives).toHaveLength(12);
  expect(some.turns.length).toBeLessThan(12);
  expect(some.turns.at(-1)?.question).toBe('q12');
});

test('the same question again is the same turn and counts once; another message is a conflict', async () => {
  await start();
  expect(await start()).toMatchObject({ kind: 'existing', turn: { status: 'running' } });
  await expect(start({ question: 'other' })).rejects.toMatchObject({ code: 'turn_conflict' });
  expect((await readUsage()).askedAt).toHaveLength(1);
});

test('of the same question from many places at once exactly one runs', async () => {
  const stores = Array.from({ length: 8 }, () => createTurnStore(db, options));
  const asked = { key, begins: true, question: 'q', title: 't', timeoutMs: 30_000 };
  const outcomes = await Promise.all(
    stores.map((each, i) => each.startTurn({ ...asked, now: new Date(1e12 + i) })),
  );
  expect(outcomes.filter(({ kind }) => kind === 'started')).toHaveLength(1);
  expect((await readUsage()).askedAt).toHaveLength(1);
});

test('one turn runs in a conversation', async () => {
  await start();
  await expect(start({ number: 2 })).rejects.toMatchObject({ code: 'conversation_busy' });
  expect((await readUsage()).askedAt).toHaveLength(1);
});

test('of many questions to one conversation at once exactly one runs, and only that one counts', async () => {
  await (await startRecord()).end(toEnd());
  const stores = Array.from({ length: 8 }, () => createTurnStore(db, options));
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
  proxy.decide = (path) => {
    // After the documents were read, before the commit that starts the turn.
    if (!path.includes(':commit') || deleted) return undefined;
    deleted = true;
    return { kind: 'delayMs', ms: 300 };
  };
  const refused = start({ number: 2 });
  await expect.poll(() => deleted).toBe(true);
  const direct = createAdmin(server, `demo-store-${project}`);
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
  if (changes !== undefined) await conversationRef(db, { ...key, uid }).set({ ...document, ...changes });
  const before = await countDocuments();
  await expect(start({ number: 2 })).rejects.toMatchObject({ code: 'conversation_not_found' });
  expect(await countDocuments()).toBe(before);
});

test('the hour slides: a refused question costs nothing and is told when the next is free', async () => {
  const small = createTurnStore(db, { ...options, queriesPerHour: 2 });
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

test('100 questions at once from four processes: exactly 50 are accepted', { timeout: 60_000 }, async () => {
  const script = fileURLToPath(new URL('testing/start-many.ts', import.meta.url));
  const client = fileURLToPath(new URL('../../../local/firestore/testing/admin-client.ts', import.meta.url));
  const run = promisify(execFile);
  const args = [script, client, String(server.port), `demo-store-${project}`, '25'];
  const outputs = await Promise.all(Array.from({ length: 4 }, () => run(process.execPath, args)));
  const outcomes = outputs.flatMap(({ stdout }): string[] => JSON.parse(stdout));
  expect(outcomes.filter((outcome) => outcome === 'started')).toHaveLength(50);
  expect(outcomes.filter((outcome) => outcome === 'limit_reached')).toHaveLength(50);
  expect((await readUsage()).askedAt).toHaveLength(50);
  expect((await db.collectionGroup('turns').get()).size).toBe(50);
});

test('a turn that failed before the model answered is given back, and no other with it', async () => {
  const now = new Date();
  const record = await startRecord({ now });
  await start({ number: 2, conversationId: toKey(2).turnId, now });
  expect((await readUsage()).askedAt).toHaveLength(2);
  await record.end(toEnd({ status: 'failed', givesBack: true }));
  expect((await readUsage()).askedAt).toHaveLength(1);
});

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
  const days = await db.collection('users/maya/usage').where('bytes', '>=', 0).get();
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
  await interruptTurn(db, toKey(2), new Date(Date.now() + 20_000));
  await interruptTurn(db, toKey(2), new Date(Date.now() + 20_000));
  expect(await countBytes()).toBe(1000);
});

test('turns side by side, in any process, cannot set aside more than the day’s limit; what was not billed is given back', async () => {
  const small = { ...options, bytesPerDay: 1000 };
  const records = await Promise.all(
    Array.from({ length: 6 }, async (_, index) => {
      const turnKey = { ...toKey(index + 1), conversationId: toKey(index + 1).turnId };
      const asked = { begins: true, question: 'q', title: 't', now: new Date(), timeoutMs: 30_000 };
      const started = await createTurnStore(db, small).startTurn({ key: turnKey, ...asked });
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

test('progress is written field by field, and a turn ends once', async () => {
  const record = await startRecord();
  await record.write({ ...emptyProgress, text: 'a' });
  await record.write({ ...emptyProgress, text: 'ab' });
  expect((await readTurn()).text).toBe('ab');
  const end = toEnd();
  await record.end(end);
  await record.end(end);
  await expect(record.end(toEnd({ status: 'failed', finishedAt: new Date(0) }))).rejects.toBeInstanceOf(
    TurnEndedError,
  );
  await expect(record.write({ ...emptyProgress, text: 'late' })).rejects.toBeInstanceOf(TurnEndedError);
  expect(await readTurn()).toMatchObject({ status: 'completed', text: 'Up.' });
});

test('a turn whose conversation expired while it ran is ended all the same', async () => {
  const record = await startRecord();
  await conversationRef(db, key).delete();
  await record.end(toEnd());
  expect(await readTurn()).toMatchObject({ status: 'completed' });
  expect((await conversationRef(db, key).get()).exists).toBe(false);
});

test('a cancel request is seen by the next write and by the poll', async () => {
  const record = await startRecord();
  expect(await record.readCancelRequested()).toBe(false);
  expect(await store.requestCancel(key, new Date())).toBe('running');
  expect(record.cancelSeen()).toBe(false);
  await record.write({ ...emptyProgress, text: 'a' });
  expect(record.cancelSeen()).toBe(true);
  expect(await record.readCancelRequested()).toBe(true);
  await record.end(toEnd({ status: 'cancelled' }));
  expect(await store.requestCancel(key, new Date())).toBe('cancelled');
  await expect(store.requestCancel(toKey(9), new Date())).rejects.toMatchObject({ code: 'turn_not_found' });
});

test('a turn whose function died is ended by the next question, which runs; the dead one cannot write any more', async () => {
  const dead = await startRecord({ now: new Date(Date.now() - 41_000) });
  const next = await startRecord({ number: 2 });
  expect(await readTurn()).toMatchObject({ status: 'failed', error: { code: 'interrupted' } });
  expect(await readConversationDocument()).toMatchObject({ activeTurnId: toKey(2).turnId, turnCount: 2 });
  await expect(dead.write({ ...emptyProgress, text: 'ghost' })).rejects.toBeInstanceOf(TurnEndedError);
  await expect(dead.end(toEnd())).rejects.toBeInstanceOf(TurnEndedError);
  expect((await readUsage()).askedAt).toHaveLength(1);
  const history = await store.readHistory(key, toKey(2).turnId, bounds);
  expect(history.turns).toMatchObject([{ question: 'q', status: 'failed', raw: null }]);
  await next.end(toEnd());
});

test('a cancel of a turn whose function died ends it, once, and twice at once does no harm', async () => {
  await startRecord({ now: new Date(Date.now() - 41_000) });
  const now = new Date();
  const statuses = await Promise.all([store.requestCancel(key, now), interruptTurn(db, key, now)]);
  expect(statuses).toMatchObject(['failed', { status: 'failed' }]);
  expect(await readConversationDocument()).toMatchObject({ activeTurnId: null });
  expect((await readUsage()).askedAt).toEqual([]);
});

test('a turn whose conversation is gone is ended all the same', async () => {
  await start();
  await conversationRef(db, key).delete();
  const late = new Date(Date.now() + 50_000);
  expect(await interruptTurn(db, key, late)).toMatchObject({ error: { code: 'interrupted' } });
  expect((await conversationRef(db, key).get()).exists).toBe(false);
  expect((await readUsage()).askedAt).toEqual([]);
});

test('the same question again, after its function died, ends the turn', async () => {
  await startRecord({ now: new Date(Date.now() - 41_000) });
  expect(await start()).toMatchObject({
    kind: 'existing',
    turn: { status: 'failed', error: { code: 'interrupted' } },
  });
});

test('a turn within its time is not interrupted', async () => {
  await startRecord({ now: new Date(Date.now() - 39_000) });
  expect(await interruptTurn(db, key, new Date())).toMatchObject({ status: 'running' });
});

test('a start whose reply was lost is still this one’s to run, and counts once', async () => {
  let lost = 0;
  proxy.decide = (path) => {
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

test('a start whose request never answers is tried again, and counts once', async () => {
  const swallowed = new Set<string>();
  proxy.decide = (path) => {
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
  proxy.decide = () => ({ kind: 'swallow' });
  const asked = { key, begins: true, question: 'q', title: 't', now: new Date(), timeoutMs: 30_000 };
  const started = startTurn(db, options, asked, performance.now() + 1_000);
  await expect(started).rejects.toMatchObject({ code: 'unavailable' });
  proxy.decide = () => undefined;
  expect(await countDocuments()).toBe(0);
});

test('an end whose reply was lost is one end', async () => {
  const record = await startRecord();
  let lost = 0;
  proxy.decide = (path) => {
    if (!path.includes(':commit') || lost > 0) return undefined;
    lost += 1;
    return { kind: 'loseReply' };
  };
  const end = toEnd();
  await record.end(end).catch(() => record.end(end));
  expect(lost).toBe(1);
  expect(await readTurn()).toMatchObject({ status: 'completed', finishedAt: end.finishedAt });
});

test('a result over 900 kB is split and read back whole, in order', async () => {
  const record = await startRecord();
  const rows = Array.from({ length: 10_000 }, (_, i) => [`2026-08-01 ${'ü'.repeat(100)}`, i]);
  await record.saveResult('r2', 'read_sales', { ...salesResult, rows });
  await record.saveResult('r1', 'read_sales', salesResult);
  const results = await listResults(turnRef(db, key));
  expect(results.map(({ result }) => [result.resultId, result.rowCount, result.partCount])).toEqual([
    ['r1', 3, 1],
    ['r2', 10_000, 3],
  ]);
  expect(results[1]?.rows).toEqual(rows);
  expect(results[0]?.result).toMatchObject({
    sql: 'SELECT 1',
    asOf: salesResult.asOf,
    scope: salesResult.scope,
  });
});

test('a conversation is read whole for an export', async () => {
  const record = await startRecord();
  await record.saveResult('r1', 'read_sales', salesResult);
  await record.end(toEnd());
  const read = await readConversationRecord(db, key, new Date());
  expect(read.conversation).toMatchObject({ title: 'Title', turnCount: 1 });
  expect(await Array.fromAsync(read.turns)).toMatchObject([
    { turn: { question: 'q', status: 'completed' }, results: [{ resultId: 'r1', rows: salesResult.rows }] },
  ]);
  await expect(readConversationRecord(db, { ...key, uid: 'anton' }, new Date())).rejects.toMatchObject({
    code: 'conversation_not_found',
  });
});

test('a conversation is renamed, soft-deleted, restored within seven days, and gone after them', async () => {
  await (await startRecord()).end(toEnd());
  const now = new Date();
  expect(await patchConversation(db, key, { title: 'New' }, now)).toMatchObject({
    title: 'New',
    archivedAt: null,
  });
  expect(await patchConversation(db, key, { archived: true }, now)).toMatchObject({ archivedAt: now });
  const later = new Date(now.getTime() + 7 * 86_400_000);
  expect(await readConversation(db, key, later)).toBeUndefined();
  await expect(patchConversation(db, key, { archived: false }, later)).rejects.toMatchObject({
    code: 'conversation_not_found',
  });
  expect(await patchConversation(db, key, { archived: false }, now)).toMatchObject({ archivedAt: null });
  await expect(patchConversation(db, { ...key, uid: 'anton' }, { title: 'x' }, now)).rejects.toMatchObject({
    code: 'conversation_not_found',
  });
});

test('a conversation that has expired is neither read, renamed, restored nor exported before it is removed', async () => {
  await (await startRecord()).end(toEnd());
  const expired = new Date(Date.now() + 30 * 86_400_000 + 1_000);
  const gone = { code: 'conversation_not_found' };
  expect(await readConversation(db, key, new Date(expired.getTime() - 60_000))).toBeDefined();
  expect(await readConversation(db, key, expired)).toBeUndefined();
  await expect(patchConversation(db, key, { title: 'x' }, expired)).rejects.toMatchObject(gone);
  await expect(patchConversation(db, key, { archived: false }, expired)).rejects.toMatchObject(gone);
  await expect(readConversationRecord(db, key, expired)).rejects.toMatchObject(gone);
  expect((await conversationRef(db, key).get()).exists).toBe(true);
});

test('earlier turns live as long as their conversation, with all that lies below them', async () => {
  const record = await startRecord();
  await record.saveResult('r1', 'read_sales', {
    ...salesResult,
    rows: Array(9000).fill(['x'.repeat(200), 1]),
  });
  await record.end(toEnd());
  const later = new Date(Date.now() + 60 * 86_400_000);
  await store.extendLife(key, [first, toKey(7).turnId], later);
  const documents = await Promise.all(
    ['turns', 'results', 'parts', 'private'].map((id) => db.collectionGroup(id).get()),
  );
  const lives = documents.flatMap(({ docs }) => docs.map((each) => each.get('expiresAt').toMillis()));
  expect(lives.length).toBeGreaterThanOrEqual(4);
  expect(new Set(lives)).toEqual(new Set([later.getTime()]));
});

test('an audit entry is appended once and never changed', async () => {
  const audit = createAuditLog(db);
  const entry = {
    ...{ at: new Date(), uid: 'maya', conversationId: first, turnId: first, tool: 't', argumentsJson: '{}' },
    ...{ sqlHash: null, rows: null, bytesProcessed: null, latencyMs: 1, outcome: 'ok' as const },
  };
  await audit.append('a', entry);
  await audit.append('a', { ...entry, tool: 'other' });
  expect((await db.doc('auditLog/a').get()).get('tool')).toBe('t');
});
