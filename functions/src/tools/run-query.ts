import { toDay, type Unit } from '../analytics/calendar.ts';
import { toColumns } from '../analytics/columns.ts';
import { compile } from '../analytics/compile.ts';
import type { SemanticModel } from '../analytics/model-schema.ts';
import { toNotes } from '../analytics/notes.ts';
import type { Period } from '../analytics/period.ts';
import type { AnalyticsRequest, Filter, MeasureCondition } from '../analytics/request.ts';
import { capitalise, joinWords } from '../analytics/words.ts';
import { findEmptyTable } from './find-empty-table.ts';
import { lastDayOf, type ReadCoverage, salesDaysOf } from './read-coverage.ts';
import { type Days, resolvePeriod, toRecordedDays } from './resolve-period.ts';
import { runFiltered } from './run-statement.ts';
import { toScope } from './scope.ts';
import { toFailure } from './to-failure.ts';
import type { ToolContext, ToolOutcome } from './tool.ts';

export type QueryArguments = {
  measures: string[];
  dimensions?: string[];
  grain?: Unit;
  period?: string;
  filters?: Filter[];
  orderBy?: { by: string; direction: 'asc' | 'desc' };
  limit?: number;
  limitPer?: string;
  having?: MeasureCondition[];
};

export type Query = {
  model: SemanticModel;
  args: QueryArguments;
  /** The period that a request without one covers. */
  defaultPeriod: (days: Days | null, today: string) => Period | string;
  readCoverage: ReadCoverage;
};

/** Answers a request over one semantic model: resolves its period, compiles it, checks its filter values and reads it. */
export async function runQuery(query: Query, context: ToolContext): Promise<ToolOutcome> {
  const { model, args } = query;
  const coverage = await query.readCoverage(context);
  const today = toDay(context.now, context.company.timeZone);
  const days = toRecordedDays(model, coverage, context);
  const asked = args.period ?? query.defaultPeriod(days, today);
  const period = resolvePeriod(asked, { model, days, context });
  if (!period.ok) return toFailure(period.problem);
  const filters = args.filters ?? [];
  const known = { asOf: lastDayOf(coverage, today), salesDays: salesDaysOf(coverage) };
  const compiled = compile(toRequest(args, period.value, known, context), model);
  if (!compiled.ok) return toFailure(compiled.problem);
  const { statement, request, columns } = compiled.value;
  const empty = findEmptyTable(request.measures, model, coverage);
  if (empty !== undefined) return toFailure(empty);
  const outcome = await runFiltered(statement, context.maxRows, {
    filters,
    model,
    period: period.value,
    coverage,
    context,
  });
  if (!outcome.ok) return toFailure(outcome.problem);
  const read = outcome.value;
  const buckets = request.grain === null ? [] : read.rows.map((row) => String(row[0]));
  return {
    kind: 'result',
    result: {
      title: toTitle(request, model),
      columns: toColumns(columns, model, read.columns),
      rows: read.rows,
      rowsCut: read.rowsCut,
      scope: toScope({
        period: period.value,
        filters,
        having: args.having,
        model,
        coverage,
        context,
        sql: statement.sql,
      }),
      ...read.source,
      notes: toNotes({
        request,
        model,
        coverage: days,
        tableDays: new Map(
          [...coverage.tables].flatMap(([table, of]) => (of.days === null ? [] : [[table, of.days]])),
        ),
        buckets,
        rowCount: read.rows.length,
        rowsCut: read.rowsCut,
        today,
      }),
    },
  };
}

function toRequest(
  args: QueryArguments,
  period: Period,
  known: Pick<AnalyticsRequest, 'asOf' | 'salesDays'>,
  context: ToolContext,
): AnalyticsRequest {
  return {
    measures: args.measures,
    dimensions: args.dimensions ?? [],
    grain: args.grain ?? null,
    period,
    filters: args.filters ?? [],
    orderBy: args.orderBy ?? null,
    limit: args.limit ?? null,
    limitPer: args.limitPer,
    having: args.having,
    compareTo: null,
    ...known,
    fiscalYearStartMonth: context.company.fiscalYearStartMonth,
    access: context.access,
  };
}

/** "Revenue and units by month and category, last 3 months". */
function toTitle(request: AnalyticsRequest, model: SemanticModel): string {
  const measures = request.measures.map((name) => model.measures[name]?.label ?? name);
  const splits = [
    ...(request.grain === null ? [] : [request.grain]),
    ...request.dimensions.map((name) => model.dimensions[name]?.label.toLowerCase() ?? name),
  ];
  const by = splits.length === 0 ? '' : ` by ${joinWords(splits)}`;
  const { limit, limitPer } = request;
  const name = limitPer === undefined ? '' : (model.dimensions[limitPer]?.label.toLowerCase() ?? limitPer);
  const kept = limitPer === undefined ? '' : `, the first ${limit === 1 ? '' : `${limit} `}of each ${name}`;
  return `${sentence(joinWords(measures))}${by}${kept}, ${request.period.label}`;
}

/** "Revenue and units", of "Revenue" and "Units". */
function sentence(text: string): string {
  return capitalise(text).replaceAll(/(?!^)\b[A-Z](?=[a-z])/g, (letter) => letter.toLowerCase());
}
