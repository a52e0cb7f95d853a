import {
  type DocumentSnapshot,
  FieldValue,
  type Firestore,
  Timestamp,
  type WriteBatch,
} from '@google-cloud/firestore';
import { type Turn, turnSchema } from '@tallyboard/contract';
import { toBody } from '../turn/turn-error.ts';
import { withEndedSteps } from '../turn/turn-progress.ts';
import type { TurnKey } from '../turn/turn-store.ts';
import { auditDeadSteps } from './audit.ts';
import { settleDeadBytes } from './byte-usage.ts';
import { isConflict, parseDocument, toFields } from './documents.ts';
import { conversationRef, turnRef, usageRef } from './paths.ts';

/** How long past its deadline a turn may take to write its end before its function counts as dead. */
export const graceMs = 10_000;

/** Whether a turn is past its deadline for so long that its function must be dead. */
export function isOverdue(turn: Turn, now: Date): boolean {
  return turn.status === 'running' && turn.deadlineAt.getTime() + graceMs <= now.getTime();
}

/**
 * Ends a turn whose function died, as `interrupted`. A turn that is not overdue, or ended meanwhile, stays as it is.
 * @returns the turn as it stands now, or undefined where there is none
 */
export async function interruptTurn(db: Firestore, key: TurnKey, now: Date): Promise<Turn | undefined> {
  for (;;) {
    const [snapshot, conversation] = await db.getAll(turnRef(db, key), conversationRef(db, key));
    if (!snapshot?.exists) return undefined;
    const turn = parseDocument(snapshot, turnSchema);
    if (!isOverdue(turn, now)) return turn;
    // First: where this fails the turn still counts as running, and is ended again.
    await auditDeadSteps(db, key.uid, turn, now);
    const batch = db.batch();
    addInterruption(db, batch, { key, snapshot, turn, now });
    // TTL may have removed the conversation before its turns: an update of it would be refused again and again.
    if (conversation?.exists) batch.update(conversation.ref, { activeTurnId: null });
    if (givesBack(turn)) {
      const stamp = FieldValue.arrayRemove(Timestamp.fromDate(turn.askedAt));
      batch.set(usageRef(db, key.uid), { askedAt: stamp }, { merge: true });
    }
    try {
      await batch.commit();
    } catch (error) {
      if (!isConflict(error)) throw error;
    }
  }
}

export type Interruption = { key: Pick<TurnKey, 'uid'>; snapshot: DocumentSnapshot; turn: Turn; now: Date };

/** The turn's own part of its interruption, good only while the turn is as the snapshot has it. */
export function addInterruption(
  db: Firestore,
  batch: WriteBatch,
  { key, snapshot, turn, now }: Interruption,
): void {
  const { steps } = withEndedSteps(turn, now, 'Not finished');
  const fields = toFields({ status: 'failed', error: toBody('interrupted'), finishedAt: now, steps });
  batch.update(snapshot.ref, fields, { lastUpdateTime: snapshot.updateTime });
  settleDeadBytes(db, batch, key.uid, turn);
}

/** As far as anyone can tell, the model had not answered when the function died. */
export function givesBack(turn: Turn): boolean {
  return turn.text === '' && turn.steps.length === 0;
}
