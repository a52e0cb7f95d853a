import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { deleteApp, initializeApp } from 'firebase/app';
import type { Firestore } from 'firebase/firestore';
import type { TestServer } from './start-server.ts';

const resolve = createRequire(import.meta.url).resolve;
const path = resolve('@firebase/firestore').replace(/index\.node\.cjs\.js$/, 'index.esm.js');
/** The browser's build of the web SDK: Node's own speaks gRPC, this one WebChannel over `fetch`. */
const sdk: typeof import('firebase/firestore') = await import(pathToFileURL(path).href);

sdk.setLogLevel('silent');

export { sdk };

export type WebClient = { db: Firestore; close: () => Promise<void> };

let count = 0;

/** A page of the person `uid`; null is not signed in. */
export function createWebClient(
  server: TestServer,
  projectId: string,
  uid: string | null,
  options: { claims?: Record<string, unknown>; longPolling?: boolean } = {},
): WebClient {
  const app = initializeApp({ projectId, apiKey: 'any' }, `web-${process.pid}-${count++}`);
  const db = sdk.initializeFirestore(app, { experimentalForceLongPolling: options.longPolling ?? false });
  const mockUserToken = uid === null ? undefined : { ...options.claims, sub: uid };
  sdk.connectFirestoreEmulator(db, server.host, server.port, mockUserToken ? { mockUserToken } : {});
  const close = async () => {
    await sdk.terminate(db);
    await deleteApp(app);
  };
  return { db, close };
}
