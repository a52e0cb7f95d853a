import { baseMeasuresOf } from './measure-expressions.ts';
import type { SemanticModel } from './model-schema.ts';
import type { AnalyticsRequest } from './request.ts';

/** The names of the joins that a request needs, not yet those that these need. */
export function toJoinNames(request: AnalyticsRequest, model: SemanticModel): string[] {
  const dimensions = [...request.dimensions, ...request.filters.map((filter) => filter.dimension)];
  return [
    ...dimensions.flatMap((name) => model.dimensions[name]?.join ?? []),
    ...request.measures
      .flatMap((name) => baseMeasuresOf(name, model))
      .flatMap((measure) => measure.join ?? []),
  ];
}

/**
 * LEFT JOIN lines for the named joins, each after those it needs, in the model's order: a row of the fact is never lost
 * because something about it is unknown.
 * @param windowKey the column that tells the rows of the CTE `days` apart, which sums over windows of days are for.
 */
export function toJoinLines(names: string[], model: SemanticModel, windowKey?: string): string[] {
  const wanted = new Set<string>();
  const want = (name: string) => {
    if (wanted.has(name)) return;
    wanted.add(name);
    for (const needed of model.joins[name]?.needs ?? []) want(needed);
  };
  names.forEach(want);
  return Object.entries(model.joins)
    .filter(([name]) => wanted.has(name))
    .map(([name, join]) => {
      const sameDays =
        join.window === undefined || join.window.days === 'ever' || windowKey === undefined
          ? ''
          : ` AND ${name}.${windowKey} = days.${windowKey}`;
      return `LEFT JOIN ${toTable(name, model)} ON ${join.on}${sameDays}`;
    });
}

/** What a join reads: a table, a sum over a window (a CTE of that name), or a query of its own. */
function toTable(name: string, model: SemanticModel): string {
  const source = model.joins[name]?.source;
  return source === undefined ? name : `(${source.trim()}) AS ${name}`;
}
