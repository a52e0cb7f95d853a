import {
  addDays,
  addMonths,
  addUnits,
  countUnits,
  type Day,
  endOf,
  type Grain,
  startOf,
} from './calendar.ts';
import { type Period, toSpan } from './period.ts';
import type { DataQuestion, Filter, Question } from './question.ts';
import type { Vocabulary } from './read-declarations.ts';

/** A call of a tool that reads data. `before` reads the other side of a comparison. */
export type Read = { role: 'main' | 'before' | 'stock' | 'top'; tool: string; args: Record<string, unknown> };

/** How the rows of the main read are to be looked at. */
export type View = {
  grain: Grain | null;
  /** Buckets (first days) that are compared, the earlier one first. */
  pair: { before: Day; after: Day } | null;
  /** Periods of two separate reads, the earlier one first. */
  spans: { before: Period; after: Period } | null;
  dimensions: string[];
  measures: string[];
  period: Period | null;
  /** The member whose share was asked for. */
  highlight: string[];
  ranked: 'asc' | 'desc' | null;
  /** Each bucket is set against the one a year before. */
  yearOnYear: boolean;
  falls: boolean;
};
/** For results that no plan stands behind. */
export const noView: View = {
  grain: null,
  pair: null,
  spans: null,
  dimensions: [],
  measures: [],
  period: null,
  highlight: [],
  ranked: null,
  yearOnYear: false,
  falls: false,
};

export type Plan = { reads: Read[]; view: View };

/** Dimensions with too many members to read them all. */
export const manyMembers = new Set(['product', 'sku', 'customer']);

/** Which calls answer a question about figures. */
export function planReads(question: DataQuestion, vocabulary: Vocabulary, today: Day): Plan {
  const view = toView(question, vocabulary, today);
  const filters = question.share
    ? question.filters.filter(({ dimension }) => !view.dimensions.includes(dimension))
    : question.filters;
  const args = (period: Period | null) => toArguments(question, view, filters, period);
  if (view.spans)
    return {
      view,
      reads: [
        { role: 'main', tool: question.tool, args: args(view.spans.after) },
        { role: 'before', tool: question.tool, args: args(view.spans.before) },
      ],
    };
  const byMonth = toMonthlyRead(question, view, filters, vocabulary);
  return { view, reads: [byMonth ?? { role: 'main', tool: question.tool, args: args(view.period) }] };
}

function toView(question: DataQuestion, vocabulary: Vocabulary, today: Day): View {
  const dataset = vocabulary.datasets.find(({ tool }) => tool === question.tool);
  const declared = dataset?.measures.map(({ name }) => name) ?? [];
  const measures = withPer(question, withShare(question, declared), declared);
  const highlighted = question.share ? question.filters.find(({ op }) => op === 'is') : undefined;
  const compared = question.filters.find(
    ({ dimension, op, values }) => op === 'is' && values.length > 1 && dimension !== 'weekday',
  );
  const dimensions = [...question.dimensions];
  const filtered = new Set(question.filters.map(({ dimension }) => dimension));
  const reasons = filtered.has('category')
    ? ['subcategory', 'channel']
    : ['category', 'channel', 'warehouse'];
  const isOpen = (name: string) =>
    !filtered.has(name) && (dataset?.dimensions.some((term) => term.name === name) ?? false);
  const reason = question.why ? reasons.find(isOpen) : undefined;
  const member = highlighted?.dimension ?? compared?.dimension ?? reason;
  if (member !== undefined && dimensions.length === 0) dimensions.push(member);
  const view: View = {
    grain: question.grain,
    pair: null,
    spans: null,
    dimensions,
    measures,
    period: question.periods[0] ?? null,
    highlight: highlighted?.values ?? [],
    ranked: question.order,
    yearOnYear: false,
    falls: question.falls,
  };
  if (question.members !== null || question.condition !== null) return view;
  const sides = toSides(question, today);
  if (sides && !question.why && isFiner(view.grain, sides.after)) {
    const { before, after } = sides;
    return {
      ...view,
      period: toSpan(before.start, after.end, null),
      yearOnYear: question.against === 'last_year',
    };
  }
  if (sides) return { ...view, ...toComparison(sides, view) };
  return { ...view, grain: view.grain ?? toImpliedGrain(question, view) };
}

function withShare({ measures, share }: DataQuestion, declared: string[]): string[] {
  const [first = ''] = measures;
  const own = `${first}_share`;
  return share && declared.includes(own) && !measures.includes(own) ? [...measures, own] : measures;
}

const ratios: Record<string, string> = {
  'revenue/orders': 'average_order_value',
  'revenue/units': 'average_price',
};

