import { addDays, describeDay, describeDays, startOf } from '../analytics/calendar.ts';
import { baseMeasuresOf } from '../analytics/measure-expressions.ts';
import type { SemanticModel } from '../analytics/model-schema.ts';
import type { Period } from '../analytics/period.ts';
import { comparableParameters } from './query-parameters.ts';
import { describeRequest } from './query-title.ts';
import type { ReadCoverage } from './read-coverage.ts';
import { runComparable } from './run-comparable.ts';
import type { Tool } from './tool.ts';

/** Stock now, or over time as the last recorded day of each period. */
export function createQueryInventory(model: SemanticModel, readCoverage: ReadCoverage) {
  const parameters = comparableParameters(model);
  return {
    name: 'query_inventory',
    description:
      'Stock figures. Without grain and period: the stock now. With a period: the stock on its last day; with a grain: on the last day of each period (12 months where no period is given). Stock is never added up over time. Averages and stock-out days cover the last 91 days where no period is given. Returns rows with a resultId to show.',
    parameters,
    toTitle: (args) => `Reading stock: ${describeRequest(args, model)}`,
    run: (args, context) => {
      const needsDays = args.measures
        .flatMap((name) => baseMeasuresOf(name, model))
        .some(({ over_time, join }) => {
          const window = join === undefined ? undefined : model.joins[join]?.window;
          return over_time !== 'last' || window?.days === 'period';
        });
      const defaultPeriod = (days: { last: string } | null, today: string): Period | string => {
        const last = days?.last ?? today;
        if (args.grain !== undefined) {
          // A period that is cut at its beginning would pass for a poor one where its days are counted.
          const start = startOf(args.grain, addDays(last, -365));
          return { start, end: last, label: describeDays(start, last) };
        }
        if (needsDays) {
          return { start: addDays(last, -90), end: last, label: `the 91 days to ${describeDay(last)}` };
        }
        return { start: last, end: last, label: `stock at the end of ${describeDay(last)}` };
      };
      return runComparable({ model, args, defaultPeriod, readCoverage }, context);
    },
  } satisfies Tool<typeof parameters>;
}
