import type { SemanticModel } from '../analytics/model-schema.ts';
import { lastTwelveMonths } from './default-periods.ts';
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
