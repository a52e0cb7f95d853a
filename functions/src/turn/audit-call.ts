import type { AuditEntry, Step } from '@tallyboard/contract';
import { logCall } from '../tools/log-call.ts';
import { toAudited } from '../tools/to-audited.ts';
import type { ToolOutcome } from '../tools/tool.ts';
import type { Cost } from '../warehouse/meter-warehouse.ts';
import { appendSurely, auditRetryMs } from './append-surely.ts';
import { toAuditId } from './audit-id.ts';
import type { FunctionCall } from './tool-response.ts';
import type { TurnRun } from './turn-run.ts';

export type EndedCall = { step: Step; outcome: ToolOutcome | AuditEntry['outcome']; cost: Cost | null };

/** The entry is written with the step that it is about. */
export function auditCall(run: TurnRun, call: FunctionCall, { step, outcome, cost }: EndedCall): void {
  const { id: stepId, startedAt } = step;
  const latencyMs = run.deps.clock.now().getTime() - startedAt.getTime();
  const { uid, conversationId, turnId } = run.key;
  const entry: AuditEntry = {
    ...{ at: startedAt, uid, conversationId, turnId, ...toAudited(call, outcome) },
    bytesProcessed: cost?.bytes ?? null,
    latencyMs,
  };
  logCall(run.logger, entry, outcome);
  run.record.audit(toAuditId(uid, run.turn, stepId), entry);
}

/** Entries that could not be written with the turn, as where someone else ended it; in the log when they cannot be stored. */
export async function auditApart({ deps, record, logger }: TurnRun): Promise<void> {
  const entries = record.unwrittenEntries();
  await Promise.all(entries.map((entry) => appendSurely({ ...deps, logger }, entry, auditRetryMs)));
}
