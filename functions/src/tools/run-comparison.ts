import { describeDay, describeDays, earlierOf, toDay } from '../analytics/calendar.ts';
import { toColumnType } from '../analytics/columns.ts';
import {
  type Comparison,
  comparisons,
  toComparisonPeriod,
  toSameStretch,
} from '../analytics/compare-periods.ts';
import { toComparedColumns, toComparedRows } from '../analytics/compare-rows.ts';
import { compile } from '../analytics/compile.ts';
import { baseMeasuresOf } from '../analytics/measure-expressions.ts';
import type { SemanticModel } from '../analytics/model-schema.ts';
import { toEndNotes } from '../analytics/notes.ts';
import { type Outcome, succeed } from '../analytics/outcome.ts';
import type { Period } from '../analytics/period.ts';
import type { Filter } from '../analytics/request.ts';
import { capitalise } from '../analytics/words.ts';
import { findEmptyTable } from './find-empty-table.ts';
import { keepRows } from './keep-rows.ts';
import { describeRequest } from './query-title.ts';
import { lastDayOf, type ReadCoverage, salesDaysOf } from './read-coverage.ts';
import { type Days, resolvePeriod, toRecordedDays } from './resolve-period.ts';
import { runFiltered } from './run-statement.ts';
import { toScope } from './scope.ts';
import { toFailure } from './to-failure.ts';
import type { ToolContext, ToolOutcome } from './tool.ts';

/** Members of a dimension that are read; far above what one answer shows. */
const maxMembers = 50_000;

export type ComparisonQuery = {
  model: SemanticModel;
  comparison: {
    measures: string[];
    dimension: string | null;
    filters: Filter[];
    /** Members with the largest change that keep a row of their own; null for all. */
    limit: number | null;
    period: string | undefined;
    /** `previous_period`, `same_period_last_year`, or a period. */
    compareTo: string;
  };
  /** The period that a request without one looks at. */
  defaultPeriod: (days: Days | null, today: string) => Period | string;
  readCoverage: ReadCoverage;
};

/** Measures of two periods side by side; with a dimension, what each member contributed to the change. */
export async function runComparison(asked: ComparisonQuery, context: ToolContext): Promise<ToolOutcome> {
  const { model, comparison, readCoverage } = asked;
  const { measures, dimension, filters, limit } = comparison;
  const coverage = await readCoverage(context);
  const days = toRecordedDays(model, coverage, context);
  const periods = resolvePeriods(asked, days, context);
  if (!periods.ok) return toFailure(periods.problem);
  const { period, compareTo, isCut } = periods.value;
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
      salesDays: salesDaysOf(coverage),
      fiscalYearStartMonth: context.company.fiscalYearStartMonth,
      access: context.access,
    },
    model,
  );
  if (!compiled.ok) return toFailure(compiled.problem);
  const { statement, request } = compiled.value;
  const empty = findEmptyTable(request.measures, model, coverage);
  if (empty !== undefined) return toFailure(empty);
  const outcome = await runFiltered(statement, maxMembers, { filters, model, period, coverage, context });
  if (!outcome.ok) return toFailure(outcome.problem);
  const read = outcome.value;
  // Rows come largest first, so what is cut is what has become small: the largest losses, without which nothing adds up.
  if (read.rowsCut > 0) {
    const message = `There are more than ${maxMembers} members by ${dimension}, and what is not read may have changed most.`;
    const hint = 'Add a filter, or compare by a coarser dimension.';
    return toFailure({ code: 'invalid_argument', message, hint });
  }
  const compared = { measures: request.measures, dimension };
  const types = new Map(read.columns.map(({ name, type }) => [name, toColumnType(type)]));
  const rows = toComparedRows(read.rows, compared, model, limit);
  const { kept, left } = keepRows(rows, null, context);
  const own = describeDays(period.start, period.end);
  const other = describeDays(compareTo.start, compareTo.end);
  const span = `${own} against ${other}`;
  return {
    kind: 'result',
    result: {
      title: `${capitalise(describeRequest({ measures, dimensions: request.dimensions }, model))}, ${span}`,
      columns: toComparedColumns({ ...compared, before: other, types }, model),
      rows: kept,
      rowsCut: left,
      scope: toScope({
        period: { ...period, label: span },
        filters,
        model,
        coverage,
        context,
        sql: statement.sql,
      }),
      ...read.source,
      notes: [
        ...toNotes(
          {
            measures,
            period,
            compareTo,
            isCut,
            days,
            isSplit: dimension !== null,
            isStock: days !== null && usesDays(request.measures, model),
          },
          model,
        ),
        ...toEndNotes(days?.last, toDay(context.now, context.company.timeZone)),
      ],
    },
  };
}

function usesDays(measures: string[], model: SemanticModel): boolean {
  const parts = measures.flatMap((name) => baseMeasuresOf(name, model));
  return parts.some(({ over_time }) => over_time !== undefined);
}

type Periods = {
  period: Period;
  compareTo: Period;
  /** The data ended before the period, so both sides are cut. */
  isCut: boolean;
};

function resolvePeriods(
  { model, comparison, defaultPeriod }: ComparisonQuery,
  days: Days | null,
  context: ToolContext,
): Outcome<Periods> {
  const today = toDay(context.now, context.company.timeZone);
  const resolved = resolvePeriod(comparison.period ?? defaultPeriod(days, today), { model, days, context });
  if (!resolved.ok) return resolved;
  // Days that the data does not tell of yet would be compared with days that it does; what is due is told of ahead.
  const isToldAhead = days === null || model.partition?.ahead === true;
  const end = isToldAhead ? resolved.value.end : earlierOf(resolved.value.end, days.last);
  const period = { ...resolved.value, end };
  const asked = comparison.compareTo;
  const spelled = asked
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_');
  const known = comparisons.find((each): each is Comparison => each === spelled);
  const other = known === undefined ? asked : toComparisonPeriod(period, known);
  const compareTo = resolvePeriod(other, { model, days, context });
  if (!compareTo.ok) return compareTo;
  // Stock is of a day: the end of last month is not that of the same day of it.
  const isOfDay = usesDays(comparison.measures, model);
  return succeed({
    period,
    compareTo: isOfDay ? compareTo.value : toSameStretch(compareTo.value, resolved.value, period.end),
    isCut: !isOfDay && period.end < resolved.value.end,
  });
}

type NoteFacts = Periods & { measures: string[]; days: Days | null; isSplit: boolean; isStock: boolean };

function toNotes(
  { measures, period, compareTo, isCut, days, isSplit, isStock }: NoteFacts,
  model: SemanticModel,
): string[] {
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
  if (isStock) {
    notes.push(
      'Stock is that of the last recorded day of each of the two periods, an average that of all its days.',
    );
  }
  for (const name of measures) {
    const measure = model.measures[name];
    if (measure !== undefined) notes.push(`${measure.label}: ${measure.description}`);
  }
  if (days !== null && isCut) {
    notes.push(`The data runs to ${describeDay(days.last)}, so both sides are told to that day of theirs.`);
  }
  if (days !== null && compareTo.start < days.first) {
    notes.push(`The data begins on ${describeDay(days.first)}, so the period before is not complete.`);
  }
  return notes;
}
