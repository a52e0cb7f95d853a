import type { DocumentReference, Firestore } from '@google-cloud/firestore';
import type { ConversationKey } from '../turn/turn-store.ts';
import { isNotFound } from './documents.ts';
import { turnRef } from './paths.ts';
import { listTurnDocuments } from './turn-documents.ts';

/** Firestore takes any number up to 10 MiB a commit; one of so many ends soon, and fails for few. */
const updatesPerCommit = 400;

/**
 * Lets earlier turns, with all that lies below them, live as long as their conversation: TTL deletes each document by its
 * own `expiresAt`. A turn that is gone already stays gone.
 */
export async function extendLife(
  db: Firestore,
  key: ConversationKey,
  turnIds: readonly string[],
  expiresAt: Date,
): Promise<void> {
  // One turn after the other: this is nobody's hurry.
  for (const turnId of turnIds) {
    const refs = await listTurnDocuments(turnRef(db, { ...key, turnId }));
    try {
      await updateAll(db, refs, expiresAt);
    } catch (error) {
      if (!isNotFound(error)) throw error;
    }
  }
}

async function updateAll(db: Firestore, refs: readonly DocumentReference[], expiresAt: Date): Promise<void> {
  for (let start = 0; start < refs.length; start += updatesPerCommit) {
    const batch = db.batch();
    for (const ref of refs.slice(start, start + updatesPerCommit)) batch.update(ref, { expiresAt });
    await batch.commit();
  }
}