/** "Revenue per order" is a measure of its own; another ratio needs both its sides. */
function withPer({ per }: DataQuestion, measures: string[], declared: string[]): string[] {
  const [first = ''] = measures;
  if (per === null || !declared.includes(per)) return measures;
  const own = ratios[`${first}/${per}`];
  if (own !== undefined && declared.includes(own)) return [own];
  return measures.includes(per) ? measures : [first, per, ...measures.slice(1)];
}

/** The two sides of a comparison in time, the later one first; null where nothing is compared in time. */
function toSides(question: DataQuestion, today: Day): { after: Period; before: Period } | null {
  const [first, second] = question.periods;
  if (first && second) {
    const [before, after] = first.start > second.start ? [second, first] : [first, second];
    return { after, before: toSameDays(after, before, today) };
  }
  const thisYear = (): Period => ({
    ...toSpan(startOf(today, 'year'), addDays(today, -1), null),
    spoken: 'this year so far',
  });
  if (question.against === 'last_year') {
    const after = first ?? thisYear();
    return { after, before: yearBefore(after) };
  }
  const comparesTime = question.compares && question.dimensions.length === 0 && !comparesMembers(question);
  const asked = question.changes || question.why || question.against === 'previous' || comparesTime;
  if (!asked) return null;
  const single = first ?? (question.why || question.against === 'previous' ? lastMonth(today) : null);
  // Several months are compared with each other, not with those before.
  const open = single !== null && single.grain === null && runningUnit(single) === null;
  if (!single || open || (single.count > 1 && question.against === null && !question.why)) return null;
  return { after: single, before: periodBefore(single) };
}

/** A running period is set against as many days of the one before, not against the whole of it. */
function toSameDays(after: Period, before: Period, today: Day): Period {
  const unit = runningUnit(after);
  const whole = unit !== null && before.grain === unit && before.count === 1;
  if (!whole) return before;
  const end = after.end === today && after.start < today ? addDays(today, -1) : after.end;
  const days = (countUnits(after.start, end, 'day') ?? 1) - 1;
  const [last] = [addDays(before.start, days), before.end].toSorted();
  return { ...toSpan(before.start, last ?? before.end, null), spoken: `the same days of ${before.spoken}` };
}

const grainOrder = ['day', 'week', 'month', 'quarter', 'year'];

/** "Quarterly revenue, 2025 against 2024": the rows asked for are shorter than what is compared. */
function isFiner(grain: Grain | null, side: Period): boolean {
  if (grain === null) return false;
  const whole = side.count === 1 ? (side.grain ?? runningUnit(side) ?? 'year') : 'year';
  return grainOrder.indexOf(grain) < grainOrder.indexOf(whole);
}

function comparesMembers({ filters }: DataQuestion): boolean {
  return filters.some(({ op, values }) => op === 'is' && values.length > 1);
}

function lastMonth(today: Day): Period {
  const start = addMonths(startOf(today, 'month'), -1);
  return { ...toSpan(start, endOf(start, 'month'), 'month'), text: 'last month' };
}

export function yearBefore(period: Period): Period {
  const start = addMonths(period.start, -12);
  const end =
    period.grain === null
      ? addMonths(period.end, -12)
      : endOf(addMonths(period.end, -12), period.grain === 'week' ? 'day' : period.grain);
  return toSpan(start, end, period.grain);
}

export function periodBefore(period: Period): Period {
  if (period.grain !== null) {
    const start = addUnits(period.start, period.grain, -period.count);
    return toSpan(start, addDays(period.start, -1), period.grain);
  }
  const unit = runningUnit(period);
  if (unit) return toSpan(addUnits(period.start, unit, -1), addDays(period.start, -1), unit);
  const days = countUnits(period.start, period.end, 'day') ?? 1;
  return toSpan(addDays(period.start, -days), addDays(period.start, -1), 'day');
}

/** The unit that a running period has begun: "this month so far". */
function runningUnit(period: Period): Grain | null {
  const unit = /^(week|month|quarter|year) to date$/.exec(period.text)?.[1];
  return (['week', 'month', 'quarter', 'year'] as const).find((grain) => grain === unit) ?? null;
}

/** One read by time where both sides are single units of the same length and not far apart; else two reads. */
function toComparison({ after, before }: { after: Period; before: Period }, view: View): Partial<View> {
  const unit = after.grain ?? runningUnit(after);
  const single =
    unit !== null &&
    after.count === 1 &&
    (before.grain === unit || runningUnit(before) === unit) &&
    before.count === 1;
  const start = unit === null ? before.start : startOf(before.start, unit);
  const apart = unit === null ? null : countUnits(start, endOf(after.start, unit), unit);
  const members = view.dimensions.some((name) => manyMembers.has(name));
  const most = view.dimensions.length > 0 ? 5 : 13;
  if (single && unit && apart !== null && apart <= most && !members) {
    const span = toSpan(start, after.end, after.grain === null ? null : unit);
    return { grain: unit, pair: { before: start, after: startOf(after.start, unit) }, period: span };
  }
  return { grain: null, spans: { before, after }, period: after };
}

