import {
  type Conversation,
  conversationSchema,
  isKept,
  queryUsageSchema,
  restorableMs,
  turnSchema,
  userSchema,
} from '@tallyboard/contract';
import {
  collection,
  doc,
  endAt,
  type Firestore,
  limit,
  onSnapshot,
  orderBy,
  type Query,
  type QueryDocumentSnapshot,
  type QuerySnapshot,
  query,
  startAfter,
  Timestamp,
  where,
} from 'firebase/firestore';
import type { z } from 'zod';
import { createLive, type Live, type Loaded } from '../live/live.ts';
import { createOnce } from '../live/once.ts';
import { remember } from '../live/remember.ts';
import { toError } from '../live/to-error.ts';
import { fetchResult } from './fetch-result.ts';
import { isRefused } from './is-refused.ts';
import { createPages } from './pages.ts';
import { createParser } from './parse-changed.ts';
import { parseDocument } from './parse-document.ts';
import type { Records } from './records.ts';

/** What is kept of what is not shown any more: going back to it shows it at once. */
const mostConversations = 20;
const mostResults = 60;

export type RecordsOptions = {
  uid: string;
  /** The server's time: it wrote what has expired when. */
  now: () => Date;
  /** The rules let nothing be read any more: the sign-in is over. */
  onRefused: () => void;
};

/** Documents under `users/{uid}`, read with the signed-in person's token. */
export function createRecords(firestore: Firestore, { uid, now, onRefused }: RecordsOptions): Records {
  const isAlive = (conversation: Conversation) => isKept(conversation, now());
  const telling: Telling = (onError) => (error) => {
    if (isRefused(error)) onRefused();
    onError(error);
  };
  const userPath = `users/${uid}`;
  const conversationsPath = `${userPath}/conversations`;
  const conversations = createPages<Conversation, QueryDocumentSnapshot>((range, onNext, onError) => {
    const parse = createSnapshotParser(conversationSchema);
    return listen(
      query(
        collection(firestore, conversationsPath),
        where('archivedAt', '==', null),
        where('expiresAt', '>', Timestamp.fromDate(now())),
        orderBy('expiresAt', 'desc'),
        ...(range.after ? [startAfter(range.after)] : []),
        ...(range.upTo ? [endAt(range.upTo)] : []),
        limit(range.limit),
      ),
      (snapshot) => onNext({ entries: parse(snapshot), places: snapshot.docs }),
      telling(onError),
    );
  });
  const resultAt = remember(
    (path: string) =>
      createOnce(() =>
        fetchResult(firestore, path).catch((error: unknown) => {
          if (isRefused(error)) onRefused();
          throw error;
        }),
      ),
    mostResults,
  );
  const documentAt = <T extends z.ZodType>(
    path: string,
    schema: T,
    counts?: (value: z.output<T>) => boolean,
  ) => liveDocument(firestore, path, schema, telling, counts);
  return {
    reached: createLive((onNext, onError) =>
      onSnapshot(
        doc(firestore, userPath),
        withMetadata,
        ({ metadata }) => onNext(!metadata.fromCache),
        telling(onError),
      ),
    ),
    user: documentAt(userPath, userSchema),
    conversations: conversations.entries,
    olderConversations: conversations.older,
    loadOlderConversations: conversations.loadOlder,
    deletedConversations: createLive((onNext, onError) => {
      const parse = createSnapshotParser(conversationSchema);
      return listen(
        query(
          collection(firestore, conversationsPath),
          where('archivedAt', '>', Timestamp.fromMillis(now().getTime() - restorableMs)),
          orderBy('archivedAt', 'desc'),
          limit(100),
        ),
        (snapshot) => onNext(parse(snapshot).filter(isAlive)),
        telling(onError),
      );
    }),
    conversation: remember(
      (conversationId) => documentAt(`${conversationsPath}/${conversationId}`, conversationSchema, isAlive),
      mostConversations,
    ),
    turns: remember(
      (conversationId) =>
        createLive((onNext, onError) => {
          const parse = createSnapshotParser(turnSchema);
          return listen(
            query(collection(firestore, `${conversationsPath}/${conversationId}/turns`), orderBy('askedAt')),
            (snapshot) => onNext(parse(snapshot).filter(({ expiresAt }) => expiresAt > now())),
            telling(onError),
          );
        }),
      mostConversations,
    ),
    usage: documentAt(`${userPath}/usage/queries`, queryUsageSchema),
    result: ({ conversationId, turnId, resultId }) =>
      resultAt(`${conversationsPath}/${conversationId}/turns/${turnId}/results/${resultId}`),
  };
}

/** A listener's `onError` that tells first where the sign-in is over. */
type Telling = (onError: (error: Error) => void) => (error: Error) => void;

/** A document; null where it does not exist, or does not count any more though it is still stored. */
function liveDocument<T extends z.ZodType>(
  firestore: Firestore,
  path: string,
  schema: T,
  telling: Telling,
  counts: (value: z.output<T>) => boolean = () => true,
): Live<Loaded<z.output<T> | null>> {
  return createLive((onNext, onError) =>
    onSnapshot(
      doc(firestore, path),
      withMetadata,
      (snapshot) => {
        const data = snapshot.data({ serverTimestamps: 'estimate' });
        if (!data && snapshot.metadata.fromCache) return;
        let value: z.output<T> | null;
        try {
          const parsed = data ? parseDocument(schema, data) : null;
          value = parsed !== null && counts(parsed) ? parsed : null;
        } catch (error) {
          onError(toError(error));
          return;
        }
        onNext(value);
      },
      telling(onError),
    ),
  );
}

/**
 * Firestore answers out of its cache where the server is out of reach. An empty cache says nothing of what is stored: only the server's
 * word that there is nothing counts, and it is a change of the metadata alone.
 */
const withMetadata = { includeMetadataChanges: true };

function listen(
  wanted: Query,
  onNext: (snapshot: QuerySnapshot) => void,
  onError: (error: Error) => void,
): () => void {
  const onAny = (snapshot: QuerySnapshot) => {
    if (!snapshot.empty || !snapshot.metadata.fromCache) onNext(snapshot);
  };
  return onSnapshot(wanted, withMetadata, onAny, onError);
}

/** The values of one listener's snapshots, for that listener alone: its first snapshot names every document as changed. */
function createSnapshotParser<T extends z.ZodType>(schema: T): (snapshot: QuerySnapshot) => z.output<T>[] {
  const parse = createParser(schema);
  return (snapshot) =>
    parse(
      snapshot.docs.map((document) => ({
        key: document.ref.path,
        read: () => document.data({ serverTimestamps: 'estimate' }),
      })),
      new Set(snapshot.docChanges().map((change) => change.doc.ref.path)),
    );
}
