import type { WarehouseAccess } from '@tallyboard/contract';
import type { Day, Unit } from './calendar.ts';
import { baseMeasuresOf } from './measure-expressions.ts';
import type { SemanticModel } from './model-schema.ts';
import { findNearest } from './nearest.ts';
import { fail, type Outcome, succeed } from './outcome.ts';
import type { Period } from './period.ts';

export type Filter = { dimension: string; op: 'is' | 'is_not' | 'contains'; values: string[] };

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
  /** Another period: each measure is then also computed over that, as `<measure>_before`. Null for one period only. */
  compareTo: Period | null;
  /** The last day that the data tells of: what is late is late as of this day. */
  asOf: Day;
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
  const momentary = measures.find((name) =>
    baseMeasuresOf(name, model).some(
      ({ join }) => join !== undefined && model.joins[join]?.window !== undefined,
    ),
  );
  if (momentary !== undefined && request.grain !== null) {
    return fail(
      'invalid_argument',
      `${momentary} looks back from one day, so it cannot be split by ${request.grain}.`,
      'Leave out grain; give a period to have it as of the last day of that.',
    );
  }
  const growing = measures.find((name) => growsIn(name, model));
  if (growing !== undefined && request.grain === null) {
    return fail(
      'invalid_argument',
      `${growing} compares each period with the one before, so it needs a grain.`,
      'Give a grain such as "month"; to compare two periods use compare_sales.',
    );
  }
  const incomparable = request.compareTo === null ? undefined : measures.find((name) => !isFlow(name, model));
  if (incomparable !== undefined) {
    return fail(
      'invalid_argument',
      `${incomparable} cannot be compared between two periods.`,
      `Compare: ${Object.keys(model.measures)
        .filter((name) => isFlow(name, model))
        .join(', ')}.`,
    );
  }
  return succeed({ ...request, measures, dimensions });
}

export function growsIn(name: string, model: SemanticModel): boolean {
  return 'growth' in (model.measures[name] ?? {});
}

/** Whether a measure is computed from the rows of a period alone: stock is not, nor what looks at other periods. */
export function isFlow(name: string, model: SemanticModel): boolean {
  const parts = baseMeasuresOf(name, model);
  return (
    !growsIn(name, model) &&
    parts.every(({ additivity, join }) => {
      const looksBack = join !== undefined && model.joins[join]?.window !== undefined;
      return additivity !== 'semi_additive' && !looksBack;
    })
  );
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
