import { readFile } from 'node:fs/promises';
import type { Firestore } from '@google-cloud/firestore';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createAdmin } from './testing/admin-client.ts';
import { watchDocument, watchQuery } from './testing/snapshots.ts';
import { startServer, type TestServer } from './testing/start-server.ts';
import { createWebClient, sdk, type WebClient } from './testing/web-client.ts';

const rules = `rules_version = '2';
service cloud.firestore {
  match /databases/{database}/documents {
    function signedIn() { return request.auth != null; }
    match /notes/{id} {
      allow get, list: if signedIn() && resource.data.owner == request.auth.uid;
      allow create: if signedIn() && request.resource.data.owner == request.auth.uid
        && request.resource.data.keys().hasOnly(['owner', 'text', 'at']);
      allow update: if request.resource.data.diff(resource.data).affectedKeys().hasOnly(['text']);
      allow delete: if get(/databases/$(database)/documents/roles/$(request.auth.uid)).data.admin == true;
    }
    match /pairs/{id} {
      allow write: if existsAfter(/databases/$(database)/documents/pairs/other);
      allow read: if request.auth.token.level >= 3;
    }
  }
}`;

let server: TestServer;
let admin: Firestore;
let web: WebClient;
let count = 0;

async function use(source: string) {
  const projectId = `demo-rules-${process.pid}-${count++}`;
  server = await startServer({ rules: source, projectId });
  admin = createAdmin(server, projectId);
  return (uid: string | null, claims = {}) => {
    web = createWebClient(server, projectId, uid, { claims });
    return web.db;
  };
}

describe('rules over the wire', () => {
  let page: Awaited<ReturnType<typeof use>>;
  beforeEach(async () => {
    page = await use(rules);
    await admin.doc('notes/mine').set({ owner: 'u1', text: 'a' });
    await admin.doc('notes/yours').set({ owner: 'u2', text: 'b' });
  });
  afterEach(async () => {
    await web.close();
    await server.close();
  });

  test('a document of another is denied to a listener, and to a read', async () => {
    const db = page('u1');
    const denied = watchDocument(sdk.doc(db, 'notes/yours'));
    expect((await denied.error).code).toBe('permission-denied');
    const seen = watchDocument(sdk.doc(db, 'notes/mine'));
    await seen.until((doc) => doc.get('text') === 'a');
    await expect(sdk.getDoc(sdk.doc(db, 'notes/yours'))).rejects.toMatchObject({ code: 'permission-denied' });
    seen.stop();
  });

  test('nobody signed in reads nothing', async () => {
    const denied = watchDocument(sdk.doc(page(null), 'notes/mine'));
    expect((await denied.error).code).toBe('permission-denied');
  });

  test('a listener that may no longer see its document is ended', async () => {
    const seen = watchDocument(sdk.doc(page('u1'), 'notes/mine'));
    await seen.until((doc) => doc.exists());
    await admin.doc('notes/mine').update({ owner: 'u2' });
    expect((await seen.error).code).toBe('permission-denied');
  });

  test('a query is denied unless it asks for what the rule allows', async () => {
    const notes = sdk.collection(page('u1'), 'notes');
    expect((await watchQuery(notes).error).code).toBe('permission-denied');
    const mine = watchQuery(sdk.query(notes, sdk.where('owner', '==', 'u1')));
    await mine.until((snapshot) => snapshot.docs.map((doc) => doc.id).join() === 'mine');
    // A document that leaves the query to where the page may not look goes without its content.
    await admin.doc('notes/mine').update({ owner: 'u2' });
    await mine.until(
      (snapshot) => snapshot.size === 0 && !snapshot.metadata.fromCache && mine.all.length > 2,
    );
    mine.stop();
  });

  test('writes are judged by what they make, and one refusal refuses the batch', async () => {
    const db = page('u1');
    await sdk.setDoc(sdk.doc(db, 'notes/new'), { owner: 'u1', text: 'x', at: sdk.serverTimestamp() });
    await expect(sdk.setDoc(sdk.doc(db, 'notes/bad'), { owner: 'u2' })).rejects.toMatchObject({
      code: 'permission-denied',
    });
    await expect(sdk.setDoc(sdk.doc(db, 'notes/bad'), { owner: 'u1', more: 1 })).rejects.toMatchObject({
      code: 'permission-denied',
    });
    await sdk.updateDoc(sdk.doc(db, 'notes/new'), { text: 'y' });
    await expect(sdk.updateDoc(sdk.doc(db, 'notes/new'), { owner: 'u3' })).rejects.toMatchObject({
      code: 'permission-denied',
    });
    await expect(sdk.deleteDoc(sdk.doc(db, 'notes/new'))).rejects.toMatchObject({
      code: 'permission-denied',
    });
    await admin.doc('roles/u1').set({ admin: true });
    await sdk.deleteDoc(sdk.doc(db, 'notes/new'));
    const batch = sdk
      .writeBatch(db)
      .set(sdk.doc(db, 'notes/n1'), { owner: 'u1' })
      .set(sdk.doc(db, 'notes/n2'), { owner: 'u2' });
    await expect(batch.commit()).rejects.toMatchObject({ code: 'permission-denied' });
    expect((await admin.doc('notes/n1').get()).exists).toBe(false);
  });

  test('existsAfter sees the whole batch, and claims come from the token', async () => {
    const db = page('u1', { level: 3 });
    await expect(sdk.setDoc(sdk.doc(db, 'pairs/one'), {})).rejects.toMatchObject({
      code: 'permission-denied',
    });
    await sdk.writeBatch(db).set(sdk.doc(db, 'pairs/one'), {}).set(sdk.doc(db, 'pairs/other'), {}).commit();
    const seen = watchQuery(sdk.collection(db, 'pairs'));
    await seen.until((snapshot) => snapshot.size === 2);
    seen.stop();
  });
});

