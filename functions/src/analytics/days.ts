import { toBucket } from './buckets.ts';
import type { Cte } from './ctes.ts';
import { baseMeasuresOf } from './measure-expressions.ts';
import type { SemanticModel } from './model-schema.ts';
import type { AnalyticsRequest } from './request.ts';

/**
 * Which days of a period stand for it. Rows of a fact that may be added up over time stand for themselves. Stock may not:
 * the last recorded day of each period stands for it, unless a measure needs every day (an average, a count of days). The CTE
 * `days` has a row for each period: those of the grain, the two that are compared, or the only one.
 */
export type Days = {
  mode: 'all' | 'last' | 'every';
  /** The expression of the grain where the CTE `days` has it. */
  bucket: string | null;
  /** The column of `days` that tells its rows apart. */
  key: 'last_day' | 'is_now';
  /** The first day of a row's period, as an expression. */
  firstDay: string;
  ctes: (scope: DaysScope) => Cte[];
  joins: string[];
};

/** Conditions: all of the request, and those on warehouses alone. */
export type DaysScope = { all: string[]; bound: string[] };

/** Of a fact whose rows stand for themselves. */
export const noDays: Days = {
  ...{ mode: 'all', bucket: null, key: 'last_day', firstDay: '@start_date' },
  ...{ ctes: () => [], joins: [] },
};

/** The days that stand for each period of a request; `noDays` where rows may be added up over time. */
export function toDays(request: AnalyticsRequest, model: SemanticModel): Days {
  const measures = request.measures.flatMap((name) => baseMeasuresOf(name, model));
  if (measures.every((measure) => measure.over_time === undefined)) return noDays;
  const mode = measures.every((measure) => measure.over_time === 'last') ? 'last' : 'every';
  return request.compareTo === null ? toPeriods(request, model, mode) : toTwoPeriods(model, mode);
}

function toPeriods({ grain }: AnalyticsRequest, model: SemanticModel, mode: 'last' | 'every'): Days {
  const time = `${model.fact}.${model.time}`;
  const bucket = grain === null ? null : toBucket(grain, time);
  const columns = [...(bucket === null ? [] : [`${bucket} AS ${grain}`]), ...toFigures(time, mode)];
  const lines = ({ all }: DaysScope) => [
    `SELECT ${columns.join(', ')}`,
    `FROM ${model.fact}`,
    `WHERE ${all.join('\n    AND ')}`,
    ...(bucket === null ? [] : ['GROUP BY 1']),
  ];
  const onBucket = bucket === null ? 'CROSS JOIN days' : `JOIN days ON days.${grain} = ${bucket}`;
  return {
    mode,
    bucket: grain === null ? null : `days.${grain}`,
    key: 'last_day',
    // The first period may begin within one of the grain.
    firstDay: grain === null ? '@start_date' : `GREATEST(days.${grain}, @start_date)`,
    ctes: (scope) => [{ name: 'days', lines: lines(scope) }],
    joins: [mode === 'last' ? `JOIN days ON days.last_day = ${time}` : onBucket],
  };
}

/** A row for each of the two, which may overlap: a day of both then counts in both. */
function toTwoPeriods(model: SemanticModel, mode: 'last' | 'every'): Days {
  const time = `${model.fact}.${model.time}`;
  const lines = (isNow: boolean, start: string, end: string, bound: string[]) => [
    `SELECT ${isNow ? 'TRUE' : 'FALSE'} AS is_now, ${start} AS first_day, ${toFigures(time, mode).join(', ')}`,
    `FROM ${model.fact}`,
    `WHERE ${[`${time} BETWEEN ${start} AND ${end}`, ...bound].join('\n    AND ')}`,
  ];
  return {
    mode,
    bucket: null,
    key: 'is_now',
    firstDay: 'days.first_day',
    ctes: ({ bound }) => [
      {
        name: 'days',
        lines: [
          ...lines(true, '@start_date', '@end_date', bound),
          'UNION ALL',
          ...lines(false, '@compare_start', '@compare_end', bound),
        ],
      },
    ],
    joins: [
      mode === 'last'
        ? `JOIN days ON days.last_day = ${time}`
        : `JOIN days ON ${time} BETWEEN days.first_day AND days.last_day`,
    ],
  };
}

function toFigures(time: string, mode: 'last' | 'every'): string[] {
  return [`MAX(${time}) AS last_day`, ...(mode === 'every' ? [`COUNT(DISTINCT ${time}) AS day_count`] : [])];
}
