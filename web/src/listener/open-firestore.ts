import type { ClientConfig } from '@tallyboard/contract';
import type { FirebaseApp } from 'firebase/app';
import {
  connectFirestoreEmulator,
  disableNetwork,
  enableNetwork,
  type Firestore,
  getFirestore,
  initializeFirestore,
  memoryLocalCache,
} from 'firebase/firestore';

const opened = new WeakSet<FirebaseApp>();

/** Firestore of an app, once: the database that the function writes to. */
export function openFirestore(app: FirebaseApp, { firebase, endpoints }: ClientConfig): Firestore {
  const { databaseId } = firebase;
  if (opened.has(app)) return getFirestore(app, databaseId);
  opened.add(app);
  const firestore = initializeFirestore(app, { localCache: memoryLocalCache() }, databaseId);
  if (endpoints.firestore) {
    const { hostname, port } = new URL(endpoints.firestore);
    connectFirestoreEmulator(firestore, hostname, Number(port));
  }
  // A browser keeps a page that was left, and what it is connected to: held, that is missing where the person went.
  window.addEventListener('pagehide', () => void disableNetwork(firestore));
  window.addEventListener('pageshow', () => void enableNetwork(firestore));
  return firestore;
}
