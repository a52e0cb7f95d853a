import type { Firestore } from '@google-cloud/firestore';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createAdmin } from './testing/admin-client.ts';
import { watchDocument, watchQuery } from './testing/snapshots.ts';
import { startServer, type TestServer } from './testing/start-server.ts';
import { createWebClient, sdk, type WebClient } from './testing/web-client.ts';

let server: TestServer;
let admin: Firestore;
let web: WebClient;
let projectId: string;
let count = 0;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());
beforeEach(() => {
  projectId = `demo-web-${process.pid}-${count++}`;
  admin = createAdmin(server, projectId);
});
afterEach(() => web.close());

describe.each([false, true])('with long-polling %s', (longPolling) => {
  beforeEach(() => {
    web = createWebClient(server, projectId, 'u1', { longPolling });
  });

  test('a document listener follows the server: missing, made, changed, deleted', async () => {
    const seen = watchDocument(sdk.doc(web.db, 'things/one'));
    await seen.until((doc) => !doc.exists() && !doc.metadata.fromCache);
    await admin.doc('things/one').set({ text: 'naïve 日本 😀' });
    await seen.until((doc) => doc.get('text') === 'naïve 日本 😀');
    await admin.doc('things/one').update({ text: 'b' });
    await seen.until((doc) => doc.get('text') === 'b');
    await admin.doc('things/one').delete();
    const gone = seen.all.length;
    await seen.until((doc) => !doc.exists() && seen.all.length > gone - 1);
    seen.stop();
  });

  test('a query listener sees documents come, change places and leave', async () => {
    await admin.doc('rows/a').set({ n: 1 });
    await admin.doc('rows/b').set({ n: 2 });
    const query = sdk.query(sdk.collection(web.db, 'rows'), sdk.where('n', '>', 0), sdk.orderBy('n'));
    const seen = watchQuery(query);
    const order = (ids: string) =>
      seen.until((snapshot) => snapshot.docs.map((doc) => doc.id).join() === ids);
    await order('a,b');
    await admin.doc('rows/c').set({ n: 1.5 });
    await order('a,c,b');
    await admin.doc('rows/a').update({ n: 9 });
    await order('c,b,a');
    await admin.doc('rows/c').update({ n: -1 });
    await order('b,a');
    await admin.doc('rows/b').delete();
    await order('a');
    seen.stop();
  });

  test('a limited query refills when a document leaves', async () => {
    for (const n of [1, 2, 3, 4]) await admin.doc(`rows/r${n}`).set({ n });
    const top = watchQuery(sdk.query(sdk.collection(web.db, 'rows'), sdk.orderBy('n'), sdk.limit(2)));
    const last = watchQuery(sdk.query(sdk.collection(web.db, 'rows'), sdk.orderBy('n'), sdk.limitToLast(2)));
    await top.until((snapshot) => snapshot.docs.map((doc) => doc.id).join() === 'r1,r2');
    await last.until((snapshot) => snapshot.docs.map((doc) => doc.id).join() === 'r3,r4');
    await admin.doc('rows/r1').delete();
    await top.until((snapshot) => snapshot.docs.map((doc) => doc.id).join() === 'r2,r3');
    await admin.doc('rows/r0').set({ n: 0 });
    await top.until((snapshot) => snapshot.docs.map((doc) => doc.id).join() === 'r0,r2');
    top.stop();
    last.stop();
  });

  test('the page writes: set, merge, transforms, batches', async () => {
    const ref = sdk.doc(web.db, 'things/one');
    await sdk.setDoc(ref, { n: 1, list: ['a'] });
    await sdk.updateDoc(ref, { n: sdk.increment(2), list: sdk.arrayUnion('b'), at: sdk.serverTimestamp() });
    const batch = sdk.writeBatch(web.db);
    batch.set(sdk.doc(web.db, 'things/two'), { x: -0 });
    batch.delete(sdk.doc(web.db, 'things/none'));
    await batch.commit();
    const read = await admin.doc('things/one').get();
    expect(read.data()).toMatchObject({ n: 3, list: ['a', 'b'] });
    expect((await admin.doc('things/two').get()).exists).toBe(true);
  });

  test('a write that fails is rejected with its code, and later ones go on', async () => {
    const missing = sdk.updateDoc(sdk.doc(web.db, 'things/missing'), { a: 1 });
    const good = sdk.setDoc(sdk.doc(web.db, 'things/good'), { a: 1 });
    await expect(missing).rejects.toMatchObject({ code: 'not-found' });
    await good;
    expect((await admin.doc('things/good').get()).exists).toBe(true);
  });
});

describe('one stream', () => {
  beforeEach(() => {
    web = createWebClient(server, projectId, 'u1');
  });

  test('carries several targets, and a removed one is silent', async () => {
    const one = watchDocument(sdk.doc(web.db, 'things/one'));
    const all = watchQuery(sdk.collection(web.db, 'things'));
    const group = watchQuery(sdk.collectionGroup(web.db, 'things'));
    await Promise.all([one.until(() => true), all.until(() => true), group.until(() => true)]);
    one.stop();
    await admin.doc('things/one').set({ a: 1 });
    await admin.doc('deep/d/things/two').set({ a: 2 });
    await all.until((snapshot) => snapshot.size === 1);
    await group.until((snapshot) => snapshot.size === 2);
    expect(one.all.some((doc) => doc.exists())).toBe(false);
    all.stop();
    group.stop();
  });

  test('raises one snapshot for one commit', async () => {
    const seen = watchQuery(sdk.collection(web.db, 'things'));
    await seen.until((snapshot) => !snapshot.metadata.fromCache);
    const batch = admin.batch();
    for (let index = 0; index < 20; index++) batch.set(admin.doc(`things/${index}`), { index });
    await batch.commit();
    await seen.until((snapshot) => snapshot.size === 20);
    expect(seen.all.map((snapshot) => snapshot.size).filter((size) => size > 0 && size < 20)).toEqual([]);
    seen.stop();
  });

  test('many quick changes, more than one response holds, end in the last state', async () => {
    const seen = watchDocument(sdk.doc(web.db, 'things/fast'));
    await seen.until(() => true);
    for (let n = 1; n <= 100; n++) await admin.doc('things/fast').set({ n, text: 'x'.repeat(n * 400) });
    await seen.until((doc) => doc.get('n') === 100);
    seen.stop();
  });
});

test('a listener lives on when its token runs out: the page opens a new stream', async () => {
  const exp = Math.floor(Date.now() / 1000) + 2;
  web = createWebClient(server, projectId, 'u1', { claims: { exp } });
  const seen = watchDocument(sdk.doc(web.db, 'things/one'));
  await seen.until((doc) => !doc.metadata.fromCache);
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  await admin.doc('things/one').set({ a: 1 });
  await seen.until((doc) => doc.exists());
  seen.stop();
});
