import type { ToolResult } from '../conversation/read-steps.ts';
import { endOf, monthNames } from '../time/calendar.ts';

/**
 * Whether records that begin or end within a year lack any days of the months that are told of: "December sales by year" has all of
 * its first December where the records begin in November. Both are so where no months are chosen.
 */
export function findCutMonths({ scope }: Pick<ToolResult, 'scope'>): { first: boolean; last: boolean } {
  const said =
    scope.filters.find((filter) => filter.startsWith('Month of the year is '))?.toLowerCase() ?? '';
  const months = monthNames.flatMap((name, at) => (said.includes(name) ? [at + 1] : []));
  const [low, high] = [Math.min(...months), Math.max(...months)];
  const { period } = scope;
  if (months.length === 0 || !period) return { first: true, last: true };
  const [from, to] = [period.start, period.end].map((day) => Number(day.slice(5, 7)));
  if (from === undefined || to === undefined) return { first: true, last: true };
  return {
    first: from <= high && (from > low || (from === low && !period.start.endsWith('-01'))),
    last: to >= low && (to < high || (to === high && period.end !== endOf(period.end, 'month'))),
  };
}
