import { z } from 'zod';
import type { SemanticModel } from '../analytics/model-schema.ts';
import { lastTwelveMonths } from './default-periods.ts';
import { dimensionSchema, filtersSchema, measuresSchema, periodSchema } from './query-parameters.ts';
import { describeRequest } from './query-title.ts';
import type { ReadCoverage } from './read-coverage.ts';
import { runQuery } from './run-query.ts';
import type { Tool } from './tool.ts';

const defaultMeasures = ['revenue', 'units', 'orders'];

/** Sales per month: the question asked most, with one argument or none. */
export function createGetSalesByMonth(model: SemanticModel, readCoverage: ReadCoverage) {
  const parameters = z.strictObject({
    months: z
      .int()
      .min(1)
      .max(120)
      .optional()
      .describe('Complete months before the current one: 3 in November is August to October. Default 12.'),
    period: periodSchema
      .optional()
      .describe('The days to cover instead of months, such as "2025" or "year to date".'),
    measures: measuresSchema(model)
      .optional()
      .describe('The figures per month, named as in query_sales. Default: revenue, units and orders.'),
    dimension: dimensionSchema(model)
      .optional()
      .describe('Splits each month further, named as in query_sales.'),
    filters: filtersSchema(model).optional(),
  });
  return {
    name: 'get_sales_by_month',
    description:
      'Sales per calendar month, oldest first: the tool for comparing months and for monthly trends. Returns rows with a resultId to show.',
    parameters,
    toTitle: (args) =>
      `Reading sales by month: ${describeRequest({ measures: args.measures ?? defaultMeasures, dimensions: toList(args.dimension) }, model)}`,
    run: ({ months, period, measures, dimension, filters }, context) => {
      const asked = period ?? (months === undefined ? undefined : `last ${months} months`);
      const args = {
        measures: measures ?? defaultMeasures,
        dimensions: toList(dimension),
        grain: 'month' as const,
        period: asked,
        filters,
      };
      return runQuery({ model, args, defaultPeriod: lastTwelveMonths, readCoverage }, context);
    },
  } satisfies Tool<typeof parameters>;
}

function toList(dimension: string | undefined): string[] {
  return dimension === undefined ? [] : [dimension];
}
