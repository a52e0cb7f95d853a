import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import { endOf, toDay } from '../analytics/calendar.ts';
import { compile } from '../analytics/compile.ts';
import { forecastMembers } from '../analytics/forecast/forecast-members.ts';
import { toForecastNotes } from '../analytics/forecast/forecast-notes.ts';
import { type ForecastGrain, grainFacts, toForecastPeriods } from '../analytics/forecast/forecast-periods.ts';
import { minValues } from '../analytics/forecast/forecast-series.ts';
import { toForecastColumns, toForecastRows } from '../analytics/forecast/forecast-table.ts';
import type { SemanticModel } from '../analytics/model-schema.ts';
import { keepRows } from './keep-rows.ts';
import { filtersSchema, namesOf } from './query-parameters.ts';
import { lastDayOf, type ReadCoverage } from './read-coverage.ts';
import { runFiltered } from './run-statement.ts';
import { toScope } from './scope.ts';
import { toFailure } from './to-failure.ts';
import type { Tool, ToolOutcome } from './tool.ts';

/** Members times periods that are read; far above what is forecast. */
const maxRows = 200_000;
const mostMembers = 12;

/** What will be sold: units or other sales figures of the coming weeks or months, with intervals. */
export function createForecastDemand(sales: SemanticModel, readCoverage: ReadCoverage) {
  const measures = Object.entries(sales.measures).filter(
    ([, measure]) =>
      'aggregate' in measure &&
      (measure.additivity === 'additive' || (measure.additive_over?.includes('time') ?? false)),
  );
  // A weekday has no future of its own.
  const dimensions = Object.entries(sales.dimensions).filter(([, { ordered }]) => ordered !== true);
  const parameters = z.strictObject({
    measure: z
      .enum(namesOf(Object.fromEntries(measures)))
      .optional()
      .describe('The figure to forecast, named as in query_sales. Default: units.'),
    dimension: z
      .enum(namesOf(Object.fromEntries(dimensions)))
      .optional()
      .describe('Forecasts each member on its own, largest first. Without it the total.'),
    grain: z.enum(['week', 'month']).optional().describe('Default: month.'),
    horizon: z
      .int()
      .min(1)
      .max(52)
      .optional()
      .describe(
        'Periods ahead, the running one included: at most 24 months or 52 weeks. Default: 3 months or 8 weeks.',
      ),
    filters: filtersSchema(sales).optional(),
    limit: z
      .int()
      .min(1)
      .max(mostMembers)
      .optional()
      .describe(`With a dimension: the largest members. Default: ${mostMembers / 2}.`),
  });
  return {
    name: 'forecast_demand',
    description:
      'Forecasts sales: what is expected of the coming months or weeks, with 80 % and 95 % intervals and the error of a back-test. Holt-Winters or seasonal naive, whichever did better on the past. Rows: the past as `actual`, then `forecast` with `lower_80`, `upper_80`, `lower_95`, `upper_95`. Say the interval and the error with the figure. Show it as a line. Terms: forecast: what Holt-Winters or the seasonal naive method expects, whichever was nearer on the past; back-test: a forecast of the last part of the past, set against what was sold then. Returns rows with a resultId to show.',
    parameters,
    toTitle: ({ measure = 'units', dimension }) =>
      `Forecasting ${toPhrase(measure, dimension ?? null, sales)}`,
    run: async (args, context): Promise<ToolOutcome> => {
      const { measure: name = 'units', dimension: split = null, grain = 'month', filters = [] } = args;
      const facts = grainFacts[grain];
      const horizon = args.horizon ?? facts.horizon;
      const coverage = await readCoverage(context);
      const days = coverage.tables.get(sales.fact)?.days ?? null;
      const today = toDay(context.now, context.company.timeZone);
      const measure = sales.measures[name];
      if (measure === undefined || horizon > mostAhead[grain]) {
        return failBound(`horizon may be at most ${mostAhead[grain]} ${grain}s.`, 'Ask for a nearer future.');
      }
      const periods = days === null ? null : toForecastPeriods(days, today, grain, horizon);
      const [first, last] = [periods?.known[0], periods?.known.at(-1)];
      if (periods === null || first === undefined || last === undefined || periods.known.length < minValues) {
        const known = periods?.known.length ?? 0;
        return failShort(
          `Sales hold ${known} complete ${grain}s, and a forecast needs at least ${minValues}.`,
          grain,
        );
      }
      const period = { start: first, end: endOf(grain, last), label: `${periods.known.length} ${grain}s` };
      const compiled = compile(
        {
          measures: [name],
          dimensions: split === null ? [] : [split],
          grain,
          period,
          compareTo: null,
          filters,
          orderBy: null,
          limit: null,
          asOf: lastDayOf(coverage, today),
          fiscalYearStartMonth: context.company.fiscalYearStartMonth,
          access: context.access,
        },
        sales,
      );
      if (!compiled.ok) return toFailure(compiled.problem);
      const { statement } = compiled.value;
      const outcome = await runFiltered(statement, maxRows, {
        filters,
        model: sales,
        period,
        coverage,
        context,
      });
      if (!outcome.ok) return toFailure(outcome.problem);
      const read = outcome.value;
      if (read.rowsCut > 0) {
        return failBound(
          `There are more than ${maxRows} rows by ${split} and ${grain}.`,
          'Add a filter, or forecast by month or by a coarser dimension.',
        );
      }
      const { known, ahead } = periods;
      const limit = args.limit ?? mostMembers / 2;
      const plan = { known, seasonLength: facts.seasonLength, horizon, limit };
      const found = await forecastMembers(read.rows, split !== null, plan, async () => {
        await setImmediate();
        context.signal.throwIfAborted();
      });
      if (found.members.length === 0) {
        return failShort(`Nothing here was sold in ${minValues} ${grain}s or more.`, grain);
      }
      const dimension =
        split === null ? null : { name: split, label: sales.dimensions[split]?.label ?? split };
      const shape = { measure, dimension, grain };
      // Two years of months show the season twice; more of the past would leave the future no room.
      const shown = split === null && grain === 'month' ? 24 : facts.seasonLength;
      const rows = toForecastRows(found.members, shape, ahead, shown);
      const next = speakAhead(horizon, grain, periods.isRunning);
      const end = endOf(grain, ahead.at(-1) ?? last);
      const { kept, left } = keepRows(rows, null, context);
      return {
        kind: 'result',
        result: {
          title: `Forecast of ${toPhrase(name, split, sales)}, ${next}`,
          columns: toForecastColumns(shape),
          rows: kept,
          rowsCut: left,
          scope: toScope({
            period: { start: String(rows[0]?.[0]), end, label: `${next}, with the past before` },
            filters,
            model: sales,
            coverage,
            context,
            sql: statement.sql,
          }),
          ...read.source,
          notes: toForecastNotes(found, periods, shape),
        },
      };
    },
  } satisfies Tool<typeof parameters>;
}

/** "next 3 months", or "this week and the next 8 weeks" where a week is running. */
function speakAhead(horizon: number, grain: ForecastGrain, isRunning: boolean): string {
  const count = isRunning ? horizon - 1 : horizon;
  const next = `next ${count} ${grain}${count === 1 ? '' : 's'}`;
  if (!isRunning) return next;
  return count === 0 ? `this ${grain}` : `this ${grain} and the ${next}`;
}

const mostAhead = { week: 52, month: 24 } as const satisfies Record<ForecastGrain, number>;

function toPhrase(measure: string, dimension: string | null, model: SemanticModel): string {
  const label = (model.measures[measure]?.label ?? measure).toLowerCase();
  const by =
    dimension === null ? '' : ` by ${(model.dimensions[dimension]?.label ?? dimension).toLowerCase()}`;
  return `${label}${by}`;
}

function failBound(message: string, hint: string): ToolOutcome {
  return { kind: 'failure', code: 'invalid_argument', message, hint };
}

function failShort(message: string, grain: ForecastGrain): ToolOutcome {
  const hint =
    grain === 'month' ? 'Ask by week, or say that the past is too short.' : 'Say that the past is too short.';
  return { kind: 'failure', code: 'no_match', message, hint };
}
