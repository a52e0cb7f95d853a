import type { WarehouseAccess } from '@tallyboard/contract';
import { type Day, listUnits, type Unit } from './calendar.ts';
import { baseMeasuresOf } from './measure-expressions.ts';
import type { SemanticModel } from './model-schema.ts';
import { findNearest } from './nearest.ts';
import { fail, type Outcome, succeed } from './outcome.ts';
import type { Period } from './period.ts';

/** How a filter compares: `is` and `contains` keep what matches one of its values, the others what matches none. */
export const filterOps = ['is', 'is_not', 'contains', 'contains_not'] as const;

export type Filter = { dimension: string; op: (typeof filterOps)[number]; values: string[] };

/** A figure of a row against a number, in the measure's unit. */
export type MeasureCondition = {
  measure: string;
  op: 'above' | 'below' | 'at_least' | 'at_most';
  value: number;
};

/** The first and the last day that sales are on record for. */
export type SalesDays = { first: Day; last: Day };

/** What is asked of one semantic model. Names are the model's; `compile` turns it into a statement. */
export type AnalyticsRequest = {
  measures: string[];
  dimensions: string[];
  /** One row per period; null for the whole period in one. */
  grain: Unit | null;
  period: Period;
  filters: Filter[];
  /** By a measure, a dimension or the grain. Null: by time, then the first measure, largest first. */
  orderBy: { by: string; direction: 'asc' | 'desc' } | null;
  limit: number | null;
  /** A dimension of the request or its grain, whose members each keep `limit` rows of their own. */
  limitPer?: string | undefined;
  /** Keeps rows by their figures, after these have been computed. */
  having?: MeasureCondition[] | undefined;
  /** Another period: each measure is then also computed over that, as `<measure>_before`. Null for one period only. */
  compareTo: Period | null;
  /** The last day that the data tells of: what is late is late as of this day. */
  asOf: Day;
  /** Without them sales are taken to be on record for all days. */
  salesDays?: SalesDays | undefined;
  /** 1 to 12. */
  fiscalYearStartMonth: number;
  /** The caller's warehouses: always bound, unless the caller may see all. */
  access: WarehouseAccess;
};

/** Checks every name against the model and removes repeats. */
export function checkRequest(request: AnalyticsRequest, model: SemanticModel): Outcome<AnalyticsRequest> {
  const measures = [...new Set(request.measures)];
  const dimensions = [...new Set(request.dimensions)];
  if (measures.length === 0) {
    return fail('invalid_argument', 'measures is empty.', `Name at least one of: ${list(model.measures)}.`);
  }
  for (const measure of measures) {
    if (!(measure in model.measures)) return failUnknown('measure', measure, model.measures, model);
  }
  for (const dimension of [...dimensions, ...request.filters.map((filter) => filter.dimension)]) {
    if (!(dimension in model.dimensions)) return failUnknown('dimension', dimension, model.dimensions, model);
  }
  for (const filter of request.filters) {
    if (filter.values.every((value) => value.trim() === '')) {
      return fail(
        'invalid_argument',
        `The filter on ${filter.dimension} has no values.`,
        'Give at least one name.',
      );
    }
  }
  const sortable = [...measures, ...dimensions, ...(request.grain === null ? [] : [request.grain])];
  if (request.orderBy !== null && !sortable.includes(request.orderBy.by)) {
    return fail(
      'invalid_argument',
      `orderBy.by is "${request.orderBy.by}", which is not in this request.`,
      `Order by one of: ${sortable.join(', ')}.`,
    );
  }
  const problem =
    checkTime({ ...request, measures }, model) ?? checkKept({ ...request, measures, dimensions });
  if (problem !== undefined) return problem;
  return succeed({ ...request, measures, dimensions });
}

/** Whether a measure sets each period against the one before, so that it needs a grain. */
export function growsIn(name: string, model: SemanticModel): boolean {
  return 'growth' in (model.measures[name] ?? {});
}

/** More periods than these would read the same days too often. */
const maxLookBacks = 92;

