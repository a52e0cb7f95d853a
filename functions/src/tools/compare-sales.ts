import { z } from 'zod';
import { addUnits, describeDay, earlierOf, startOf, toDay } from '../analytics/calendar.ts';
import { toColumnType } from '../analytics/columns.ts';
import { type Comparison, comparisons, toComparisonPeriod } from '../analytics/compare-periods.ts';
import { toComparedColumns, toComparedRows } from '../analytics/compare-rows.ts';
import { compile } from '../analytics/compile.ts';
import type { SemanticModel } from '../analytics/model-schema.ts';
import { type Outcome, succeed } from '../analytics/outcome.ts';
import type { Period } from '../analytics/period.ts';
import { isFlow } from '../analytics/request.ts';
import { checkFilterValues } from './check-filter-values.ts';
import { dimensionSchema, filtersSchema, measuresSchema, periodSchema } from './query-parameters.ts';
import { describeRequest } from './query-title.ts';
import { lastDayOf, type ReadCoverage } from './read-coverage.ts';
import { type Days, resolvePeriod } from './resolve-period.ts';
import { tablesOf, toFailure } from './run-query.ts';
import { toScope } from './scope.ts';
import type { Tool, ToolContext, ToolOutcome } from './tool.ts';

/** Members of a dimension that are read; far above what one answer shows. */
const maxMembers = 50_000;

/** Sales of two periods side by side, and what drove the change. */
export function createCompareSales(sales: SemanticModel, readCoverage: ReadCoverage) {
  const model = {
    ...sales,
    measures: Object.fromEntries(Object.entries(sales.measures).filter(([name]) => isFlow(name, sales))),
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
    compareTo: z
      .string()
      .min(1)
      .max(60)
      .optional()
      .describe(
        'What to compare it with: "previous_period" (the default: as many months or days before), "same_period_last_year", or another period, written as in period.',
      ),
    filters: filtersSchema(model).optional(),
    limit: z
      .int()
      .min(1)
      .max(1000)
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
    run: async (args, context): Promise<ToolOutcome> => {
      const { measures = ['revenue'], dimension = null, filters = [], limit = null } = args;
      const coverage = await readCoverage(context);
      const days = coverage.tables.get(model.fact)?.days ?? null;
      const periods = resolvePeriods(args, model, days, context);
      if (!periods.ok) return toFailure(periods.problem);
      const { period, compareTo } = periods.value;
      const compiled = compile(
        {
          measures,
          dimensions: dimension === null ? [] : [dimension],
          grain: null,
          period,
          compareTo,
          filters,
          orderBy: null,
          limit: null,
          asOf: lastDayOf(coverage, toDay(context.now, context.company.timeZone)),
          fiscalYearStartMonth: context.company.fiscalYearStartMonth,
          access: context.access,
        },
        model,
      );
      if (!compiled.ok) return toFailure(compiled.problem);
      const { statement, request } = compiled.value;
      const { signal, labels, onEstimate } = context;
      const [read, problem] = await Promise.all([
        context.warehouse.read(statement, { signal, labels, onEstimate, maxRows: maxMembers }),
        checkFilterValues({ filters, model, period, coverage, context }),
      ]);
      if (problem !== undefined) return toFailure(problem);
      const compared = { measures: request.measures, dimension };
      const types = new Map(read.columns.map(({ name, type }) => [name, toColumnType(type)]));
      const rows = toComparedRows(read.rows, compared, model, limit);
      const kept = rows.slice(0, context.maxRows);
      const span = `${period.label} against ${compareTo.label}`;
      const { sql, parameters: bound } = statement;
      return {
        kind: 'result',
        result: {
          title: `${capitalise(describeRequest({ measures, dimensions: request.dimensions }, model))}, ${span}`,
          columns: toComparedColumns(compared, model, types),
          rows: kept,
          rowsCut: rows.length - kept.length + read.rowsCut,
          scope: toScope({
            period: { ...period, label: span },
            filters,
            model,
            coverage,
            context,
            tables: [model.fact, ...tablesOf(sql, coverage)],
          }),
          sql,
          parameters: bound,
          jobId: read.jobId,
          bytesProcessed: read.bytesProcessed,
          priceUsd: read.priceUsd,
          asOf: read.asOf,
          notes: toNotes({ measures, period, compareTo, days, isSplit: dimension !== null }, model),
        },
      };
    },
  } satisfies Tool<typeof parameters>;
}

type Periods = { period: Period; compareTo: Period };

function resolvePeriods(
  args: { period?: string; compareTo?: string },
  model: SemanticModel,
  days: Days | null,
  context: ToolContext,
): Outcome<Periods> {
  const today = toDay(context.now, context.company.timeZone);
  const resolved = resolvePeriod(args.period ?? lastMonth(days, today), { model, days, context });
  if (!resolved.ok) return resolved;
  // Days that the data does not tell of yet would be compared with days that it does.
  const end = days === null ? resolved.value.end : earlierOf(resolved.value.end, days.last);
  const period = { ...resolved.value, end };
  const asked = args.compareTo ?? 'previous_period';
  const comparison = comparisons.find((known): known is Comparison => known === asked);
  const other = comparison === undefined ? asked : toComparisonPeriod(period, comparison);
  const compareTo = resolvePeriod(other, { model, days, context });
  return compareTo.ok ? succeed({ period, compareTo: compareTo.value }) : compareTo;
}

/** The complete month before today, or before the data ends where it ended earlier. */
function lastMonth(days: Days | null, today: string): Period {
  const anchor = days !== null && days.last < startOf('month', today) ? addUnits('day', days.last, 1) : today;
  const start = addUnits('month', startOf('month', anchor), -1);
  const label = anchor === today ? 'last month' : 'last complete month of data';
  return { start, end: addUnits('day', startOf('month', anchor), -1), label };
}

type NoteFacts = Periods & { measures: string[]; days: Days | null; isSplit: boolean };

function toNotes({ measures, period, compareTo, days, isSplit }: NoteFacts, model: SemanticModel): string[] {
  const describe = ({ start, end }: Period) => `${describeDay(start)} to ${describeDay(end)}`;
  const notes = [
    `${describe(period)} is compared with ${describe(compareTo)}.`,
    'Change is the value less the value before; the relative change is the change as a share of the value before.',
  ];
  if (isSplit) {
    notes.push(
      'Contribution is the change as a share of the value before of all rows: contributions add up to the relative change of the total.',
    );
  }
  for (const name of measures) {
    const measure = model.measures[name];
    if (measure !== undefined) notes.push(`${measure.label}: ${measure.description}`);
  }
  if (days !== null && compareTo.start < days.first) {
    notes.push(`The data begins on ${describeDay(days.first)}, so the period before is not complete.`);
  }
  return notes;
}

function capitalise(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
