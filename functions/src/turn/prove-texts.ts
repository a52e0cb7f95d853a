import { setImmediate } from 'node:timers/promises';
import { type Figure, maxHeadingLength, type Visualization } from '@tallyboard/contract';
import type { GroundedResult } from '../grounding/grounded-result.ts';
import { proveEach } from '../grounding/prove-figures.ts';
import { ModelError } from '../model/model.ts';
import type { ToolResult } from '../tools/tool.ts';
import type { TurnRun } from './turn-run.ts';

/** How long other turns of this process wait at most. */
const sliceMs = 20;

/** What fits into the turn's document. An answer of more is no answer. */
const maxFigures = 2_000;

/**
 * The figures of the answer, each proved from the turn's results or not.
 * @throws the turn's abort reason; ModelError model_truncated where there are too many to be kept
 */
export async function proveText(run: TurnRun, text: string): Promise<Figure[]> {
  const figures: Figure[] = [];
  for await (const figure of proveInSlices(run, text)) {
    run.signal.throwIfAborted();
    if (figure === null) continue;
    figures.push(figure);
    if (figures.length > maxFigures) {
      throw new ModelError('model_truncated', `more than ${maxFigures} figures`, false);
    }
  }
  return figures;
}

/**
 * The figures of an answer that was stopped or failed: what stays of it is read too. Those after the time is up, and beyond what can
 * be kept, are left out.
 */
export async function provePartialText(run: TurnRun, text: string): Promise<Figure[]> {
  const figures: Figure[] = [];
  const giveUpAtMs = performance.now() + partialMs;
  for await (const figure of proveInSlices(run, text)) {
    if (figures.length >= maxFigures || performance.now() > giveUpAtMs) break;
    if (figure !== null) figures.push(figure);
  }
  return figures;
}

/** A turn that is over is ended within its second. */
const partialMs = 200;

/** The figures, and null where others were let in. */
async function* proveInSlices(run: TurnRun, text: string): AsyncGenerator<Figure | null> {
  let since = performance.now();
  const input = {
    ...{ text, question: run.turn.question },
    results: toGroundedResults(run),
    names: run.earlierNames,
  };
  for (const figure of proveEach(input)) {
    if (figure !== null) yield figure;
    if (performance.now() - since < sliceMs) continue;
    await setImmediate();
    since = performance.now();
    yield null;
  }
}

/** A heading that states a figure which the results do not prove gives way to that of the result it draws. */
export async function withProvedTitle(run: TurnRun, visualization: Visualization): Promise<Visualization> {
  const figures = await proveText(run, visualization.title);
  const unproved = figures.filter(({ proved }) => !proved).length;
  if (unproved === 0) return visualization;
  run.logger.info({ unproved, visualization: visualization.id }, 'heading replaced');
  const own = run.results.get(visualization.resultId)?.result.title;
  return { ...visualization, title: own?.slice(0, maxHeadingLength) || 'Result' };
}

/** One for each result of a turn, so that what is worked out of it once is not worked out for each text. */
const grounded = new WeakMap<ToolResult, GroundedResult>();

function toGroundedResults({ results }: TurnRun): GroundedResult[] {
  return [...results].map(([resultId, { result }]) => {
    const known = grounded.get(result);
    if (known?.resultId === resultId) return known;
    const limit = result.parameters.limit?.value;
    const limited = typeof limit === 'number' && result.rows.length >= limit;
    const made = { ...result, resultId, limited };
    grounded.set(result, made);
    return made;
  });
}
