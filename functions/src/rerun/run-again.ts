import type { RerunReply, RerunRequest, Result, Rows, Scope, WarehouseAccess } from '@tallyboard/contract';
import type { Reader } from '../caller.ts';
import { CodedError } from '../coded-error.ts';
import { type AuditedDeps, runAuditedTool } from '../tools/run-audited-tool.ts';
import { maySee } from '../tools/scope.ts';
import type { Tool, ToolOutcome, ToolResult } from '../tools/tool.ts';
import type { Warehouse } from '../warehouse/warehouse.ts';
import { diffRows } from './diff-rows.ts';
import { type DayOfBytes, meterDay } from './meter-day.ts';

export type RerunKey = { uid: string; conversationId: string; turnId: string; resultId: string };

/** A result as it was saved, and when its tool was called. */
export type SavedResult = { result: Result; rows: Rows; calledAt: Date };

export type RerunDeps = Omit<AuditedDeps, 'tools'> & {
  /** Tools that remember nothing of the tables: they may be asked about the past. */
  createTools: () => readonly Tool[];
  /** @throws CodedError conversation_not_found, turn_not_found */
  readSaved: (key: RerunKey, now: Date) => Promise<SavedResult>;
  /** The day's bytes of a person. */
  toDay: (uid: string, now: Date) => DayOfBytes;
  /** Rows kept at most in a result. */
  maxRows: number;
  /** How far back tables are kept as they were: https://cloud.google.com/bigquery/docs/time-travel */
  maxTimeTravelHours: number;
};

/**
 * Runs the tool behind a saved result again with the same arguments, and tells what differs. As of then: on the tables as they were,
 * at the time it was called, so that nothing may differ. As of now: what the same call says today.
 * @throws CodedError forbidden where the caller may not see any more what the result covers
 * @throws CodedError too_old where the tables of then, or the arguments, are not kept
 * @throws CodedError with the tool's code where it cannot answer, unavailable where it takes too long
 */
export async function runAgain(
  deps: RerunDeps,
  caller: Reader,
  key: Omit<RerunKey, 'uid'>,
  { asOf }: RerunRequest,
): Promise<RerunReply> {
  const now = deps.now();
  const { uid } = caller;
  const { result, rows, calledAt } = await deps.readSaved({ uid, ...key }, now);
  const access = toAccessOfThen(result.scope, caller.access);
  const then = asOf === 'then' ? { at: calledAt, asOf: result.asOf } : undefined;
  if (then !== undefined && now.getTime() - then.asOf.getTime() > deps.maxTimeTravelHours * 3_600_000) {
    throw new CodedError(
      'too_old',
      `The tables are kept as they were for ${deps.maxTimeTravelHours / 24} days, and this answer is older. Run it again as of now.`,
    );
  }
  const { conversationId, turnId, resultId } = key;
  const { outcome, billed } = await runAuditedTool(
    {
      ...deps,
      tools: deps.createTools(),
      warehouse: readAsOf(meterDay(deps.warehouse, deps.toDay(uid, now)), then?.asOf),
    },
    {
      ...{ uid, access, conversationId, turnId },
      tool: result.tool,
      args: toArguments(result),
      reason: 'rerun',
      maxRows: deps.maxRows,
      ...(then === undefined ? {} : { at: then.at }),
    },
  );
  const again = toResult(outcome);
  return {
    resultId,
    asOf: again.asOf.toISOString(),
    scope: again.scope,
    columns: again.columns,
    difference: diffRows({ columns: result.columns, rows }, again),
    bytesProcessed: billed.bytes,
    priceUsd: billed.priceUsd,
  };
}

/**
 * The warehouses that the result covers, where the caller may still see all of them: with fewer the figures could not match, and with more
 * they would not mean the same.
 */
function toAccessOfThen(scope: Scope, access: WarehouseAccess): WarehouseAccess {
  if (maySee(access, scope)) return scope.warehouses.all ? 'all' : scope.warehouses.ids;
  throw new CodedError(
    'forbidden',
    'This answer covers warehouses that your account may not see any more. Ask the question again.',
  );
}

function toArguments({ argumentsJson }: Result): unknown {
  if (argumentsJson !== undefined) return JSON.parse(argumentsJson);
  throw new CodedError(
    'too_old',
    'This answer was saved before answers could be run again. Ask the question again.',
  );
}

function readAsOf(warehouse: Warehouse, asOf: Date | undefined): Warehouse {
  if (asOf === undefined) return warehouse;
  return { read: (statement, options) => warehouse.read(statement, { ...options, asOf }) };
}

/** The messages of a tool are for the model: the person gets the code in a sentence of ours. */
function toResult(outcome: ToolOutcome): ToolResult {
  if (outcome.kind === 'result') return outcome.result;
  if (outcome.kind === 'visualization') throw new Error('a tool that reads returned a visualization');
  const { code, message, cause } = outcome;
  const sentences: Partial<Record<typeof code, string>> = {
    too_expensive: 'Running this again would read more data than is allowed just now.',
    no_match: 'What this answer was about is not in the data any more.',
  };
  const sentence = sentences[code] ?? 'The data could not be read again. Try again in a moment.';
  throw new CodedError(code, sentence, { cause: new Error(message, { cause }) });
}
