import { fileURLToPath } from 'node:url';
import { Firestore } from '@google-cloud/firestore';
import { OAuth2Client } from 'google-auth-library';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { createFirestoreServer } from '../../../local/firestore/firestore-server.ts';
import type { LocalServer } from '../../../local/listen.ts';
import { sampleRecord } from '../export/testing/sample-record.ts';
import { runRetention } from '../retention/run-retention.ts';
import { patchConversation } from './conversations.ts';
import { toFields } from './documents.ts';
import { conversationRef, turnRef } from './paths.ts';
import { createRetentionStore } from './retention.ts';
import { createFaultProxy } from './testing/fault-proxy.ts';

const logger = pino({ level: 'silent' });
const now = new Date('2026-11-23T03:00:00Z');
const dayMs = 86_400_000;
const daysAgo = (days: number) => new Date(now.getTime() - days * dayMs);

let server: LocalServer;
let db: Firestore;

beforeAll(async () => {
  const root = new URL('../../../', import.meta.url);
  server = await createFirestoreServer({
    port: 0,
    file: ':memory:',
    rulesFile: fileURLToPath(new URL('firestore.rules', root)),
    indexesFile: fileURLToPath(new URL('firestore.indexes.json', root)),
    verifyToken: async () => null,
    logger,
    // Expired documents are for the clean-up here.
    ttlSweepMs: 3_600_000,
  });
  db = openFirestore(server.port);
});

afterAll(async () => {
  await db.terminate();
  vi.unstubAllEnvs();
  await server.close();
});

function openFirestore(port: number): Firestore {
  vi.stubEnv('FIRESTORE_EMULATOR_HOST', `127.0.0.1:${port}`);
  const authClient = new OAuth2Client();
  authClient.setCredentials({ access_token: 'owner' });
  return new Firestore({ projectId: 'demo-test', preferRest: true, authClient });
}

/** A conversation with two turns, each with a result in two parts and its private document: 11 documents. */
async function writeConversation(
  conversationId: string,
  changes: { archivedAt?: Date; expiresAt?: Date },
  turnChanges: object = {},
) {
  const key = { uid: 'u1', conversationId };
  const [sample] = sampleRecord([]).turns;
  const expiresAt = changes.expiresAt ?? daysAgo(-30);
  const conversation = { ...sampleRecord([]).conversation, ...changes, conversationId, expiresAt };
  await conversationRef(db, key).set(toFields(conversation));
  for (const turnId of [conversationId, `${conversationId}-b`]) {
    const turn = turnRef(db, { ...key, turnId });
    await turn.set(toFields({ ...sample?.turn, turnId, conversationId, expiresAt, ...turnChanges }));
    await turn.collection('results').doc('r1').set({ rowsJson: '[]', expiresAt });
    await turn
      .collection('results')
      .doc('r1')
      .collection('parts')
      .doc('1')
      .set({ rowsJson: '[]', expiresAt });
    await turn
      .collection('results')
      .doc('r1')
      .collection('parts')
      .doc('2')
      .set({ rowsJson: '[]', expiresAt });
    await turn.collection('private').doc('model').set({ contentsJson: '[]', expiresAt });
  }
  return key;
}

const random = Math.random;
const run = () =>
  runRetention({ store: createRetentionStore(db), now: () => now, random, timeoutMs: 30_000, logger });
const count = async (group: string) => (await db.collectionGroup(group).count().get()).data().count;

it('removes what has expired or was deleted over a week ago with all below it, and leaves the rest', async () => {
  await writeConversation('expired-conversation', { expiresAt: daysAgo(1) });
  await writeConversation('deleted-long-ago-01', { archivedAt: daysAgo(8) });
  await writeConversation('deleted-yesterday-01', { archivedAt: daysAgo(1) });
  await writeConversation('in-use-conversation-1', {});

  expect(await run()).toMatchObject({ conversationsPurged: 2, documentsRemoved: 22, complete: true });
  const left = await db.collection('users/u1/conversations').get();
  expect(left.docs.map(({ id }) => id).sort()).toEqual(['deleted-yesterday-01', 'in-use-conversation-1']);
  expect(await Promise.all(['turns', 'results', 'parts', 'private'].map(count))).toEqual([4, 4, 8, 4]);
});

it('is safe twice at once', async () => {
  for (let index = 0; index < 10; index += 1) {
    await writeConversation(`twice-at-once-${index}-0000`, { archivedAt: daysAgo(9) });
  }
  const reports = await Promise.all([run(), run()]);
  expect(reports.every(({ failures }) => failures === 0)).toBe(true);
  const left = await db.collection('users/u1/conversations').get();
  expect(left.docs.filter(({ id }) => id.startsWith('twice'))).toEqual([]);
});

