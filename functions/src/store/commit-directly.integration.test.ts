import { FieldValue, Firestore, Timestamp } from '@google-cloud/firestore';
import { OAuth2Client } from 'google-auth-library';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startServer, type TestServer } from '../../../local/firestore/testing/start-server.ts';
import { commitDirectly } from './commit-directly.ts';
import { createFaultProxy, type Fault } from './testing/fault-proxy.ts';

let server: TestServer;
let proxy: Awaited<ReturnType<typeof createFaultProxy>>;
let db: Firestore;
/** The commits of one test: the client's own carry a query. */
let commits: ('direct' | 'client')[] = [];

beforeAll(async () => {
  server = await startServer();
  proxy = await createFaultProxy(server);
  watchCommits();
  const authClient = new OAuth2Client({
    credentials: { access_token: 'owner', expiry_date: Date.now() + 3_600_000 },
  });
  const host = `${proxy.host}:${proxy.port}`;
  db = new Firestore({ projectId: 'demo-direct', preferRest: true, host, ssl: false, authClient });
  commitDirectly(db, {
    origin: `http://${host}`,
    authorize: async () => ({ authorization: 'Bearer owner' }),
  });
});
afterEach(() => watchCommits());
afterAll(async () => {
  await proxy.close();
  await server.close();
});

function watchCommits(toFault: (way: 'direct' | 'client') => Fault | undefined = () => undefined): void {
  commits = [];
  proxy.decide = (path) => {
    if (!path.includes(':commit')) return undefined;
    const way = path.includes('?') ? 'client' : 'direct';
    commits.push(way);
    return toFault(way);
  };
}

const values = {
  text: 'Größe 3',
  whole: 42,
  below: -7,
  broken: 0.1,
  large: 1e300,
  yes: true,
  nothing: null,
  at: Timestamp.fromMillis(1_795_442_400_123),
  precise: new Timestamp(1_795_442_400, 123_456_000),
  early: new Timestamp(-5, 0),
  list: [1, 'two', { three: 3, none: null, inner: [4] }],
  none: [],
  timestampValue: { seconds: 1, updateTime: 'a field of ours' },
  empty: {},
};

test('every kind of value that the product stores goes directly and comes back as it was', async () => {
  const ref = db.doc('values/one');
  const [written] = await db.batch().create(ref, values).commit();
  const snapshot = await ref.get();
  expect(snapshot.data()).toEqual(values);
  expect(written?.writeTime.isEqual(snapshot.updateTime ?? Timestamp.now())).toBe(true);
  expect(commits).toEqual(['direct']);
});

test('increments, removals from a list, merges and deletes go directly', async () => {
  const ref = db.doc('values/two');
  await ref.set({ count: 1, times: [values.at, values.early], kept: 'k', gone: 'g' });
  const batch = db.batch();
  batch.set(
    ref,
    { count: FieldValue.increment(2), times: FieldValue.arrayRemove(values.at), gone: FieldValue.delete() },
    { merge: true },
  );
  await batch.commit();
  expect((await ref.get()).data()).toEqual({ count: 3, times: [values.early], kept: 'k' });
  await ref.delete();
  expect((await ref.get()).exists).toBe(false);
  expect(commits).toEqual(['direct', 'direct', 'direct']);
});

test('a precondition holds, and the refusal is the one of the client', async () => {
  const ref = db.doc('values/three');
  const { writeTime } = await ref.create({ by: 'first' });
  await expect(ref.create({ by: 'second' })).rejects.toMatchObject({ code: 6 });
  await ref.update({ by: 'third' }, { lastUpdateTime: writeTime });
  await expect(ref.update({ by: 'fourth' }, { lastUpdateTime: writeTime })).rejects.toMatchObject({
    code: 9,
  });
  expect((await ref.get()).data()).toEqual({ by: 'third' });
});

test('a commit whose reply is lost is sent again by the client', async () => {
  watchCommits((way) => (way === 'direct' ? { kind: 'loseReply' } : undefined));
  const ref = db.doc('values/four');
  await ref.set({ count: 1 });
  expect((await ref.get()).data()).toEqual({ count: 1 });
  expect(commits).toEqual(['direct', 'client']);
});

test('transactions, bytes and figures that JSON lacks take the way of the client', async () => {
  const ref = db.doc('values/five');
  await db.runTransaction(async (transaction) => {
    await transaction.get(ref);
    transaction.set(ref, { count: 1 });
  });
  await ref.set({ bytes: Buffer.from('abc') });
  await ref.set({ figure: Number.NaN });
  expect((await ref.get()).data()).toEqual({ figure: Number.NaN });
  expect(commits).toEqual(['client', 'client', 'client']);
});
