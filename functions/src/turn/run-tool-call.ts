import type { AuditEntry, Step } from '@tallyboard/contract';
import { raceAbort } from '../race-abort.ts';
import type { Tool, ToolContext, ToolOutcome } from '../tools/tool.ts';
import { auditCall } from './audit-call.ts';
import { notNeeded } from './clock.ts';
import { type MeteredWarehouse, meterReads } from './meter-reads.ts';
import type { FunctionCall } from './tool-response.ts';
import { TurnTimeout } from './turn-error.ts';
import { type When, withStep, withUsage } from './turn-progress.ts';
import type { TurnRun } from './turn-run.ts';

/** Left of the turn's time when a read is given up, so that the model can still say so. */
const answerMs = 4_000;

/**
 * Runs one call: its step appears, its read gets what is left of the turn's time less a margin for the answer, and it is
 * audited however it ends.
 * @throws the turn's abort reason, and whatever a tool throws that is no expected failure
 */
export async function runToolCall(
  run: TurnRun,
  call: FunctionCall,
  tool: Tool | undefined,
): Promise<{ outcome: ToolOutcome; step: Step }> {
  const { clock } = run.deps;
  const startedAt = clock.now();
  let step: Step = {
    ...emptyStep,
    id: `s${run.progress.get().steps.length + 1}`,
    tool: call.name.slice(0, 100),
    title: toTitle(call, tool),
    startedAt,
  };
  const show = (changes: Partial<Step>, when: When) => {
    step = { ...step, ...changes };
    run.progress.change((progress) => withStep(progress, step), when);
  };
  show({}, 'now');
  const model = run.progress.get().usage?.model ?? run.deps.model.name;
  run.progress.change((progress) => withUsage(progress, model, { toolCalls: 1 }), 'later');
  const metered = meterReads(run, ({ bytes, priceUsd }) => {
    const spent = { bytesProcessed: bytes, priceUsd };
    run.progress.change((progress) => withUsage(progress, model, spent), 'later');
    show({ ...metered.cost() }, 'soon');
  });
  try {
    const outcome = await runInTime(run, call, startedAt, metered);
    show({ finishedAt: clock.now(), ...toStepEnd(outcome) }, 'soon');
    auditCall(run, call, { step, outcome, cost: metered.cost() });
    return { outcome, step };
  } catch (error) {
    const outcome = run.signal.reason instanceof TurnTimeout ? 'timeout' : toThrownCode(run);
    auditCall(run, call, { step, outcome, cost: metered.cost() });
    throw error;
  }
}

const emptyStep = {
  status: 'running',
  finishedAt: null,
  resultId: null,
  rows: null,
  bytes: null,
  priceUsd: null,
  message: null,
} satisfies Partial<Step>;

const outOfTime: ToolOutcome = {
  kind: 'failure',
  code: 'warehouse_failed',
  message: 'The read took longer than the time that is left for this answer, and was cancelled.',
  hint: 'Do not read again. Say that it took too long, and offer a shorter period or fewer dimensions.',
};

function toTitle(call: FunctionCall, tool: Tool | undefined): string {
  const parsed = tool?.parameters.safeParse(call.args);
  if (tool === undefined || parsed === undefined) return 'Calling a tool that does not exist';
  return parsed.success ? tool.toTitle(parsed.data) : 'Checking a request';
}

async function runInTime(
  run: TurnRun,
  call: FunctionCall,
  now: Date,
  { warehouse }: MeteredWarehouse,
): Promise<ToolOutcome> {
  const { deps } = run;
  const leftMs = Math.max(1, run.turn.deadlineAt.getTime() - now.getTime() - answerMs);
  const given = new AbortController();
  const done = new AbortController();
  const timer = deps.clock.sleep(leftMs, done.signal).then(
    () => given.abort(outOfTime),
    () => undefined,
  );
  const signal = AbortSignal.any([run.signal, given.signal]);
  const context = toContext(run, warehouse, signal, call.name, now);
  try {
    return await raceAbort(deps.runTool(deps.tools, call.name, call.args, context), signal);
  } catch (error) {
    run.signal.throwIfAborted();
    if (given.signal.aborted) return outOfTime;
    throw error;
  } finally {
    done.abort(notNeeded);
    await timer;
  }
}

function toContext(
  run: TurnRun,
  warehouse: ToolContext['warehouse'],
  signal: AbortSignal,
  tool: string,
  now: Date,
): ToolContext {
  const { deps } = run;
  return {
    warehouse,
    access: run.caller.access,
    findResult: (resultId) => {
      const found = run.results.get(resultId)?.result;
      return found && { resultId, columns: found.columns, rows: found.rows };
    },
    nextVisualizationId: () => `v${run.progress.get().visualizations.length + 1}`,
    now,
    signal,
    company: deps.company,
    maxRows: deps.limits.resultRows,
    labels: { turn: toLabel(run.key.turnId), tool: toLabel(tool) },
  };
}

/** BigQuery takes lower-case letters, digits, `-` and `_`, 63 at most. */
function toLabel(value: string): string {
  return value
    .toLowerCase()
    .replace(/[^a-z0-9_-]/g, '_')
    .slice(0, 63);
}

function toStepEnd(outcome: ToolOutcome): Partial<Step> {
  if (outcome.kind === 'failure') return { status: 'failed', message: outcome.message };
  if (outcome.kind === 'visualization') return { status: 'done' };
  return { status: 'done', rows: outcome.result.rows.length };
}

function toThrownCode(run: TurnRun): AuditEntry['outcome'] {
  return run.signal.aborted ? 'interrupted' : 'internal';
}
