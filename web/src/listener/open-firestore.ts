import type { FirebaseApp } from 'firebase/app';
import {
  connectFirestoreEmulator,
  type Firestore,
  getFirestore,
  initializeFirestore,
  memoryLocalCache,
} from 'firebase/firestore';

const opened = new WeakSet<FirebaseApp>();

/** Firestore of an app, once. @param origin of another server than Google's, or null */
export function openFirestore(app: FirebaseApp, origin: string | null): Firestore {
  if (opened.has(app)) return getFirestore(app);
  opened.add(app);
  const firestore = initializeFirestore(app, {
    localCache: memoryLocalCache(),
    ignoreUndefinedProperties: true,
  });
  if (origin) {
    const { hostname, port } = new URL(origin);
    connectFirestoreEmulator(firestore, hostname, Number(port));
  }
  return firestore;
}
