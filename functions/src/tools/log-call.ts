import type { AuditEntry } from '@tallyboard/contract';
import type { Logger } from 'pino';
import type { ToolOutcome } from './tool.ts';

/** A line for a call, and one with what BigQuery said of a read that failed. Never its arguments. */
export function logCall(
  logger: Logger,
  entry: AuditEntry,
  outcome: ToolOutcome | AuditEntry['outcome'],
): void {
  const { tool, sqlHash, rows, bytesProcessed, latencyMs } = entry;
  logger.info({ tool, sqlHash, rows, bytesProcessed, latencyMs, outcome: entry.outcome }, 'tool call');
  if (typeof outcome === 'object' && outcome.kind === 'failure' && outcome.cause !== undefined)
    logger.warn({ tool, err: outcome.cause }, 'read failed');
}