/** What can be split by time, and what compared. */
function checkTime(request: AnalyticsRequest, model: SemanticModel): Outcome<never> | undefined {
  const { measures, grain, period, compareTo } = request;
  const windowsOf = (name: string) =>
    baseMeasuresOf(name, model).flatMap(({ join }) =>
      join === undefined ? [] : (model.joins[join]?.window ?? []),
    );
  const overPeriod = measures.find((name) => windowsOf(name).some(({ days }) => days === 'period'));
  if (overPeriod !== undefined && grain === 'day') {
    return fail(
      'invalid_argument',
      `${overPeriod} sets what was sold in a period against the stock, and one day is too short for that.`,
      'Give the grain "week", "month", "quarter" or "year".',
    );
  }
  const lookingBack = measures.find((name) => windowsOf(name).some(({ days }) => typeof days === 'number'));
  const count = grain === null ? 1 : listUnits(grain, period.start, period.end).length;
  if (lookingBack !== undefined && count > maxLookBacks) {
    return fail(
      'invalid_argument',
      `${lookingBack} looks back from the end of each ${grain}, and ${count} are too many.`,
      `Ask for at most ${maxLookBacks}: a longer grain or a shorter period.`,
    );
  }
  const growing = measures.find((name) => growsIn(name, model));
  if (growing !== undefined && grain === null) {
    return fail(
      'invalid_argument',
      `${growing} compares each period with the one before, so it needs a grain.`,
      'Give a grain such as "month"; to compare two periods, compare the measure itself (compareTo, compare_sales).',
    );
  }
  if (compareTo !== null && grain !== null) {
    return fail(
      'invalid_argument',
      'Two periods are compared each as a whole, so there is no grain.',
      'Leave out grain; for the course of time leave out compareTo instead.',
    );
  }
  return undefined;
}

/** What `limitPer` and `having` name has to be in the request. */
function checkKept(request: AnalyticsRequest): Outcome<never> | undefined {
  const { measures, dimensions, grain, limit, limitPer, having = [] } = request;
  const groups = [...(grain === null ? [] : [grain]), ...dimensions];
  if (limitPer !== undefined && (!groups.includes(limitPer) || groups.length < 2 || limit === null)) {
    return fail(
      'invalid_argument',
      `limitPer is "${limitPer}": it needs a limit, and has to be one of at least two things that rows are split by.`,
      'For the top 3 products of each region: dimensions ["region", "product"], limit 3, limitPer "region".',
    );
  }
  // Of one dimension by month the first months of each member are meant; of two it could be either.
  if (limitPer !== undefined && grain !== null && limitPer !== grain && dimensions.length > 1) {
    return fail(
      'invalid_argument',
      `limitPer is "${limitPer}", but the rows are also split by ${grain} and another dimension.`,
      `Leave out grain or the other dimension, or give limitPer "${grain}".`,
    );
  }
  const unasked = having.find(({ measure }) => !measures.includes(measure));
  if (unasked !== undefined) {
    return fail(
      'invalid_argument',
      `having names "${unasked.measure}", which is not in measures.`,
      `Add it to measures, or use one of: ${measures.join(', ')}.`,
    );
  }
  return undefined;
}

function failUnknown<T>(
  kind: 'measure' | 'dimension',
  name: string,
  known: Record<string, { label: string; synonyms: string[] }>,
  model: SemanticModel,
): Outcome<T> {
  const nearest = nearestNames(name, known);
  return fail(
    'unknown_name',
    `There is no ${kind} "${name}" in ${model.label.toLowerCase()}.`,
    nearest.length > 0
      ? `Nearest: ${nearest.join(', ')}. All: ${list(known)}.`
      : `What there is: ${list(known)}.`,
  );
}

/** Names of the model nearest to a word, by their name, label or a synonym. */
export function nearestNames(
  word: string,
  known: Record<string, { label: string; synonyms: string[] }>,
): string[] {
  const spellings = Object.entries(known).flatMap(([name, { label, synonyms }]) =>
    [name, label, ...synonyms].map((spelling): [string, string] => [spelling, name]),
  );
  const owners = new Map(spellings.toReversed());
  const nearest = findNearest(word, [...owners.keys()], 8).flatMap((spelling) => owners.get(spelling) ?? []);
  return [...new Set(nearest)].slice(0, 3);
}

function list(record: Record<string, unknown>): string {
  return Object.keys(record).join(', ');
}
