import type { Step } from '@tallyboard/contract';
import type { ModelPart } from '../model/model.ts';
import type { Tool, ToolOutcome } from '../tools/tool.ts';
import { withProvedTitle } from './prove-texts.ts';
import { runToolCall } from './run-tool-call.ts';
import { saveResult } from './save-result.ts';
import { type FunctionCall, toFunctionResponse } from './tool-response.ts';
import { withScope, withStep, withVisualization } from './turn-progress.ts';
import type { TurnRun } from './turn-run.ts';

/** Characters of rows that the model is shown of one result. */
const responseChars = 60_000;

type Called = { call: FunctionCall; outcome: ToolOutcome; step: Step | null; resultId: string | null };

/**
 * Runs the calls of one round side by side and returns their responses in call order. Results are named in call order
 * when all have returned, so that the same calls give the same names. Tools that need results run after the others, so
 * that one round can read and show.
 */
export async function runToolCalls(run: TurnRun, calls: readonly FunctionCall[]): Promise<ModelPart[]> {
  const allowed = calls.slice(0, Math.max(0, run.deps.limits.toolCalls - run.toolCalls));
  run.toolCalls += allowed.length;
  const shows = (call: FunctionCall) => findTool(run, call)?.needsResults === true;

  const reads = allowed.map((call) => (shows(call) ? null : callTool(run, call)));
  const called: (Called | null)[] = nameResults(run, await Promise.all(reads));
  // One after the other: each takes the next visualization id.
  for (const [index, call] of allowed.entries()) {
    if (shows(call)) called[index] = await showVisualization(run, await callTool(run, call));
  }

  return calls.map((call, index) => {
    const { outcome, resultId } = called[index] ?? { outcome: tooManyCalls, resultId: null };
    const maxChars = Math.min(responseChars, run.responseCharsLeft);
    const response = toFunctionResponse(call, outcome, resultId, {
      maxRows: run.deps.limits.modelRows,
      maxChars,
    });
    run.responseCharsLeft = Math.max(0, run.responseCharsLeft - JSON.stringify(response).length);
    return response;
  });
}

const tooManyCalls: ToolOutcome = {
  kind: 'failure',
  code: 'too_many_rounds',
  message: 'No more tool calls are possible in this answer.',
  hint: 'Answer from the results that you have, and say what is missing.',
};

function findTool(run: TurnRun, call: FunctionCall): Tool | undefined {
  return run.deps.tools.find(({ name }) => name === call.name);
}

async function callTool(run: TurnRun, call: FunctionCall): Promise<Called> {
  // The end of the turn waits for it, also where the answer does not any more: it is audited.
  const { outcome, step } = await run.writes.add(runToolCall(run, call, findTool(run, call)));
  return { call, outcome, step, resultId: null };
}

/** Gives each result its name, starts storing it, and lets its step and scope say so. */
function nameResults(run: TurnRun, done: (Called | null)[]): (Called | null)[] {
  return done.map((called) => {
    if (called?.outcome.kind !== 'result') return called;
    const { result } = called.outcome;
    const resultId = `r${run.results.size + 1}`;
    const saved = run.writes.add(saveResult(run, resultId, called.call, result));
    run.results.set(resultId, { result, saved });
    run.progress.change((progress) => {
      const scoped = withScope(progress, result.scope);
      return called.step === null ? scoped : withStep(scoped, { ...called.step, resultId });
    }, 'now');
    return { ...called, resultId };
  });
}

/** A visualization appears once the result it draws can be read. */
async function showVisualization(run: TurnRun, called: Called): Promise<Called> {
  if (called.outcome.kind !== 'visualization') {
    const [named] = nameResults(run, [called]);
    return named ?? called;
  }
  const visualization = await withProvedTitle(run, called.outcome.visualization);
  await run.results.get(visualization.resultId)?.saved;
  run.progress.change((progress) => withVisualization(progress, visualization), 'now');
  return called;
}
