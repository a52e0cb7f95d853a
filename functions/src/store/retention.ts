import type { DocumentReference, Firestore } from '@google-cloud/firestore';
import { restorableMs } from '@tallyboard/contract';
import type { RetentionStore } from '../retention/run-retention.ts';
import type { ConversationKey, TurnKey } from '../turn/turn-store.ts';
import { readConversation } from './conversations.ts';
import { isConflict } from './documents.ts';
import { graceMs, interruptTurn } from './interrupt-turn.ts';
import { conversationRef } from './paths.ts';
import { listTurnDocuments } from './turn-documents.ts';

/** Firestore takes any number up to 10 MiB a commit; one of so many ends soon, and fails for few. */
const deletesPerCommit = 400;
const turnsPerPage = 50;
/** What lies below so many turns is asked for at once. */
const turnsAtOnce = 10;

/** Firestore behind the scheduled clean-up. Its queries over all people need the indexes of firestore.indexes.json. */
export function createRetentionStore(db: Firestore): RetentionStore {
  return {
    listOverdueTurns: async (now, limit) => {
      const overdue = new Date(now.getTime() - graceMs);
      const found = await db
        .collectionGroup('turns')
        .where('status', '==', 'running')
        .where('deadlineAt', '<=', overdue)
        .limit(limit)
        .select()
        .get();
      return found.docs.map(({ ref }) => toTurnKey(ref));
    },
    interruptTurn: (key, now) => interruptTurn(db, key, now),
    listPurgeable: (now, limit) => listPurgeable(db, now, limit),
    purgeConversation: (key, now) => purgeConversation(db, key, now),
  };
}

async function listPurgeable(db: Firestore, now: Date, limit: number): Promise<ConversationKey[]> {
  const conversations = db.collectionGroup('conversations');
  const expired = await conversations.where('expiresAt', '<=', now).limit(limit).select().get();
  if (expired.size === limit) return expired.docs.map(({ ref }) => toConversationKey(ref));
  const restorable = new Date(now.getTime() - restorableMs);
  const deleted = await conversations.where('archivedAt', '<=', restorable).limit(limit).select().get();
  const refs = new Map([...expired.docs, ...deleted.docs].map(({ ref }) => [ref.path, ref]));
  return [...refs.values()].slice(0, limit).map(toConversationKey);
}

async function purgeConversation(db: Firestore, key: ConversationKey, now: Date): Promise<number> {
  const ref = conversationRef(db, key);
  if (!(await closeConversation(db, key, now))) return 0;
  let removed = 0;
  for (;;) {
    const turns = await ref.collection('turns').limit(turnsPerPage).select().get();
    for (let start = 0; start < turns.size; start += turnsAtOnce) {
      const some = turns.docs.slice(start, start + turnsAtOnce);
      const refs = await Promise.all(some.map((turn) => listTurnDocuments(turn.ref)));
      removed += await removeAll(db, refs.flat());
    }
    if (turns.size < turnsPerPage) break;
  }
  // Last: until then the next run finds what is left.
  await ref.delete();
  return removed + 1;
}

/**
 * Makes the conversation unreadable and impossible to restore before its parts go.
 * @returns false when it was restored, asked in or removed since it was listed
 */
async function closeConversation(db: Firestore, key: ConversationKey, now: Date): Promise<boolean> {
  const ref = conversationRef(db, key);
  const snapshot = await ref.get();
  // Another run has removed it with all below it, or TTL has, which removes by and by what it left.
  if (!snapshot.exists) return false;
  if ((await readConversation(db, key, now)) !== undefined) return false;
  try {
    await ref.update({ expiresAt: now }, { lastUpdateTime: snapshot.updateTime });
    return true;
  } catch (error) {
    if (isConflict(error)) return false;
    throw error;
  }
}

async function removeAll(db: Firestore, refs: DocumentReference[]): Promise<number> {
  for (let start = 0; start < refs.length; start += deletesPerCommit) {
    const batch = db.batch();
    for (const ref of refs.slice(start, start + deletesPerCommit)) batch.delete(ref);
    await batch.commit();
  }
  return refs.length;
}

/** users/{uid}/conversations/{conversationId} */
function toConversationKey(ref: DocumentReference): ConversationKey {
  return { uid: ref.parent.parent?.id ?? '', conversationId: ref.id };
}

/** …/turns/{turnId} */
function toTurnKey(ref: DocumentReference): TurnKey {
  const conversation = ref.parent.parent;
  if (!conversation) throw new Error(`${ref.path} is not a turn of a conversation`);
  return { ...toConversationKey(conversation), turnId: ref.id };
}
