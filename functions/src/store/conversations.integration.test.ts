import { expect, test } from 'vitest';
import { createAdmin } from '../../../local/firestore/testing/admin-client.ts';
import { startServer } from '../../../local/firestore/testing/start-server.ts';
import { salesResult } from '../turn/testing/turn-setting.ts';
import { emptyProgress } from '../turn/turn-progress.ts';
import { createAuditLog } from './audit.ts';
import { readConversationRecord } from './conversation-record.ts';
import { patchConversation, readConversation } from './conversations.ts';
import { conversationRef, turnRef } from './paths.ts';
import { readResult } from './results.ts';
import { first, key, toEnd, toKey, useStore } from './testing/use-store.ts';

/** More than one document holds. */
const manyRows = Array.from({ length: 9000 }, () => ['x'.repeat(200), 1]);

const { setting, startRecord, readConversationDocument } = useStore({ startServer, createAdmin });

test('history is the newest turns, oldest first, and the contents of the newest of them', async () => {
  const scopes = [salesResult.scope];
  for (let number = 1; number <= 5; number += 1) {
    const contents = [{ role: 'user' as const, parts: [{ text: `${number}` }] }];
    const record = await startRecord({ number, question: `q${number}` });
    await record.end(toEnd({ contents, progress: { ...emptyProgress, text: `a${number}`, scopes } }));
  }
  const { turns } = await setting.store.readHistory(key, 'none', { maxDetailed: 2, maxTurns: 4 });
  expect(turns.map(({ question, text, raw }) => [question, text, raw?.contents[0]?.parts[0]?.text])).toEqual([
    ...[1, 2, 3].map((number) => [`q${number}`, `a${number}`, undefined]),
    ...[4, 5].map((number) => [`q${number}`, `a${number}`, `${number}`]),
  ]);
  expect(turns[0]?.scopes).toEqual(scopes);
});

test('a conversation is read whole for an export', async () => {
  const record = await startRecord();
  await record.saveResult('r1', { name: 'read_sales', args: {} }, salesResult);
  await record.end(toEnd());
  const read = await readConversationRecord(setting.db, key, new Date());
  expect(read.conversation).toMatchObject({ title: 'Title', turnCount: 1 });
  expect(await Array.fromAsync(read.turns)).toMatchObject([
    { turn: { question: 'q', status: 'completed' }, results: [{ resultId: 'r1', rows: salesResult.rows }] },
  ]);
  await expect(
    readConversationRecord(setting.db, { ...key, uid: 'anton' }, new Date()),
  ).rejects.toMatchObject({
    code: 'conversation_not_found',
  });
});

test('an export of many turns has them all, in the order they were asked', async () => {
  await (await startRecord()).end(toEnd());
  const stored = (await turnRef(setting.db, key).get()).data() ?? {};
  const askedAt = Date.now();
  const batch = setting.db.batch();
  const numbers = Array.from({ length: 119 }, (_, index) => index + 2);
  for (const number of numbers) {
    const { turnId } = toKey(number);
    batch.set(turnRef(setting.db, toKey(number)), { ...stored, turnId, askedAt: new Date(askedAt + number) });
  }
  await batch.commit();
  const { turns } = await readConversationRecord(setting.db, key, new Date());
  expect((await Array.fromAsync(turns)).map(({ turn }) => turn.turnId)).toEqual([
    first,
    ...numbers.map((number) => toKey(number).turnId),
  ]);
});

test('rows that TTL has removed before their result are left out of an export, which says how many, and are not run again', async () => {
  const record = await startRecord();
  await record.saveResult('r1', { name: 'read_sales', args: {} }, { ...salesResult, rows: manyRows });
  await record.end(toEnd());
  await turnRef(setting.db, key).collection('results').doc('r1').collection('parts').doc('1').delete();
  const read = await readConversationRecord(setting.db, key, new Date());
  const [result] = (await Array.fromAsync(read.turns)).flatMap(({ results }) => results);
  const left = result?.rows.length ?? 0;
  expect(left).toBeGreaterThan(1_000);
  expect(result).toMatchObject({ rowCount: left, rowsCut: manyRows.length - left });
  expect(await readResult(turnRef(setting.db, key), 'r1')).toBeUndefined();
});

