import type {
  DocumentReference,
  DocumentSnapshot,
  FirestoreError,
  Query,
  QuerySnapshot,
} from 'firebase/firestore';
import { sdk } from './web-client.ts';

/** A listener whose snapshots a test waits for. */
export type Snapshots<T> = {
  /** Resolves with the first snapshot, past ones included, that `wanted` accepts. @throws after 20 s, with the last one. */
  until: (wanted: (snapshot: T) => boolean) => Promise<T>;
  error: Promise<FirestoreError>;
  all: T[];
  stop: () => void;
};

export function watchQuery(query: Query): Snapshots<QuerySnapshot> {
  return collect((next, error) => sdk.onSnapshot(query, { includeMetadataChanges: true }, next, error));
}

export function watchDocument(reference: DocumentReference): Snapshots<DocumentSnapshot> {
  return collect((next, error) => sdk.onSnapshot(reference, { includeMetadataChanges: true }, next, error));
}

function collect<T>(
  listen: (next: (snapshot: T) => void, error: (error: FirestoreError) => void) => () => void,
): Snapshots<T> {
  const all: T[] = [];
  const waiting = new Set<(snapshot: T) => void>();
  const failure = Promise.withResolvers<FirestoreError>();
  const stop = listen((snapshot) => {
    all.push(snapshot);
    for (const check of waiting) check(snapshot);
  }, failure.resolve);
  return {
    all,
    stop,
    error: failure.promise,
    until: (wanted) => {
      const found = all.find(wanted);
      if (found) return Promise.resolve(found);
      return new Promise((resolve, reject) => {
        const timer = setTimeout(
          () => reject(new Error(`No such snapshot; the last of ${all.length}: ${show(all.at(-1))}`)),
          20_000,
        );
        waiting.add((snapshot) => {
          if (!wanted(snapshot)) return;
          clearTimeout(timer);
          resolve(snapshot);
        });
      });
    },
  };
}

function show(snapshot: unknown): string {
  if (typeof snapshot !== 'object' || snapshot === null) return String(snapshot);
  if ('docs' in snapshot && Array.isArray(snapshot.docs)) {
    return JSON.stringify(snapshot.docs.map((doc) => [doc.id, doc.data()]));
  }
  return 'data' in snapshot && typeof snapshot.data === 'function' ? JSON.stringify(snapshot.data()) : '?';
}
