import {
  addDays,
  type Day,
  describeDay,
  earlierOf,
  endOf,
  laterOf,
  listUnits,
  startOfFiscalQuarter,
  startOfFiscalYear,
} from './calendar.ts';
import { type CutEnds, findCutEnds } from './cut-ends.ts';
import { baseMeasuresOf } from './measure-expressions.ts';
import type { SemanticModel, Window } from './model-schema.ts';
import type { AnalyticsRequest } from './request.ts';

export type NotesInput = {
  request: AnalyticsRequest;
  model: SemanticModel;
  coverage: { first: Day; last: Day } | null;
  /** The days that each table has on record. */
  tableDays?: Map<string, { first: Day; last: Day }>;
  /** Values of the grain column, where there is one. */
  buckets: Day[];
  rowCount: number;
  rowsCut: number;
  today?: Day;
};

/** What the model should know beyond the rows: definitions, what is incomplete, what was left out. One sentence each. */
export function toNotes(input: NotesInput): string[] {
  return [
    ...toDefinitions(input),
    ...toTimeNotes(input),
    ...toLookBackNotes(input),
    ...toRowNotes(input),
    ...toEndNotes(input.coverage?.last, input.today),
  ];
}

/** Where a record ended more than a month ago, what is "last year" depends on the day that it is counted from. */
export function toEndNotes(last: Day | undefined, today: Day | undefined): string[] {
  return last !== undefined && today !== undefined && addDays(last, 31) < today
    ? [`The record ends on ${describeDay(last)}.`]
    : [];
}

function toDefinitions({ request, model }: NotesInput): string[] {
  const { measures, dimensions } = model;
  const definitions = request.measures.flatMap((name) => {
    const measure = measures[name];
    return measure === undefined ? [] : [`${measure.label}: ${measure.description}`];
  });
  const supplier = dimensions.supplier;
  const usesSupplier = request.dimensions.includes('supplier') && supplier !== undefined;
  if (model.partition !== undefined) {
    definitions.push(`By the ${model.partition.timeLabel}, whenever it was ordered.`);
  }
  return usesSupplier ? [...definitions, `${supplier.label}: ${supplier.description}`] : definitions;
}

function toTimeNotes({ request, model, coverage, buckets }: NotesInput): string[] {
  const { period, grain, dimensions, filters } = request;
  const notes: string[] = [];
  // What is set against the average stock is of no one day.
  const isStock = request.measures.some((name) => {
    const bases = baseMeasuresOf(name, model);
    return bases.length > 0 && bases.every(({ over_time }) => over_time === 'last');
  });
  if (isStock && period.start !== period.end) {
    const each = grain === null || grain === 'day' ? 'the period' : `each ${grain}`;
    notes.push(`Stock is that of the last recorded day of ${each}; it is never added up over time.`);
  }
  if (grain === 'week') notes.push('Weeks run from Monday to Sunday.');
  const start = coverage === null ? period.start : laterOf(coverage.first, period.start);
  const end = coverage === null || model.partition?.ahead ? period.end : earlierOf(coverage.last, period.end);
  const cut = grain === null ? { first: false, last: true } : findCutEnds(grain, { start, end }, filters);
  const so = (isCut: boolean, which: string) =>
    isCut ? `, so the ${which} ${grain ?? 'period'} is not complete` : '';
  if (end < period.end) notes.push(`The data runs to ${describeDay(end)}${so(cut.last, 'last')}.`);
  if (start > period.start) notes.push(`The data begins on ${describeDay(start)}${so(cut.first, 'first')}.`);
  else if (cut.first)
    notes.push(`The first ${grain} is cut: it holds only the days from ${describeDay(start)}.`);
  if (grain !== null && cut.last && end === period.end)
    notes.push(`The last ${grain} is cut: it holds only the days to ${describeDay(end)}.`);
  notes.push(...toFiscalNotes(request, { start, end }));
  if (grain !== null && dimensions.length === 0) {
    const missing = listUnits(grain, start, end).filter((bucket) => !buckets.includes(bucket));
    if (missing.length > 0 && buckets.length > 0 && isWhole(request)) {
      const named = missing.slice(0, 5).join(', ');
      const more = missing.length > 5 ? ` and ${missing.length - 5} more` : '';
      notes.push(`Nothing is recorded for the ${grain}s that begin on ${named}${more}: they have no row.`);
    }
  }
  return notes;
}

