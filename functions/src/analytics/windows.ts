import type { Parameter } from '../warehouse/warehouse.ts';
import { bind } from './bind.ts';
import { addDays, earlierOf } from './calendar.ts';
import type { Cte } from './ctes.ts';
import type { Days } from './days.ts';
import type { SemanticModel, Window } from './model-schema.ts';
import type { AnalyticsRequest } from './request.ts';

/**
 * The sums over windows of days that the named joins are to, bound to the caller's warehouses as the fact is: for each row of the
 * CTE `days` the days to its last one, or all days on record.
 */
export function toWindows(
  joins: string[],
  request: AnalyticsRequest,
  { key, firstDay }: Days,
  model: SemanticModel,
  parameters: Record<string, Parameter>,
): Cte[] {
  const { period, compareTo, access } = request;
  const [start, end] = compareTo === null ? ['@start_date', '@end_date'] : ['@span_start', '@span_end'];
  const firstStart = compareTo === null ? period.start : earlierOf(period.start, compareTo.start);
  return [...new Set(joins)].flatMap((name) => {
    const window = model.joins[name]?.window;
    if (window === undefined) return [];
    const { days } = window;
    const time = `${window.fact}.${window.time}`;
    const bound = (column: string) => (access === 'all' ? [] : [`  AND ${column} IN UNNEST(@warehouses)`]);
    if (days === 'ever') return [toEver(name, window, end, bound(window.warehouse))];
    const from = days === 'period' ? firstDay : `DATE_SUB(days.last_day, INTERVAL ${days - 1} DAY)`;
    // Constants prune partitions; the join alone might not.
    const earliest =
      days === 'period'
        ? start
        : bind(parameters, `${name}_start`, { type: 'DATE', value: addDays(firstStart, 1 - days) });
    const over = toPooled(window, request);
    const kept = window.by.filter((column) => column !== over);
    const holder = `${name}_rows`;
    const columns = [
      `days.${key}`,
      ...kept.map((column) => `${window.fact}.${column}`),
      ...(over === null ? [] : [`MIN(${holder}.${over}) AS ${over}`]),
      ...Object.entries(window.columns).map(([column, aggregate]) => `${aggregate} AS ${column}`),
    ];
    const lines = [
      `SELECT ${columns.join(', ')}`,
      `FROM ${window.fact}`,
      `JOIN days ON ${time} BETWEEN ${from} AND days.last_day`,
      ...(over === null
        ? []
        : [
            `JOIN ${holder} ON ${[`${holder}.${key} = days.${key}`, ...kept.map((column) => `${holder}.${column} = ${window.fact}.${column}`)].join(' AND ')}`,
          ]),
      `WHERE ${time} BETWEEN ${earliest} AND ${end}`,
      ...bound(window.warehouse),
      `  AND ${window.where}`,
      `GROUP BY ${['days', ...kept].map((_, index) => index + 1).join(', ')}`,
    ];
    if (over === null) return [{ name, lines }];
    const { fact } = model;
    const rows = [
      `SELECT ${[`days.${key}`, ...kept.map((column) => `${fact}.${column}`), `MIN(${fact}.${over}) AS ${over}`].join(', ')}`,
      `FROM ${fact}`,
      `JOIN days ON ${fact}.${model.time} = days.last_day`,
      `WHERE ${fact}.${model.time} BETWEEN ${start} AND ${end}`,
      ...bound(model.warehouse),
      `GROUP BY ${['days', ...kept].map((_, index) => index + 1).join(', ')}`,
    ];
    return [
      { name: holder, lines: rows },
      { name, lines },
    ];
  });
}

/** One row for each member over all days on record to the end of the request, whichever days its rows are of. */
function toEver(name: string, { fact, time, by, columns, where }: Window, end: string, bound: string[]): Cte {
  const kept = by.map((column) => `${fact}.${column}`);
  const read = Object.entries(columns).map(([column, aggregate]) => `${aggregate} AS ${column}`);
  const lines = [
    `SELECT ${[...kept, ...read].join(', ')}`,
    `FROM ${fact}`,
    `WHERE ${fact}.${time} BETWEEN @first_sale AND ${end}`,
    ...bound,
    `  AND ${where}`,
    `GROUP BY ${by.map((_, index) => index + 1).join(', ')}`,
  ];
  return { name, lines };
}

/** The column that a window sums over; null where it does not, or the request tells its values apart. */
function toPooled({ pooled }: Window, { dimensions, filters }: AnalyticsRequest): string | null {
  const used = [...dimensions, ...filters.map(({ dimension }) => dimension)];
  return pooled === undefined || pooled.unless.some((name) => used.includes(name)) ? null : pooled.over;
}
