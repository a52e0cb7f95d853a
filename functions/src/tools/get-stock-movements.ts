import type { SemanticModel } from '../analytics/model-schema.ts';
import { lastTwelveMonths } from './default-periods.ts';
import { comparableParameters } from './query-parameters.ts';
import { describeRequest } from './query-title.ts';
import type { ReadCoverage } from './read-coverage.ts';
import { runComparable } from './run-comparable.ts';
import type { Tool } from './tool.ts';

/** Why stock changed: what came in, went out, moved between warehouses or went missing. */
export function createGetStockMovements(model: SemanticModel, readCoverage: ReadCoverage) {
  const parameters = comparableParameters(model);
  return {
    name: 'get_stock_movements',
    description:
      'Changes of stock: receipts, issues, returns, transfers and adjustments, by day, product, warehouse or type. For the stock itself use query_inventory. Without a period it covers the last 12 complete months. Returns rows with a resultId to show.',
    parameters,
    toTitle: (args) => `Reading stock movements: ${describeRequest(args, model)}`,
    run: (args, context) =>
      runComparable({ model, args, defaultPeriod: lastTwelveMonths, readCoverage }, context),
  } satisfies Tool<typeof parameters>;
}
