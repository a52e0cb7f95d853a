import { z } from 'zod';
import type { SemanticModel } from '../analytics/model-schema.ts';
import { growsIn } from '../analytics/request.ts';
import { lastMonths } from './default-periods.ts';
import {
  compareToSchema,
  dimensionSchema,
  filtersSchema,
  limitSchema,
  measuresSchema,
  periodSchema,
} from './query-parameters.ts';
import { describeRequest } from './query-title.ts';
import type { ReadCoverage } from './read-coverage.ts';
import { runComparison } from './run-comparison.ts';
import type { Tool } from './tool.ts';

/** Sales of two periods side by side, and what drove the change. */
export function createCompareSales(sales: SemanticModel, readCoverage: ReadCoverage) {
  const model = {
    ...sales,
    measures: Object.fromEntries(Object.entries(sales.measures).filter(([name]) => !growsIn(name, sales))),
  };
  const parameters = z.strictObject({
    measures: measuresSchema(model)
      .max(4)
      .optional()
      .describe('The figures to compare, named as in query_sales. Default: revenue.'),
    dimension: dimensionSchema(model)
      .optional()
      .describe('What drove the change: one row per member, named as in query_sales, largest change first.'),
    period: periodSchema.optional().describe('The period to look at. Default: the last complete month.'),
    compareTo: compareToSchema.optional(),
    filters: filtersSchema(model).optional(),
    limit: limitSchema
      .optional()
      .describe('Keeps the members with the largest change; the others become one row. Default: all.'),
  });
  return {
    name: 'compare_sales',
    description:
      'Compares sales of two periods: value, value before (`<measure>_before`), change (`<measure>_change`) and relative change (`<measure>_change_rate`). With a dimension also what each member contributed to the relative change of the total (`<measure>_contribution`): changes and contributions add up exactly. The tool for "how did … change", "why did … fall", "compared with last year". Returns rows with a resultId to show.',
    parameters,
    toTitle: ({ measures = ['revenue'], dimension }) =>
      `Comparing ${describeRequest({ measures, dimensions: dimension === undefined ? [] : [dimension] }, model)}`,
    run: (args, context) => {
      const {
        measures = ['revenue'],
        dimension = null,
        filters = [],
        limit = null,
        period,
        compareTo,
      } = args;
      const comparison = {
        measures,
        dimension,
        filters,
        limit,
        period,
        compareTo: compareTo ?? 'previous_period',
      };
      return runComparison({ model, comparison, defaultPeriod: lastMonths(1), readCoverage }, context);
    },
  } satisfies Tool<typeof parameters>;
}
