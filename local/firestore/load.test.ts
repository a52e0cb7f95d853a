import type { Firestore } from '@google-cloud/firestore';
import type { DocumentSnapshot } from 'firebase/firestore';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAdmin } from './testing/admin-client.ts';
import { type Snapshots, watchDocument, watchQuery } from './testing/snapshots.ts';
import { startServer, type TestServer } from './testing/start-server.ts';
import { createWebClient, sdk, type WebClient } from './testing/web-client.ts';

const projectId = `demo-load-${process.pid}`;
const pages = 50;
const writes = 5;

let server: TestServer;
let admin: Firestore;
const clients: WebClient[] = [];

beforeAll(async () => {
  server = await startServer();
  admin = createAdmin(server, projectId);
});
afterAll(async () => {
  await Promise.all(clients.map((client) => client.close()));
  await server.close();
});

test('fifty pages with ten listeners each miss no final state of fifty writers', async () => {
  const own: Snapshots<DocumentSnapshot>[] = [];
  const stops: (() => void)[] = [];
  for (let page = 0; page < pages; page++) {
    const client = createWebClient(server, projectId, `u${page}`);
    clients.push(client);
    const { db } = client;
    const seen = watchDocument(sdk.doc(db, `users/u${page}/turns/t`));
    own.push(seen);
    stops.push(seen.stop);
    for (let other = 0; other < 9; other++)
      stops.push(watchQuery(sdk.collection(db, `users/u${page}/c${other}`)).stop);
  }
  await Promise.all(own.map((seen) => seen.until((doc) => !doc.metadata.fromCache)));
  const write = async (page: number) => {
    for (let n = 1; n <= writes; n++)
      await admin.doc(`users/u${page}/turns/t`).set({ n, text: 'x'.repeat(1000) });
  };
  await Promise.all(Array.from({ length: pages }, (_, page) => write(page)));
  const last = await Promise.all(own.map((seen) => seen.until((doc) => doc.get('n') === writes)));
  expect(last).toHaveLength(pages);
  for (const stop of stops) stop();
});
