import type { Firestore } from '@google-cloud/firestore';
import type { AuditEntry, Turn } from '@tallyboard/contract';
import { toAuditId, toStandInId } from '../turn/audit-id.ts';
import type { AuditLog } from '../turn/turn-store.ts';
import { isAlreadyExists, toFields } from './documents.ts';
import { inTime } from './in-time.ts';
import { auditRef } from './paths.ts';

/** `auditLog/{id}`: append-only, so an entry that is there already is left as it is. Throws FirestoreTimeout after 3 s. */
export function createAuditLog(db: Firestore): AuditLog {
  return {
    append: async (id, entry) => {
      try {
        await inTime(auditRef(db, id).create(toFields(entry)));
      } catch (error) {
        if (!isAlreadyExists(error)) throw error;
      }
    },
  };
}

/**
 * Adds what is missing of a turn whose function died: a call that shows as a step in its document and was not audited. Of such a call
 * neither its arguments nor its statement are known. A function that was only late adds its own entry beside it: the log is append-only.
 */
export async function auditDeadSteps(db: Firestore, uid: string, turn: Turn, now: Date): Promise<void> {
  if (turn.steps.length === 0) return;
  const log = createAuditLog(db);
  const { conversationId, turnId } = turn;
  const entries = turn.steps.map((step): [string, AuditEntry] => {
    const { tool, startedAt, finishedAt, rows, bytes: bytesProcessed } = step;
    const latencyMs = (finishedAt ?? now).getTime() - startedAt.getTime();
    const outcome = outcomes[step.status];
    const known = {
      at: startedAt,
      uid,
      conversationId,
      turnId,
      tool,
      rows,
      bytesProcessed,
      latencyMs,
      outcome,
    } as const;
    return [toAuditId(uid, turn, step.id), { ...known, argumentsJson: '', sqlHash: null }];
  });
  const own = await inTime(db.getAll(...entries.map(([id]) => auditRef(db, id))));
  const missing = entries.filter((_, index) => own[index]?.exists !== true);
  await Promise.all(missing.map(([id, entry]) => log.append(toStandInId(id), entry)));
}

const outcomes = { running: 'interrupted', done: 'ok', failed: 'failed' } as const;
