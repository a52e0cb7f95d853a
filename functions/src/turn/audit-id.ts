import type { Turn } from '@tallyboard/contract';

/** The audit entry of a call. The time makes it new again where a purged conversation's ids are used once more. */
export function toAuditId(
  uid: string,
  turn: Pick<Turn, 'conversationId' | 'turnId' | 'askedAt'>,
  stepId: string,
): string {
  return [uid, turn.conversationId, turn.turnId, turn.askedAt.getTime(), stepId].join('_');
}

/** What stands for the entry of a call whose function is taken for dead: where it was only late, its own entry still finds room. */
export function toStandInId(auditId: string): string {
  return `${auditId}_died`;
}
