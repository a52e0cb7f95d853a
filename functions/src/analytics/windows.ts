import type { Parameter } from '../warehouse/warehouse.ts';
import { bind } from './bind.ts';
import { addDays } from './calendar.ts';
import type { Cte } from './ctes.ts';
import type { SemanticModel } from './model-schema.ts';
import type { AnalyticsRequest } from './request.ts';

/** The sums over windows of days that the named joins are to, bound to the caller's warehouses as the fact is. */
export function toWindows(
  joins: string[],
  { period, access }: AnalyticsRequest,
  model: SemanticModel,
  parameters: Record<string, Parameter>,
): Cte[] {
  return [...new Set(joins)].flatMap((name) => {
    const window = model.joins[name]?.window;
    if (window === undefined) return [];
    const from =
      window.days === 'period'
        ? '@start_date'
        : bind(parameters, `${name}_start`, { type: 'DATE', value: addDays(period.end, 1 - window.days) });
    const bound = access === 'all' ? [] : [`  AND ${window.warehouse} IN UNNEST(@warehouses)`];
    const columns = [
      ...window.by.map((column) => `${window.fact}.${column}`),
      ...Object.entries(window.columns).map(([column, aggregate]) => `${aggregate} AS ${column}`),
    ];
    const lines = [
      `SELECT ${columns.join(', ')}`,
      `FROM ${window.fact}`,
      `WHERE ${window.fact}.${window.time} BETWEEN ${from} AND @end_date`,
      ...bound,
      `  AND ${window.where}`,
      `GROUP BY ${window.by.map((_, index) => index + 1).join(', ')}`,
    ];
    return [{ name, lines }];
  });
}
