import type { Firestore } from '@google-cloud/firestore';
import type { Logger } from 'pino';
import { CodedError } from '../coded-error.ts';
import type { DayOfBytes } from '../rerun/meter-day.ts';
import type { RerunKey, SavedResult } from '../rerun/run-again.ts';
import { within } from '../within.ts';
import { reserveBytes, toUsageDay } from './byte-usage.ts';
import { conversationNotFound, readConversation } from './conversations.ts';
import { bytesRef, turnRef } from './paths.ts';
import { readResult } from './results.ts';
import { readTurn, turnNotFound } from './turns.ts';

/** All rows of the largest result take less. */
const readTimeoutMs = 10_000;

/**
 * A result of the person's own, with all its rows.
 * @throws CodedError conversation_not_found, turn_not_found, unavailable
 */
export async function readSavedResult(db: Firestore, key: RerunKey, now: Date): Promise<SavedResult> {
  const reads = Promise.all([
    readConversation(db, key, now),
    readTurn(db, key),
    readResult(turnRef(db, key), key.resultId),
  ]);
  const [conversation, turn, stored] = await within(reads, readTimeoutMs, tooSlow);
  if (conversation === undefined) throw conversationNotFound();
  if (turn === undefined || stored === undefined) throw turnNotFound();
  const step = turn.steps.find(({ resultId }) => resultId === key.resultId);
  return { ...stored, calledAt: step?.startedAt ?? turn.askedAt };
}

function tooSlow(): CodedError {
  return new CodedError('unavailable', 'The saved answer cannot be read just now. Try again in a moment.');
}

function notStored(cause: unknown): CodedError {
  return new CodedError('unavailable', 'This cannot be run again just now. Try again in a moment.', {
    cause,
  });
}

/** A person's bytes of a day, outside a turn. */
export function createDayOfBytes(
  db: Firestore,
  { uid, now, bytesPerDay, logger }: { uid: string; now: Date; bytesPerDay: number; logger: Logger },
): DayOfBytes {
  const day = { ref: bytesRef(db, uid, toUsageDay(now)), askedAt: now, bytesPerDay };
  return {
    reserve: (bytes) =>
      reserveBytes(db, day, bytes).catch((error: unknown) => {
        throw notStored(error);
      }),
    giveBack: async (bytes) => {
      await reserveBytes(db, day, -bytes).catch((err) => logger.warn({ err, bytes }, 'bytes stay set aside'));
    },
  };
}
