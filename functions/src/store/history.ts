import type { Firestore, QueryDocumentSnapshot } from '@google-cloud/firestore';
import { turnSchema } from '@tallyboard/contract';
import type { ConversationKey, History, HistoryBounds, PastTurn } from '../turn/turn-store.ts';
import { parseDocument } from './documents.ts';
import { inTime } from './in-time.ts';
import { modelDocumentSchema, parseContents } from './model-document.ts';
import { conversationRef, modelRef } from './paths.ts';

const headSchema = turnSchema.pick({
  ...{ turnId: true, status: true, question: true, text: true, askedAt: true, scopes: true, expiresAt: true },
});

/**
 * The newest turns. Raw contents, which may be large, are read of the newest of these alone.
 * @throws FirestoreTimeout
 */
export async function readHistory(
  db: Firestore,
  key: ConversationKey,
  exceptTurnId: string,
  { maxDetailed, maxTurns }: HistoryBounds,
): Promise<History> {
  const newest = conversationRef(db, key)
    .collection('turns')
    .orderBy('askedAt', 'desc')
    .limit(maxTurns + 1)
    .select('turnId', 'status', 'question', 'text', 'askedAt', 'scopes', 'expiresAt');
  const found = await inTime(newest.get());
  const heads = found.docs.filter(({ id }) => id !== exceptTurnId);
  const raws = await readRaws(db, heads.slice(0, maxDetailed));
  const turns = heads.map((head, index) => ({
    ...parseDocument(head, headSchema),
    raw: raws[index] ?? null,
  }));
  const running = heads.some((head) => head.get('status') === 'running');
  return { turns: turns.toReversed(), running };
}

async function readRaws(db: Firestore, heads: QueryDocumentSnapshot[]): Promise<PastTurn['raw'][]> {
  if (heads.length === 0) return [];
  const snapshots = await inTime(db.getAll(...heads.map((head) => modelRef(head.ref))));
  return snapshots.map((snapshot) => {
    if (!snapshot.exists) return null;
    const stored = parseDocument(snapshot, modelDocumentSchema);
    return { model: stored.model, contents: parseContents(stored) };
  });
}
