import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createAdmin } from './testing/admin-client.ts';
import { watchQuery } from './testing/snapshots.ts';
import { startServer, type TestServer } from './testing/start-server.ts';
import { createWebClient, sdk, type WebClient } from './testing/web-client.ts';

const projectId = 'demo-recovery';

describe.skipIf(process.env.FIRESTORE_CONFORMANCE_HOST)('a restart of the server', () => {
  let folder: string;
  let server: TestServer;
  let web: WebClient;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'firestore-recovery-'));
    server = await startServer({ file: join(folder, 'db.sqlite') });
    web = createWebClient(server, projectId, 'u1');
  });
  afterEach(async () => {
    await web.close();
    await server.close();
    await rm(folder, { recursive: true });
  });

  /** Stops the server, lets `change` work on the same file elsewhere, and starts it again in the old place. */
  const restart = async (change: (other: TestServer) => Promise<void>) => {
    const { port } = server;
    await server.close();
    const other = await startServer({ file: join(folder, 'db.sqlite') });
    await change(other);
    await other.close();
    server = await startServer({ file: join(folder, 'db.sqlite'), port });
  };

  test('leaves a listener with the present state: changes, new documents and deletions', async () => {
    const admin = createAdmin(server, projectId);
    await admin.doc('rows/stays').set({ v: 1 });
    await admin.doc('rows/goes').set({ v: 1 });
    const seen = watchQuery(sdk.collection(web.db, 'rows'));
    await seen.until((snapshot) => snapshot.size === 2 && !snapshot.metadata.fromCache);
    await restart(async (other) => {
      const elsewhere = createAdmin(other, projectId);
      await elsewhere.doc('rows/goes').delete();
      await elsewhere.doc('rows/stays').update({ v: 2 });
      await elsewhere.doc('rows/comes').set({ v: 3 });
    });
    const now = await seen.until((snapshot) => snapshot.docs.map((doc) => doc.id).join() === 'comes,stays');
    expect(now.docs.map((doc) => doc.get('v'))).toEqual([3, 2]);
    await createAdmin(server, projectId).doc('rows/later').set({ v: 4 });
    await seen.until((snapshot) => snapshot.size === 3);
    seen.stop();
  });

  test('lets a write that waited for the server through', async () => {
    const seen = watchQuery(sdk.collection(web.db, 'rows'));
    await seen.until((snapshot) => !snapshot.metadata.fromCache);
    const written = Promise.withResolvers<void>();
    await restart(async () => {
      sdk.setDoc(sdk.doc(web.db, 'rows/late'), { v: 1 }).then(written.resolve, written.reject);
    });
    await written.promise;
    expect((await createAdmin(server, projectId).doc('rows/late').get()).exists).toBe(true);
    seen.stop();
  });
});
