import { addUnits, startOf } from '../analytics/calendar.ts';
import type { SemanticModel } from '../analytics/model-schema.ts';
import type { Period } from '../analytics/period.ts';
import { queryParameters } from './query-parameters.ts';
import { describeRequest } from './query-title.ts';
import type { ReadCoverage } from './read-coverage.ts';
import { runQuery } from './run-query.ts';
import type { Tool } from './tool.ts';

/** Sales by any measures, dimensions and grain. */
export function createQuerySales(model: SemanticModel, readCoverage: ReadCoverage) {
  const parameters = queryParameters(model);
  return {
    name: 'query_sales',
    description:
      'Sales figures: totals, rankings, trends and breakdowns. Without a period it covers the last 12 complete months. For a top or bottom list give orderBy and limit. Returns rows with a resultId to show.',
    parameters,
    toTitle: (args) => `Reading sales: ${describeRequest(args, model)}`,
    run: (args, context) => runQuery({ model, args, defaultPeriod: lastTwelveMonths, readCoverage }, context),
  } satisfies Tool<typeof parameters>;
}

export const lastTwelveMonths = lastMonths(12);

/** So many complete months before today, or before the data ends where it ended earlier. */
export function lastMonths(count: number) {
  const months = count === 1 ? 'month' : 'months';
  const number = count === 1 ? '' : `${count} `;
  return (days: { last: string } | null, today: string): Period => {
    const anchor =
      days !== null && days.last < startOf('month', today) ? addUnits('day', days.last, 1) : today;
    const end = startOf('month', anchor);
    const isLate = anchor !== today;
    return {
      start: addUnits('month', end, -count),
      end: addUnits('day', end, -1),
      label: isLate ? `last ${number}complete ${months} of data` : `last ${number}${months}`,
    };
  };
}
