import { toBucket } from './buckets.ts';
import type { Cte } from './ctes.ts';
import type { BaseMeasure, SemanticModel } from './model-schema.ts';
import type { AnalyticsRequest } from './request.ts';

/**
 * Which days of a period stand for it. Rows of a fact that may be added up over time stand for themselves. Stock may not:
 * the last recorded day of each period stands for it, unless a measure needs every day (an average, a count of days).
 */
export type Days = {
  mode: 'all' | 'last' | 'every';
  /** The expression of the grain where the CTE `days` has it. */
  bucket: string | null;
  ctes: (scope: string[]) => Cte[];
  joins: string[];
};

/** The measures over rows that a measure is made of; itself where it is one. */
export function baseMeasuresOf(name: string, model: SemanticModel): BaseMeasure[] {
  const measure = model.measures[name];
  if (measure === undefined) return [];
  if ('ratio' in measure)
    return [measure.ratio.of, measure.ratio.to].flatMap((part) => baseMeasuresOf(part, model));
  if ('share' in measure) return baseMeasuresOf(measure.share, model);
  return [measure];
}

export function toDays(request: AnalyticsRequest, model: SemanticModel): Days {
  const measures = request.measures.flatMap((name) => baseMeasuresOf(name, model));
  const none: Days = { mode: 'all', bucket: null, ctes: () => [], joins: [] };
  if (measures.every((measure) => measure.additivity !== 'semi_additive')) return none;
  const mode = measures.every((measure) => measure.over_time === 'last') ? 'last' : 'every';
  const time = `${model.fact}.${model.time}`;
  const { grain } = request;
  const bucket = grain === null ? null : toBucket(grain, time);
  const columns = [
    ...(bucket === null ? [] : [`${bucket} AS ${grain}`]),
    `MAX(${time}) AS last_day`,
    ...(mode === 'every' ? [`COUNT(DISTINCT ${time}) AS day_count`] : []),
  ];
  const lines = (scope: string[]) => [
    `SELECT ${columns.join(', ')}`,
    `FROM ${model.fact}`,
    `WHERE ${scope.join('\n    AND ')}`,
    ...(bucket === null ? [] : ['GROUP BY 1']),
  ];
  const onDay = `JOIN days ON days.last_day = ${time}`;
  const onBucket = bucket === null ? 'CROSS JOIN days' : `JOIN days ON days.${grain} = ${bucket}`;
  return {
    mode,
    bucket: grain === null ? null : `days.${grain}`,
    ctes: (scope) => [{ name: 'days', lines: lines(scope) }],
    joins: [mode === 'last' ? onDay : onBucket],
  };
}

type MeasureContext = {
  days: Days;
  /** Shares are of the total of each of these; null for the total of all rows. */
  partition: string | null;
};

/** A measure as an aggregate expression. Sums of no rows are 0 where the measure may be added up, else null. */
export function toMeasure(name: string, model: SemanticModel, context: MeasureContext): string {
  const measure = model.measures[name];
  if (measure === undefined) throw new Error(`compile let the unknown measure ${name} through`);
  if ('ratio' in measure) {
    const { of, to } = measure.ratio;
    return `SAFE_DIVIDE(${toMeasure(of, model, context)}, ${toMeasure(to, model, context)})`;
  }
  if ('share' in measure) {
    const part = toMeasure(measure.share, model, context);
    // The period is the same in all rows of a group; MIN makes it an aggregate, which a window over groups may name.
    const over = context.partition === null ? '' : `PARTITION BY MIN(${context.partition})`;
    return `SAFE_DIVIDE(${part}, SUM(${part}) OVER (${over}))`;
  }
  return toAggregate(measure, context.days.mode, `${model.fact}.${model.time}`);
}

function toAggregate(measure: BaseMeasure, mode: Days['mode'], time: string): string {
  const lastOnly = mode === 'every' && measure.over_time === 'last' ? [`${time} = days.last_day`] : [];
  const condition = [...(measure.where === undefined ? [] : [measure.where]), ...lastOnly]
    .map((part, _, all) => (all.length > 1 ? `(${part})` : part))
    .join(' AND ');
  const expression = measure.expression ?? '';
  if (measure.aggregate === 'count') return condition === '' ? 'COUNT(*)' : `COUNTIF(${condition})`;
  if (measure.aggregate === 'count_distinct') {
    return `COUNT(DISTINCT ${condition === '' ? expression : `IF(${condition}, ${expression}, NULL)`})`;
  }
  const sum = `SUM(${condition === '' ? expression : `IF(${condition}, ${expression}, NULL)`})`;
  if (measure.over_time === 'average') return `SAFE_DIVIDE(${sum}, MAX(days.day_count))`;
  return measure.additivity === 'additive' ? `IFNULL(${sum}, 0)` : sum;
}