it('takes as many as it finds in bounded batches, stops when its time is over, and the next two runs go on from there', async () => {
  const wanted = 130;
  const writer = db.bulkWriter({ throttling: false });
  for (let index = 0; index < wanted; index += 1) {
    const key = { uid: `many-${index % 7}`, conversationId: `many-of-them-${index}-0000` };
    const { conversation } = sampleRecord([]);
    void writer.set(
      conversationRef(db, key),
      toFields({ ...conversation, ...key, archivedAt: daysAgo(8), expiresAt: daysAgo(-22) }),
    );
    void writer.set(turnRef(db, { ...key, turnId: 'only-turn-0000000001' }), { expiresAt: daysAgo(-22) });
  }
  await writer.close();
  const batches: number[] = [];
  let purges = 0;
  const store = createRetentionStore(db);
  const counted = {
    ...store,
    listPurgeable: async (at: Date, limit: number) => {
      const batch = await store.listPurgeable(at, limit);
      batches.push(batch.length);
      return batch;
    },
    purgeConversation: (key: { uid: string; conversationId: string }, at: Date) => {
      purges += 1;
      return store.purgeConversation(key, at);
    },
  };
  // Its time is over after 110 sessions.
  const passing = () => new Date(now.getTime() + (purges >= 110 ? 60_000 : 0));
  const first = await runRetention({ store: counted, now: passing, random, timeoutMs: 30_000, logger });
  expect(first).toMatchObject({ conversationsPurged: purges, complete: false });
  expect(batches).toEqual([100, 30]);
  expect(purges).toBeLessThan(wanted);

  const rest = await Promise.all([run(), run()]);
  expect(rest).toMatchObject([
    { failures: 0, complete: true },
    { failures: 0, complete: true },
  ]);
  expect(await count('conversations')).toBe(2);
  expect((await db.collectionGroup('turns').count().get()).data().count).toBe(4);
});

it('leaves a conversation that was restored after it was listed', async () => {
  const key = await writeConversation('restored-in-time-01', { archivedAt: daysAgo(6) });
  await patchConversation(db, key, { archived: false }, now);
  expect(await createRetentionStore(db).purgeConversation(key, now)).toBe(0);
  expect((await conversationRef(db, key).get()).exists).toBe(true);
});

it('ends a turn whose function died, and not one that is in time', async () => {
  const dead = await writeConversation(
    'dead-function-00001',
    {},
    { status: 'running', finishedAt: null, deadlineAt: daysAgo(0.01) },
  );
  const live = await writeConversation(
    'live-function-00001',
    {},
    { status: 'running', finishedAt: null, deadlineAt: daysAgo(-0.01) },
  );
  expect(await run()).toMatchObject({ turnsEnded: 2 });
  const read = async (key: { uid: string; conversationId: string }) =>
    (await turnRef(db, { ...key, turnId: key.conversationId }).get()).data();
  expect(await read(dead)).toMatchObject({ status: 'failed', error: { code: 'interrupted' } });
  expect(await read(live)).toMatchObject({ status: 'running' });
});

it('finds a conversation again whose removal broke off, and ends it', async () => {
  const key = await writeConversation('broken-off-removal-1', { archivedAt: daysAgo(9) });
  const broken = vi.spyOn(db, 'batch').mockImplementation(() => {
    throw new Error('killed');
  });
  await expect(createRetentionStore(db).purgeConversation(key, now)).rejects.toThrow('killed');
  broken.mockRestore();
  expect(await createRetentionStore(db).listPurgeable(now, 100)).toContainEqual(key);
  expect(await patchConversation(db, key, { archived: false }, now).catch(({ code }) => code)).toBe(
    'conversation_not_found',
  );
  expect(await run()).toMatchObject({ conversationsPurged: 1, documentsRemoved: 11 });
});

it('leaves a conversation that is brought back while it is being closed', async () => {
  const key = await writeConversation('conversation-brought-back', { archivedAt: daysAgo(8) });
  const proxy = await createFaultProxy({ host: '127.0.0.1', port: server.port });
  const slow = openFirestore(proxy.port);
  let isClosing = false;
  proxy.decide = (path) => {
    if (!path.includes(':commit')) return undefined;
    isClosing = true;
    return { kind: 'delayMs', ms: 300 };
  };
  const purged = createRetentionStore(slow).purgeConversation(key, now);
  await expect.poll(() => isClosing).toBe(true);
  await conversationRef(db, key).update({ archivedAt: null });
  expect(await purged).toBe(0);
  expect((await conversationRef(db, key).collection('turns').get()).size).toBe(2);
  expect((await conversationRef(db, key).get()).get('archivedAt')).toBeNull();
  await slow.terminate();
  await proxy.close();
});
