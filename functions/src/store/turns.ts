import type { Firestore } from '@google-cloud/firestore';
import { type Turn, type TurnStatus, turnSchema } from '@tallyboard/contract';
import { CodedError } from '../coded-error.ts';
import type { ConversationKey, TurnKey } from '../turn/turn-store.ts';
import { isNotFound, parseDocument } from './documents.ts';
import { interruptTurn, isOverdue } from './interrupt-turn.ts';
import { conversationRef, turnRef } from './paths.ts';

export async function readTurn(db: Firestore, key: TurnKey): Promise<Turn | undefined> {
  const snapshot = await turnRef(db, key).get();
  return snapshot.exists ? parseDocument(snapshot, turnSchema) : undefined;
}

const pageSize = 50;

/** A conversation's turns, oldest first, in pages: each may be as large as a document, and a month holds thousands of them. */
export async function* listTurns(db: Firestore, key: ConversationKey): AsyncGenerator<Turn> {
  const turns = conversationRef(db, key).collection('turns').orderBy('askedAt').limit(pageSize);
  let page = await turns.get();
  for (;;) {
    for (const snapshot of page.docs) yield parseDocument(snapshot, turnSchema);
    const last = page.docs.at(-1);
    if (last === undefined || page.size < pageSize) return;
    page = await turns.startAfter(last).get();
  }
}

/**
 * Asks the function that runs the turn to end it; where that function is past its time the turn is ended here.
 * @returns the status now
 * @throws CodedError turn_not_found
 */
export async function requestCancel(db: Firestore, key: TurnKey, now: Date): Promise<TurnStatus> {
  const turn = await readTurn(db, key);
  if (turn === undefined) throw turnNotFound();
  if (turn.status !== 'running') return turn.status;
  if (isOverdue(turn, now)) return (await interruptTurn(db, key, now))?.status ?? 'failed';
  try {
    // No precondition: a turn that is being written many times a second must not hold its own cancel up.
    if (turn.cancelRequestedAt === null) await turnRef(db, key).update({ cancelRequestedAt: now });
  } catch (error) {
    throw isNotFound(error) ? turnNotFound() : error;
  }
  return 'running';
}

export function turnNotFound(): CodedError {
  return new CodedError('turn_not_found', 'This answer does not exist any more.');
}