/** Fiscal years and quarters are a split and no grain: the first and the last of them may lack days all the same. */
function toFiscalNotes(
  { dimensions, fiscalYearStartMonth }: AnalyticsRequest,
  { start, end }: { start: Day; end: Day },
): string[] {
  const byQuarter = dimensions.includes('fiscal_quarter');
  if (!byQuarter && !dimensions.includes('fiscal_year')) return [];
  const [unit, startOfOne] = byQuarter
    ? ['fiscal quarter', startOfFiscalQuarter]
    : ['fiscal year', startOfFiscalYear];
  const begins = (day: Day) => startOfOne(day, fiscalYearStartMonth) === day;
  return [
    ...(begins(start)
      ? []
      : [`The first ${unit} is cut: it holds only the days from ${describeDay(start)}.`]),
    ...(begins(addDays(end, 1))
      ? []
      : [`The last ${unit} is cut: it holds only the days to ${describeDay(end)}.`]),
  ];
}

/** Which ends of a result are told to be cut, which a mean over whole periods leaves out. */
export function readCutEnds(notes: readonly string[]): CutEnds {
  const says = (pattern: RegExp) => notes.some((note) => pattern.test(note));
  return {
    first: says(/^The first \w+ is cut:|, so the first \w+ is not complete\.$/),
    last: says(/^The last \w+ is cut:|, so the last \w+ is not complete\.$/),
  };
}

/**
 * What looks back further than the table that it looks at goes: stock would pass for new, because nobody recorded it before; and what
 * looks at one that ends before the stock: it would pass for unsold.
 */
function toLookBackNotes({ request, model, coverage, tableDays }: NotesInput): string[] {
  const { grain, period } = request;
  const start = coverage === null ? period.start : laterOf(coverage.first, period.start);
  const end = coverage === null ? period.end : earlierOf(coverage.last, period.end);
  const firstEnd = grain === null ? end : earlierOf(endOf(grain, start), end);
  return request.measures.flatMap((name) => {
    const windows = baseMeasuresOf(name, model).flatMap(({ join }) =>
      join === undefined ? [] : (model.joins[join]?.window ?? []),
    );
    const label = model.measures[name]?.label;
    const tellsOf = ({ fact }: Window) => fact.replaceAll('_', ' ');
    const beyond = windows.find(({ fact, days }) => {
      const first = tableDays?.get(fact)?.first;
      if (first === undefined || days === 'period') return false;
      return days === 'ever' ? period.start <= first : addDays(firstEnd, 1 - days) < first;
    });
    const behind = windows.find(({ fact }) => (tableDays?.get(fact)?.last ?? end) < end);
    return [
      ...(beyond === undefined
        ? []
        : [
            `${label} looks back ${beyond.days === 'ever' ? 'all days' : `${beyond.days} days`}, and ${tellsOf(beyond)} are on record since ${describeDay(tableDays?.get(beyond.fact)?.first ?? start)}: nothing is known of the days before.`,
          ]),
      ...(behind === undefined
        ? []
        : [
            `${label} is told from ${tellsOf(behind)}, which are on record to ${describeDay(tableDays?.get(behind.fact)?.last ?? end)}: nothing is known of the days after.`,
          ]),
    ];
  });
}

function toRowNotes({ request, model, rowCount, rowsCut }: NotesInput): string[] {
  const notes: string[] = [];
  if (rowCount === 0) {
    const filtered = request.filters.length > 0 ? ' with these filters' : '';
    notes.push(`Nothing is recorded for this period${filtered}.`);
  }
  const { limit, limitPer } = request;
  const ofEach = limitPer === undefined ? '' : ` of each ${toName(limitPer, request, model)}`;
  if (limit !== null && (limitPer === undefined ? rowCount === limit : rowCount > 0)) {
    notes.push(`Only the first ${limit} rows${ofEach} were asked for; there may be more.`);
  }
  if (rowsCut > 0)
    notes.push(
      `${rowsCut.toLocaleString('en-US')} more rows were left out: ask for fewer with a filter or a limit.`,
    );
  return notes;
}

/** A period that a limit or a bound left out has sales all the same. */
function isWhole({ limit, having = [] }: AnalyticsRequest): boolean {
  return limit === null && having.length === 0;
}

/** A dimension or the grain in words. */
function toName(name: string, { grain }: AnalyticsRequest, model: SemanticModel): string {
  return name === grain ? grain : (model.dimensions[name]?.label.toLowerCase() ?? name);
}
