import { setImmediate } from 'node:timers/promises';
import type { Figure, Visualization } from '@tallyboard/contract';
import type { GroundedResult } from '../grounding/grounded-result.ts';
import { proveEach } from '../grounding/prove-figures.ts';
import type { TurnRun } from './turn-run.ts';

/** How long other turns of this process wait at most. */
const sliceMs = 20;

/**
 * The figures of the answer, each proved from the turn's results or not.
 * @throws the turn's abort reason
 */
export async function proveText(run: TurnRun, text: string): Promise<Figure[]> {
  const figures: Figure[] = [];
  let since = performance.now();
  for (const figure of proveEach({ text, question: run.turn.question, results: toGroundedResults(run) })) {
    figures.push(figure);
    if (performance.now() - since < sliceMs) continue;
    await setImmediate();
    run.signal.throwIfAborted();
    since = performance.now();
  }
  return figures;
}

/** A heading that states a figure which the results do not prove gives way to that of the result it draws. */
export async function withProvedTitle(run: TurnRun, visualization: Visualization): Promise<Visualization> {
  const figures = await proveText(run, visualization.title);
  const unproved = figures.filter(({ proved }) => !proved).length;
  if (unproved === 0) return visualization;
  run.logger.info({ unproved, visualization: visualization.id }, 'heading replaced');
  const own = run.results.get(visualization.resultId)?.result.title;
  return { ...visualization, title: own?.slice(0, maxTitleLength) || 'Result' };
}

const maxTitleLength = 120;

function toGroundedResults({ results }: TurnRun): GroundedResult[] {
  return [...results].map(([resultId, { result }]) => {
    const limit = result.parameters.limit?.value;
    return { ...result, resultId, limited: typeof limit === 'number' && result.rows.length >= limit };
  });
}
