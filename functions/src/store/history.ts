import type { DocumentReference, Firestore, QueryDocumentSnapshot } from '@google-cloud/firestore';
import { turnSchema } from '@tallyboard/contract';
import type { ConversationKey, History, HistoryBounds, PastTurn } from '../turn/turn-store.ts';
import { parseDocument } from './documents.ts';
import { modelDocumentSchema, parseContents } from './model-document.ts';
import { conversationRef, modelRef } from './paths.ts';

/** Raw contents are read newest first, in steps, until there is enough. */
const readAtOnce = 8;

const lifeSchema = turnSchema.pick({ turnId: true, expiresAt: true });
const headSchema = turnSchema.pick({
  ...{ turnId: true, status: true, question: true, text: true, askedAt: true, scopes: true },
});

/** Reads back from the newest turn until the bounds are reached. */
export async function readHistory(
  db: Firestore,
  key: ConversationKey,
  exceptTurnId: string,
  { maxChars, maxTurns }: HistoryBounds,
): Promise<History> {
  const found = await conversationRef(db, key)
    .collection('turns')
    .orderBy('askedAt', 'desc')
    .limit(maxTurns + 1)
    .select('turnId', 'status', 'question', 'text', 'askedAt', 'scopes', 'expiresAt')
    .get();
  const heads = found.docs.filter(({ id }) => id !== exceptTurnId);
  const turns: PastTurn[] = [];
  let chars = 0;
  for (let from = 0; from < heads.length && chars < maxChars; from += readAtOnce) {
    for (const { turn, size } of await readRaw(db, heads.slice(from, from + readAtOnce))) {
      turns.unshift(turn);
      chars += size;
    }
  }
  const lives = heads.map((head) => parseDocument(head, lifeSchema));
  const running = heads.some((head) => head.get('status') === 'running');
  return { turns, lives, running };
}

async function readRaw(db: Firestore, heads: QueryDocumentSnapshot[]) {
  const refs: DocumentReference[] = heads.map((head) => modelRef(head.ref));
  const raws = await db.getAll(...refs);
  return heads.map((head, index) => {
    const snapshot = raws[index];
    const stored = snapshot?.exists ? parseDocument(snapshot, modelDocumentSchema) : undefined;
    const raw = stored === undefined ? null : { model: stored.model, contents: parseContents(stored) };
    const turn: PastTurn = { ...parseDocument(head, headSchema), raw };
    return { turn, size: stored?.contentsJson.length ?? turn.question.length + turn.text.length };
  });
}
