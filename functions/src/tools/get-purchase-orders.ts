import { z } from 'zod';
import { byOtherTime } from '../analytics/by-other-time.ts';
import { baseMeasuresOf } from '../analytics/measure-expressions.ts';
import type { SemanticModel } from '../analytics/model-schema.ts';
import { lastTwelveMonths } from './default-periods.ts';
import { comparableParameters, namesOf } from './query-parameters.ts';
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
      'Orders to suppliers, by the day of the order unless "by" says otherwise: what is open or late now, what was ordered, received and rejected, fill rate, on-time rate and lead times. One row per order: dimensions ["purchase_order", "supplier", "expected_date"]. Without a period, open and late figures, and all that are asked for beside them, cover all orders on record, others the last 12 complete months. Returns rows with a resultId to show.',
    parameters,
    toTitle: (args) => `Reading purchase orders: ${describeRequest(args, model)}`,
    run: async ({ by = 'ordered', ...args }, context) => {
      const isCurrent = (name: string) => baseMeasuresOf(name, model).some(({ current }) => current);
      const hasCurrent = args.measures.some(isCurrent);
      const past = hasCurrent ? () => 'all time' : lastTwelveMonths;
      const defaultPeriod = by === 'expected' ? () => 'next 30 days' : past;
      const outcome = await runComparable(
        { model: by === 'ordered' ? model : byOtherTime(model, by), args, defaultPeriod, readCoverage },
        context,
      );
      const isMixed = hasCurrent && !args.measures.every(isCurrent);
      if (outcome.kind !== 'result' || !isMixed || by !== 'ordered' || args.period !== undefined)
        return outcome;
      return { ...outcome, result: { ...outcome.result, notes: [...outcome.result.notes, mixedNote] } };
    },
  } satisfies Tool<typeof parameters>;
}

/** A row has one period, and an open order is open however old it is. */
const mixedNote =
  'What is open or late is of all orders on record, and so are the figures beside it: ask for these alone, or name a period.';
