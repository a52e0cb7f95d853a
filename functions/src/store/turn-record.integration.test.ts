import { expect, test } from 'vitest';
import { createAdmin } from '../../../local/firestore/testing/admin-client.ts';
import { startServer } from '../../../local/firestore/testing/start-server.ts';
import { salesResult } from '../turn/testing/turn-setting.ts';
import { emptyProgress } from '../turn/turn-progress.ts';
import { TurnEndedError } from '../turn/turn-store.ts';
import { interruptTurn } from './interrupt-turn.ts';
import { conversationRef, turnRef } from './paths.ts';
import { listResults } from './results.ts';
import { first, key, toEnd, toKey, useStore } from './testing/use-store.ts';
import { listTurns } from './turns.ts';

const { setting, start, startRecord, readTurn, readConversationDocument, readUsage } = useStore({
  startServer,
  createAdmin,
});

const bounds = { maxDetailed: 12, maxTurns: 300 };

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
  const history = await setting.store.readHistory(key, toKey(2).turnId, bounds);
  expect(history).toMatchObject({ turns: [{ turnId: first }], running: false });
  expect(history.turns).toMatchObject([
    { question: 'q', text: 'Up.', raw: { model: 'script', contents: end.contents } },
  ]);
  const turns = await Array.fromAsync(listTurns(setting.db, key));
  expect(turns.map(({ turnId }) => turnId)).toEqual([first, toKey(2).turnId]);
});

test('history that Firestore does not answer counts as not read', async () => {
  await (await startRecord()).end(toEnd());
  setting.proxy.decide = (path) => (path.includes(':runQuery') ? { kind: 'swallow' } : undefined);
  const read = setting.store.readHistory(key, toKey(2).turnId, bounds);
  await expect(read).rejects.toMatchObject({ name: 'FirestoreTimeout' });
});

test('a turn that failed before the model answered is given back, and no other with it', async () => {
  const now = new Date();
  const record = await startRecord({ now });
  await start({ number: 2, conversationId: toKey(2).turnId, now });
  expect((await readUsage()).askedAt).toHaveLength(2);
  await record.end(toEnd({ status: 'failed', givesBack: true }));
  expect((await readUsage()).askedAt).toHaveLength(1);
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
  await conversationRef(setting.db, key).delete();
  await record.end(toEnd());
  expect(await readTurn()).toMatchObject({ status: 'completed' });
  expect((await conversationRef(setting.db, key).get()).exists).toBe(false);
});

test('a cancel request is seen by the next write and by the poll', async () => {
  const record = await startRecord();
  expect(await record.readCancelRequested()).toBe(false);
  expect(await setting.store.requestCancel(key, new Date())).toBe('running');
  expect(record.cancelSeen()).toBe(false);
  await record.write({ ...emptyProgress, text: 'a' });
  expect(record.cancelSeen()).toBe(true);
  expect(await record.readCancelRequested()).toBe(true);
  await record.end(toEnd({ status: 'cancelled' }));
  expect(await setting.store.requestCancel(key, new Date())).toBe('cancelled');
  await expect(setting.store.requestCancel(toKey(9), new Date())).rejects.toMatchObject({
    code: 'turn_not_found',
  });
});

test('a turn whose function died is ended by the next question, which runs; the dead one cannot write any more', async () => {
  const dead = await startRecord({ now: new Date(Date.now() - 41_000) });
  const next = await startRecord({ number: 2 });
  expect(await readTurn()).toMatchObject({ status: 'failed', error: { code: 'interrupted' } });
  expect(await readConversationDocument()).toMatchObject({ activeTurnId: toKey(2).turnId, turnCount: 2 });
  await expect(dead.write({ ...emptyProgress, text: 'ghost' })).rejects.toBeInstanceOf(TurnEndedError);
  await expect(dead.end(toEnd())).rejects.toBeInstanceOf(TurnEndedError);
  expect((await readUsage()).askedAt).toHaveLength(1);
  const history = await setting.store.readHistory(key, toKey(2).turnId, bounds);
  expect(history.turns).toMatchObject([{ question: 'q', status: 'failed', raw: null }]);
  await next.end(toEnd());
});

test('a cancel of a turn whose function died ends it, once, and twice at once does no harm', async () => {
  await startRecord({ now: new Date(Date.now() - 41_000) });
  const now = new Date();
  const statuses = await Promise.all([
    setting.store.requestCancel(key, now),
    interruptTurn(setting.db, key, now),
  ]);
  expect(statuses).toMatchObject(['failed', { status: 'failed' }]);
  expect(await readConversationDocument()).toMatchObject({ activeTurnId: null });
  expect((await readUsage()).askedAt).toEqual([]);
});

