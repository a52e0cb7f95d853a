import type { AuditEntry, WarehouseAccess } from '@tallyboard/contract';
import type { Logger } from 'pino';
import { CodedError } from '../coded-error.ts';
import { raceAbort } from '../race-abort.ts';
import type { Warehouse } from '../warehouse/warehouse.ts';
import { logCall } from './log-call.ts';
import { runTool } from './run-tool.ts';
import { toAudited } from './to-audited.ts';
import type { Tool, ToolContext, ToolOutcome } from './tool.ts';

export type AuditedDeps = {
  tools: readonly Tool[];
  warehouse: Warehouse;
  company: ToolContext['company'];
  /** Appends an audit entry under an id. Never throws: what cannot be stored is in the log. */
  audit: (id: string, entry: AuditEntry) => Promise<void>;
  logger: Logger;
  now: () => Date;
  newId: () => string;
  timeoutMs: number;
};

/** A tool's call outside a turn. The ids are empty where no question was asked. */
export type AuditedCall = {
  uid: string;
  access: WarehouseAccess;
  conversationId: string;
  turnId: string;
  tool: string;
  args: unknown;
  /** Why it is called, for the id of the entry and the label of the bill: lower-case letters. */
  reason: string;
  maxRows: number;
  /** When it is for the tool, where that is not now: what "last month" counts from. */
  at?: Date;
};

/** What all reads of a call were billed: look-ups of names and of how far the data reaches, too. */
export type AuditedOutcome = { outcome: ToolOutcome; billed: { bytes: number; priceUsd: number } };

/**
 * Runs a tool with the caller's warehouses bound, and audits and logs it as the calls of a turn are.
 * @throws CodedError unavailable where it takes longer than `timeoutMs`
 */
export async function runAuditedTool(deps: AuditedDeps, call: AuditedCall): Promise<AuditedOutcome> {
  const { uid, conversationId, turnId, tool, args, reason } = call;
  const startedAt = deps.now();
  const billed = { reads: 0, bytes: 0, priceUsd: 0 };
  const warehouse: Warehouse = {
    read: async (statement, options) => {
      const read = await deps.warehouse.read(statement, options);
      billed.reads += 1;
      billed.bytes += read.bytesProcessed;
      billed.priceUsd += read.priceUsd;
      return read;
    },
  };
  const logger = deps.logger.child({ uid, ...(turnId !== '' && { conversationId, turnId }) });
  const audit = (outcome: ToolOutcome | AuditEntry['outcome']) => {
    const entry: AuditEntry = {
      ...{ at: startedAt, uid, conversationId, turnId, ...toAudited({ name: tool, args }, outcome) },
      bytesProcessed: billed.reads === 0 ? null : billed.bytes,
      latencyMs: deps.now().getTime() - startedAt.getTime(),
    };
    logCall(logger, entry, outcome);
    return deps.audit(`${uid}_${reason}_${deps.newId()}`, entry);
  };
  const signal = AbortSignal.timeout(deps.timeoutMs);
  const context: ToolContext = {
    warehouse,
    access: call.access,
    findResult: () => undefined,
    nextVisualizationId: () => 'v1',
    now: call.at ?? startedAt,
    signal,
    company: deps.company,
    maxRows: call.maxRows,
    labels: { turn: reason, tool },
  };
  let outcome: ToolOutcome;
  try {
    outcome = await raceAbort(runTool(deps.tools, tool, args, context), signal);
  } catch (cause) {
    await audit(signal.aborted ? 'timeout' : 'internal');
    if (signal.aborted) throw notReadable(cause);
    throw cause;
  }
  await audit(outcome);
  return { outcome, billed };
}

/** The data could not be read, and may be soon. */
export function notReadable(cause: unknown): CodedError {
  return new CodedError('unavailable', 'The data cannot be read just now. Try again in a moment.', { cause });
}
