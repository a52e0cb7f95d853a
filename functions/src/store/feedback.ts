import type { Firestore } from '@google-cloud/firestore';
import type { Feedback, FeedbackRequest } from '@tallyboard/contract';
import { CodedError } from '../coded-error.ts';
import type { TurnKey } from '../turn/turn-store.ts';
import { readConversation } from './conversations.ts';
import { isNotFound } from './documents.ts';
import { turnRef } from './paths.ts';
import { readTurn, turnNotFound } from './turns.ts';

/**
 * Keeps what a person thought of an ended answer, over what was kept before.
 * @throws CodedError turn_not_found, conversation_busy while the answer is being written
 */
export async function saveFeedback(
  db: Firestore,
  key: TurnKey,
  request: FeedbackRequest,
  now: Date,
): Promise<Feedback> {
  // A turn outlives its conversation by a day where only TTL removes it.
  const [conversation, turn] = await Promise.all([readConversation(db, key, now), readTurn(db, key)]);
  if (conversation === undefined || turn === undefined) throw turnNotFound();
  if (turn.status === 'running')
    throw new CodedError('conversation_busy', 'The answer is still being written. Wait for its end.');
  const feedback: Feedback = { ...request, reason: request.reason?.toWellFormed() || null, at: now };
  try {
    await turnRef(db, key).update({ feedback });
  } catch (error) {
    throw isNotFound(error) ? turnNotFound() : error;
  }
  return feedback;
}
