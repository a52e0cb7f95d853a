import { z } from 'zod';
import { byOtherTime } from '../analytics/by-other-time.ts';
import { baseMeasuresOf } from '../analytics/measure-expressions.ts';
import type { SemanticModel } from '../analytics/model-schema.ts';
import { comparableParameters, namesOf } from './query-parameters.ts';
import { lastTwelveMonths } from './query-sales.ts';
import { describeRequest } from './query-title.ts';
import type { ReadCoverage } from './read-coverage.ts';
import { runComparable } from './run-comparable.ts';
import type { Tool } from './tool.ts';

/** Orders to suppliers: what is open or late, and how suppliers have delivered. */
export function createGetPurchaseOrders(model: SemanticModel, readCoverage: ReadCoverage) {
  const parameters = comparableParameters(model).extend({
    by: z
      .enum(namesOf({ ordered: null, ...model.other_times }))
      .optional()
      .describe(
        'Whose days period and grain mean: "ordered" (the default), "received" for what arrived: units received and rejected, fill rate, on-time rate and lead times by the day of receipt, or "expected" for what is due: what was ordered and is open by the promised day, ahead of today as well ("next week", "next 10 days", "tomorrow"; without a period the next 30 days).',
      ),
  });
  return {
    name: 'get_purchase_orders',
    description:
      'Orders to suppliers, by the day of the order unless "by" says otherwise: what is open or late now, what was ordered, received and rejected, fill rate, on-time rate and lead times. One row per order: dimensions ["purchase_order", "supplier", "expected_date"]. Without a period, open and late figures cover all orders on record and others the last 12 complete months. Returns rows with a resultId to show.',
    parameters,
    toTitle: (args) => `Reading purchase orders: ${describeRequest(args, model)}`,
    run: ({ by = 'ordered', ...args }, context) => {
      const isCurrent = args.measures
        .flatMap((name) => baseMeasuresOf(name, model))
        .some(({ current }) => current);
      const past = isCurrent ? () => 'all time' : lastTwelveMonths;
      const defaultPeriod = by === 'expected' ? () => 'next 30 days' : past;
      return runComparable(
        { model: by === 'ordered' ? model : byOtherTime(model, by), args, defaultPeriod, readCoverage },
        context,
      );
    },
  } satisfies Tool<typeof parameters>;
}
