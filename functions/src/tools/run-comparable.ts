import { type ComparisonQuery, runComparison } from './run-comparison.ts';
import { type Query, runQuery } from './run-query.ts';
import { toFailure } from './to-failure.ts';
import type { ToolContext, ToolOutcome } from './tool.ts';

type ComparableQuery = Query & { args: { compareTo?: string } };

/** `runQuery`, or `runComparison` where another period is named. */
export async function runComparable(query: ComparableQuery, context: ToolContext): Promise<ToolOutcome> {
  const { model, args, defaultPeriod, readCoverage } = query;
  const { compareTo, measures, dimensions = [], filters = [], limit = null, period } = args;
  if (compareTo === undefined) return runQuery(query, context);
  const extra = (['grain', 'orderBy', 'limitPer', 'having'] as const).find(
    (name) => args[name] !== undefined,
  );
  if (extra !== undefined) {
    const message = `compareTo sets two periods side by side, each as a whole: it takes no ${extra}.`;
    return toFailure({ code: 'invalid_argument', message, hint: `Leave out ${extra} or compareTo.` });
  }
  const [dimension = null, second] = dimensions;
  if (second !== undefined) {
    const message = 'compareTo takes one dimension at most.';
    const hint = `Compare by ${dimension}, then by ${second}.`;
    return toFailure({ code: 'invalid_argument', message, hint });
  }
  const comparison: ComparisonQuery['comparison'] = {
    measures,
    dimension,
    filters,
    limit,
    period,
    compareTo,
  };
  return runComparison({ model, comparison, defaultPeriod, readCoverage }, context);
}
