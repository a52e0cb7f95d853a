import type { Parameter } from '../warehouse/warehouse.ts';
import { bind } from './bind.ts';
import { addDays, earlierOf } from './calendar.ts';
import type { Cte } from './ctes.ts';
import type { Days } from './days.ts';
import type { SemanticModel } from './model-schema.ts';
import type { AnalyticsRequest } from './request.ts';

/**
 * The sums over windows of days that the named joins are to, bound to the caller's warehouses as the fact is: for each row of the
 * CTE `days` the days to its last one.
 */
export function toWindows(
  joins: string[],
  { period, compareTo, access }: AnalyticsRequest,
  { key, firstDay }: Days,
  model: SemanticModel,
  parameters: Record<string, Parameter>,
): Cte[] {
  const [start, end] = compareTo === null ? ['@start_date', '@end_date'] : ['@span_start', '@span_end'];
  const firstStart = compareTo === null ? period.start : earlierOf(period.start, compareTo.start);
  return [...new Set(joins)].flatMap((name) => {
    const window = model.joins[name]?.window;
    if (window === undefined) return [];
    const { days } = window;
    const time = `${window.fact}.${window.time}`;
    const from = days === 'period' ? firstDay : `DATE_SUB(days.last_day, INTERVAL ${days - 1} DAY)`;
    // Constants prune partitions; the join alone might not.
    const earliest =
      days === 'period'
        ? start
        : bind(parameters, `${name}_start`, { type: 'DATE', value: addDays(firstStart, 1 - days) });
    const bound = access === 'all' ? [] : [`  AND ${window.warehouse} IN UNNEST(@warehouses)`];
    const columns = [
      `days.${key}`,
      ...window.by.map((column) => `${window.fact}.${column}`),
      ...Object.entries(window.columns).map(([column, aggregate]) => `${aggregate} AS ${column}`),
    ];
    const lines = [
      `SELECT ${columns.join(', ')}`,
      `FROM ${window.fact}`,
      `JOIN days ON ${time} BETWEEN ${from} AND days.last_day`,
      `WHERE ${time} BETWEEN ${earliest} AND ${end}`,
      ...bound,
      `  AND ${window.where}`,
      `GROUP BY ${['days', ...window.by].map((_, index) => index + 1).join(', ')}`,
    ];
    return [{ name, lines }];
  });
}
