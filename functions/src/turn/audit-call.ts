import { createHash } from 'node:crypto';
import type { AuditEntry, Step } from '@tallyboard/contract';
import type { ToolOutcome } from '../tools/tool.ts';
import type { Cost } from '../warehouse/meter-warehouse.ts';
import { toAuditId } from './audit-id.ts';
import { retry } from './retry.ts';
import type { FunctionCall } from './tool-response.ts';
import type { TurnRun } from './turn-run.ts';

const auditRetryMs = 30_000;
const maxArgumentChars = 20_000;

export type EndedCall = { step: Step; outcome: ToolOutcome | AuditEntry['outcome']; cost: Cost | null };

/** The entry is written with the step that it is about. */
export function auditCall(run: TurnRun, call: FunctionCall, { step, outcome, cost }: EndedCall): void {
  const { id: stepId, startedAt } = step;
  const latencyMs = run.deps.clock.now().getTime() - startedAt.getTime();
  const result = typeof outcome === 'object' && outcome.kind === 'result' ? outcome.result : null;
  const entry: AuditEntry = {
    at: startedAt,
    uid: run.key.uid,
    conversationId: run.key.conversationId,
    turnId: run.key.turnId,
    tool: call.name.slice(0, 100),
    argumentsJson: JSON.stringify(call.args).slice(0, maxArgumentChars),
    sqlHash: result === null ? null : createHash('sha256').update(result.sql).digest('hex'),
    rows: result?.rows.length ?? null,
    bytesProcessed: cost?.bytes ?? null,
    latencyMs,
    outcome: typeof outcome === 'string' ? outcome : outcome.kind === 'failure' ? outcome.code : 'ok',
  };
  const { tool, sqlHash, rows, bytesProcessed } = entry;
  run.logger.info({ tool, sqlHash, rows, bytesProcessed, latencyMs, outcome: entry.outcome }, 'tool call');
  if (typeof outcome === 'object' && outcome.kind === 'failure' && outcome.cause !== undefined)
    run.logger.warn({ tool, err: outcome.cause }, 'read failed');
  run.record.audit(toAuditId(run.key.uid, run.turn, stepId), entry);
}

/** Entries that could not be written with the turn, as where someone else ended it; in the log when they cannot be stored. */
export async function auditApart({ deps, record, logger }: TurnRun): Promise<void> {
  const { audit, clock, random } = deps;
  const until = new Date(clock.now().getTime() + auditRetryMs);
  await Promise.all(
    record.unwrittenEntries().map(([id, entry]) =>
      retry(() => audit.append(id, entry), {
        ...{ clock, random, until },
        isFinal: () => false,
        onRetry: (err) => logger.warn({ err }, 'audit write is tried again'),
      }).catch((err) => logger.error({ err, audit: entry }, 'audit entry is not stored')),
    ),
  );
}