describe("the product's rules", () => {
  let page: Awaited<ReturnType<typeof use>>;
  const turn = 'users/u1/conversations/c1/turns/t1';
  beforeAll(async () => {
    const signIn = await use(await readFile(new URL('../../firestore.rules', import.meta.url), 'utf8'));
    page = (uid) => signIn(uid, { until: Date.now() + 3_600_000 });
    await admin.doc('users/u1/conversations/c1').set({ title: 'x' });
    await admin.doc(turn).set({ text: 'x' });
    await admin.doc(`${turn}/private/model`).set({ contentsJson: 'x' });
    await admin.doc(`${turn}/results/r1`).set({ sql: 'x' });
    await admin.doc('auditLog/a').set({ who: 'u1' });
  });
  afterEach(() => web.close());
  afterAll(() => server.close());

  test.each(['users/u1', 'users/u1/usage/queries', 'users/u1/conversations/c1', turn, `${turn}/results/r1`])(
    'the owner reads %s, another does not',
    async (path) => {
      const seen = watchDocument(sdk.doc(page('u1'), path));
      await seen.until((doc) => !doc.metadata.fromCache);
      seen.stop();
      await web.close();
      expect((await watchDocument(sdk.doc(page('u2'), path)).error).code).toBe('permission-denied');
    },
  );

  test.each([`${turn}/private/model`, 'auditLog/a'])('nobody reads %s', async (path) => {
    expect((await watchDocument(sdk.doc(page('u1'), path)).error).code).toBe('permission-denied');
  });

  test('the list of conversations needs a limit, and nothing is written', async () => {
    const db = page('u1');
    const all = sdk.collection(db, 'users/u1/conversations');
    expect((await watchQuery(all).error).code).toBe('permission-denied');
    const some = watchQuery(sdk.query(all, sdk.limit(50)));
    await some.until((snapshot) => snapshot.size === 1);
    some.stop();
    const turns = watchQuery(sdk.collection(db, 'users/u1/conversations/c1/turns'));
    await turns.until((snapshot) => snapshot.size === 1);
    turns.stop();
    await expect(sdk.setDoc(sdk.doc(db, turn), {})).rejects.toMatchObject({ code: 'permission-denied' });
    expect((await watchQuery(sdk.query(sdk.collectionGroup(db, 'turns'))).error).code).toBe(
      'permission-denied',
    );
  });
});
