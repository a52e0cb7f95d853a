import type { Figure, Visualization } from '@tallyboard/contract';
import type { GroundedResult } from '../grounding/grounded-result.ts';
import { proveFigures } from '../grounding/prove-figures.ts';
import type { TurnRun } from './turn-run.ts';

/** The figures of the answer, each proved from the turn's results or not. */
export function proveText(run: TurnRun, text: string): Figure[] {
  return proveFigures({ text, question: run.turn.question, results: toGroundedResults(run) });
}

/** A heading that states a figure which the results do not prove gives way to that of the result it draws. */
export function withProvedTitle(run: TurnRun, visualization: Visualization): Visualization {
  const unproved = proveText(run, visualization.title).filter(({ proved }) => !proved).length;
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