test('a turn whose conversation is gone is ended all the same', async () => {
  await start();
  await conversationRef(setting.db, key).delete();
  const late = new Date(Date.now() + 50_000);
  expect(await interruptTurn(setting.db, key, late)).toMatchObject({ error: { code: 'interrupted' } });
  expect((await conversationRef(setting.db, key).get()).exists).toBe(false);
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
  const now = new Date();
  await startRecord({ now: new Date(now.getTime() - 39_000) });
  expect(await interruptTurn(setting.db, key, now)).toMatchObject({ status: 'running' });
});

test('an end whose reply was lost is one end', async () => {
  const record = await startRecord();
  let lost = 0;
  setting.proxy.decide = (path) => {
    if (!path.includes(':commit') || lost > 0) return undefined;
    lost += 1;
    return { kind: 'loseReply' };
  };
  const end = toEnd();
  await record.end(end).catch(() => record.end(end));
  expect(lost).toBe(1);
  expect(await readTurn()).toMatchObject({ status: 'completed', finishedAt: end.finishedAt });
});

test('a turn is not quiet while a write is on its way, and quiet from its reply on', async () => {
  const record = await startRecord();
  const written = record.write({ ...emptyProgress, text: 'a' });
  expect(record.quietMs()).toBe(0);
  await written;
  await expect.poll(() => record.quietMs()).toBeGreaterThan(20);
});

test('the audit entry of a call is in the commit that shows its end, also where the reply to that commit is lost', async () => {
  const record = await startRecord();
  const at = new Date();
  const entry = {
    ...{ at, uid: 'maya', conversationId: first, turnId: first, tool: 't', argumentsJson: '{}' },
    ...{ sqlHash: null, rows: null, bytesProcessed: null, latencyMs: 1, outcome: 'ok' as const },
  };
  record.audit('a', entry);
  expect((await setting.db.doc('auditLog/a').get()).exists).toBe(false);
  setting.proxy.decide = (path) => (path.includes(':commit') ? { kind: 'loseReply' } : undefined);
  const progress = { ...emptyProgress, text: 'Read.' };
  await record.write(progress).catch(() => undefined);
  setting.proxy.decide = () => undefined;
  expect((await setting.db.doc('auditLog/a').get()).get('tool')).toBe('t');
  expect(await readTurn()).toMatchObject({ text: 'Read.' });

  await record.write(progress);
  expect(record.unwrittenEntries()).toEqual([]);
});

test('a result over 900 kB is split and read back whole, in order', async () => {
  const record = await startRecord();
  const rows = Array.from({ length: 10_000 }, (_, i) => [`2026-08-01 ${'ü'.repeat(100)}`, i]);
  await record.saveResult('r2', { name: 'read_sales', args: {} }, { ...salesResult, rows });
  await record.saveResult('r1', { name: 'read_sales', args: {} }, salesResult);
  const results = await listResults(turnRef(setting.db, key));
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

test('the longest answer with the most figures fits into its document', async () => {
  const record = await startRecord();
  const proof = { resultId: 'r1', formula: 'sum', cells: 'x'.repeat(300) };
  const figures = Array.from({ length: 2_000 }, (_, index) => ({
    ...{ start: index, end: index + 1 },
    ...(index < 400 ? { proved: true, proof } : { proved: false, proof: null }),
  }));
  await record.end(toEnd({ progress: { ...emptyProgress, text: '売'.repeat(100_000), figures } }));
  expect(await readTurn()).toMatchObject({ status: 'completed' });
});

test('the calls of a dead function are audited by whoever ends its turn: the next question, a cancel or the clean-up', async () => {
  const now = new Date();
  const asked = new Date(now.getTime() - 41_000);
  const step = {
    ...{ id: 's1', tool: 'read_sales', title: 'Reading sales', status: 'running' as const, startedAt: asked },
    ...{ finishedAt: null, resultId: null, rows: null, bytes: 7, priceUsd: 0, message: null },
  };
  const ends = [
    () => start({ number: 11, conversationId: toKey(1).turnId }),
    () => setting.store.requestCancel({ ...toKey(2), conversationId: toKey(2).turnId }, now),
    () => interruptTurn(setting.db, { ...toKey(3), conversationId: toKey(3).turnId }, now),
  ];
  for (const [index, end] of ends.entries()) {
    const turnKey = { ...toKey(index + 1), conversationId: toKey(index + 1).turnId };
    const died = { number: index + 1, conversationId: turnKey.conversationId };
    const record = await startRecord({ ...died, now: new Date(asked.getTime() + index) });
    await record.write({ ...emptyProgress, steps: [step] });
    await end();
    const audited = await setting.db.collection('auditLog').where('turnId', '==', turnKey.turnId).get();
    expect(audited.docs.map((entry) => entry.data())).toMatchObject([
      { tool: 'read_sales', outcome: 'interrupted', bytesProcessed: 7, argumentsJson: '' },
    ]);
  }
});