function toImpliedGrain(question: DataQuestion, view: View): Grain | null {
  const { period } = view;
  const splits = view.dimensions.length;
  const many = view.dimensions.some((name) => manyMembers.has(name));
  const openChange = question.changes && period !== null && period.grain === null && splits === 0;
  const lists = question.lists && period !== null && period.count > 1 && splits === 0;
  const drawn = question.chart === 'line' && question.order === null && period !== null && !many;
  const develops =
    openChange ||
    drawn ||
    question.trend ||
    ((question.compares || question.changes) && period === null && splits === 0);
  if (develops) return fittingGrain(period);
  if (lists && question.order === null) return period.grain;
  if (question.order !== null || many || question.share) return null;
  if (
    (question.compares || question.changes) &&
    period?.grain &&
    period.grain !== 'day' &&
    period.count >= 2
  ) {
    if (splits === 0 || period.count <= 6) return period.grain;
  }
  return null;
}

function fittingGrain(period: Period | null): Grain {
  if (!period) return 'month';
  if (period.grain && period.count > 1 && period.grain !== 'year' && period.grain !== 'quarter')
    return period.grain;
  const days = countUnits(period.start, period.end, 'day') ?? 4000;
  if (days <= 31) return 'day';
  if (days <= 100) return 'week';
  return days <= 1200 ? 'month' : 'year';
}

function toArguments(
  question: DataQuestion,
  view: View,
  filters: Filter[],
  period: Period | null,
): Record<string, unknown> {
  const { order, condition } = question;
  const [measure = ''] = view.measures;
  const many = view.dimensions.some((name) => manyMembers.has(name));
  const ranks = order !== null && view.grain === null;
  const direction = condition ? (condition.op === 'below' ? 'asc' : 'desc') : (order ?? 'desc');
  const listed = view.dimensions.length > 0 && view.grain === null;
  const limit = condition ? 200 : (question.limit ?? (many ? (ranks ? 10 : 20) : null));
  return {
    measures: view.measures,
    ...(view.dimensions.length > 0 && { dimensions: view.dimensions }),
    ...(view.grain !== null && { grain: view.grain }),
    ...(period !== null && { period: period.text }),
    ...(filters.length > 0 && { filters }),
    ...(listed && (ranks || condition || many) && { orderBy: { by: measure, direction } }),
    ...(listed && limit !== null && view.spans === null && question.members === null && { limit }),
  };
}

/** Months have a tool of their own. */
function toMonthlyRead(
  question: DataQuestion,
  view: View,
  filters: Filter[],
  { tools }: Vocabulary,
): Read | null {
  const fits = view.grain === 'month' && view.dimensions.length <= 1 && question.tool === 'query_sales';
  if (!fits || !tools.has('get_sales_by_month')) return null;
  const months = /^last (\d+) months$/.exec(view.period?.text ?? '')?.[1];
  const [dimension] = view.dimensions;
  return {
    role: 'main',
    tool: 'get_sales_by_month',
    args: {
      ...(months !== undefined ? { months: Number(months) } : view.period && { period: view.period.text }),
      measures: view.measures,
      ...(dimension !== undefined && { dimension }),
      ...(filters.length > 0 && { filters }),
    },
  };
}

/** Calls for a question that is not about measures; empty for one that needs no data. */
export function planOtherReads(question: Question, vocabulary: Vocabulary): Read[] {
  if (question.kind === 'reorder') {
    const args = {
      ...(question.filters.length > 0 && { filters: question.filters }),
      ...(question.limit !== null && { limit: question.limit }),
    };
    return [{ role: 'main', tool: 'get_reorder_recommendations', args }];
  }
  if (question.kind === 'coverage')
    return [
      { role: 'main', tool: question.tool, args: { measures: [question.measure], period: 'all time' } },
    ];
  if (question.kind !== 'overview') return [];
  const reads: Read[] = [];
  for (const { tool, measures, dimensions } of vocabulary.datasets) {
    const known = question.filters.every(({ dimension }) =>
      dimensions.some(({ name }) => name === dimension),
    );
    if (!known) continue;
    const has = (name: string) => measures.some((term) => term.name === name);
    const filters = question.filters;
    if (has('revenue')) {
      const [period] = question.periods;
      const wanted = ['revenue', 'units', 'gross_margin'].filter(has);
      const time = period ? { period: period.text } : {};
      reads.push({ role: 'main', tool, args: { measures: wanted, grain: 'month', ...time, filters } });
    } else if (has('on_hand') && dimensions.some(({ name }) => name === 'warehouse')) {
      const wanted = ['on_hand', 'available', 'on_order'].filter(has);
      reads.push({ role: 'stock', tool, args: { measures: wanted, dimensions: ['warehouse'], filters } });
    }
  }
  return reads;
}