test('a conversation is renamed, soft-deleted, restored within seven days, and gone after them', async () => {
  await (await startRecord()).end(toEnd());
  const now = new Date();
  expect(await patchConversation(setting.db, key, { title: 'New' }, now)).toMatchObject({
    title: 'New',
    archivedAt: null,
  });
  expect(await patchConversation(setting.db, key, { archived: true }, now)).toMatchObject({
    archivedAt: now,
  });
  const later = new Date(now.getTime() + 7 * 86_400_000);
  expect(await readConversation(setting.db, key, later)).toBeUndefined();
  await expect(patchConversation(setting.db, key, { archived: false }, later)).rejects.toMatchObject({
    code: 'conversation_not_found',
  });
  expect(await patchConversation(setting.db, key, { archived: false }, now)).toMatchObject({
    archivedAt: null,
  });
  await expect(
    patchConversation(setting.db, { ...key, uid: 'anton' }, { title: 'x' }, now),
  ).rejects.toMatchObject({
    code: 'conversation_not_found',
  });
});

test('a conversation that has expired is neither read, renamed, restored nor exported before it is removed', async () => {
  await (await startRecord()).end(toEnd());
  const expired = new Date(Date.now() + 30 * 86_400_000 + 1_000);
  const gone = { code: 'conversation_not_found' };
  expect(await readConversation(setting.db, key, new Date(expired.getTime() - 60_000))).toBeDefined();
  expect(await readConversation(setting.db, key, expired)).toBeUndefined();
  await expect(patchConversation(setting.db, key, { title: 'x' }, expired)).rejects.toMatchObject(gone);
  await expect(patchConversation(setting.db, key, { archived: false }, expired)).rejects.toMatchObject(gone);
  await expect(readConversationRecord(setting.db, key, expired)).rejects.toMatchObject(gone);
  expect((await conversationRef(setting.db, key).get()).exists).toBe(true);
});

test('earlier turns live as long as their conversation, with all that lies below them', async () => {
  const record = await startRecord();
  await record.saveResult('r1', { name: 'read_sales', args: {} }, { ...salesResult, rows: manyRows });
  await record.end(toEnd());
  const later = new Date(Date.now() + 60 * 86_400_000);
  await setting.store.extendLife(key, [first, toKey(7).turnId], later);
  const documents = await Promise.all(
    ['turns', 'results', 'parts', 'private'].map((id) => setting.db.collectionGroup(id).get()),
  );
  const lives = documents.flatMap(({ docs }) => docs.map((each) => each.get('expiresAt').toMillis()));
  expect(lives.length).toBeGreaterThanOrEqual(4);
  expect(new Set(lives)).toEqual(new Set([later.getTime()]));
});

test('an audit entry is appended once and never changed', async () => {
  const audit = createAuditLog(setting.db);
  const entry = {
    ...{ at: new Date(), uid: 'maya', conversationId: first, turnId: first, tool: 't', argumentsJson: '{}' },
    ...{ sqlHash: null, rows: null, bytesProcessed: null, latencyMs: 1, outcome: 'ok' as const },
  };
  await audit.append('a', entry);
  await audit.append('a', { ...entry, tool: 'other' });
  expect((await setting.db.doc('auditLog/a').get()).get('tool')).toBe('t');
});

test('a title with half a character is kept with a sign in its place', async () => {
  await (await startRecord()).end(toEnd());
  const renamed = await patchConversation(setting.db, key, { title: 'Sales \ud83d' }, new Date());
  expect(renamed.title).toBe('Sales \ufffd');
  expect((await readConversationDocument()).title).toBe('Sales \ufffd');
});
