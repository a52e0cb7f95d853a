import { toLate } from '../answer/write-due.ts';
import { leavesOut } from '../question/filter-ops.ts';
import type { DataQuestion, Filter } from '../question/question.ts';
import type { Day } from '../time/calendar.ts';
import type { Period } from '../time/period.ts';
import type { Reference } from '../vocabulary/lexicon.ts';
import { findTerm } from '../vocabulary/measure-siblings.ts';
import type { Vocabulary } from '../vocabulary/read-declarations.ts';
import { toView } from './to-view.ts';
import { manyMembers, ranksManyDays, type View } from './view.ts';

/** A call of a tool that reads data. `before` reads the other side of a comparison. */
export type Read = {
  role: 'main' | 'before' | 'stock' | 'top' | 'count' | 'ever' | 'end' | 'side' | 'unnamed' | 'reason';
  tool: string;
  args: Record<string, unknown>;
};

export type Plan = { reads: Read[]; view: View };

/** Which calls answer a question about figures. */
export function planReads(question: DataQuestion, vocabulary: Vocabulary, today: Day): Plan {
  const view = toView(question, vocabulary, today);
  // "Without Kitchen, in percent": a share is of all, but of nothing that is left out.
  const filters =
    question.share && question.shareOf !== 'shown'
      ? question.filters.filter((filter) => leavesOut(filter) || !view.dimensions.includes(filter.dimension))
      : question.filters;
  const args = (period: Period | null) => toArguments(question, view, filters, period, vocabulary);
  if (question.sides.length > 0)
    return {
      view,
      reads: question.sides.map((side, index): Read => {
        const own = toArguments(
          question,
          view,
          [...filters, ...side.filters],
          side.period ?? view.period,
          vocabulary,
        );
        return { role: index === 0 ? 'main' : 'side', tool: question.tool, args: own };
      }),
    };
  if (question.whole !== undefined) {
    const of = (own: Filter[]) => toArguments(question, view, own, view.period, vocabulary);
    const dimensions = question.part === undefined ? [] : [question.part];
    return {
      view,
      reads: [
        { role: 'main', tool: question.tool, args: { ...of(question.filters), dimensions } },
        { role: 'side', tool: question.tool, args: of(question.whole) },
      ],
    };
  }
  if (view.spans && view.sideBySide) {
    const { spans } = view;
    // A rate has no parts that add up to its change.
    const isSum = view.measures.every((name) => isAmount({ tool: question.tool, name }, vocabulary));
    const others = (isSum ? view.reasons : []).map((name): Read => {
      const read = toComparedRead(question.tool, { ...view, dimensions: [name] }, filters, spans);
      return { ...read, role: 'reason' };
    });
    return { view, reads: [toComparedRead(question.tool, view, filters, spans), ...others] };
  }
  if (view.spans)
    return {
      view,
      reads: [
        { role: 'main', tool: question.tool, args: args(view.spans.after) },
        { role: 'before', tool: question.tool, args: args(view.spans.before) },
      ],
    };
  if (question.listed !== null) {
    const count = {
      measures: [
        question.listed,
        ...view.measures.filter((name) => isAmount({ tool: question.tool, name }, vocabulary)),
      ],
      ...(question.daysOf !== null && { by: question.daysOf }),
      ...(view.period && { period: view.period.text }),
      ...(filters.length > 0 && { filters }),
    };
    return {
      view,
      reads: [
        { role: 'main', tool: question.tool, args: args(view.period) },
        { role: 'count', tool: question.tool, args: count },
      ],
    };
  }
  const byMonth = toMonthlyRead(question, view, filters, vocabulary);
  return { view, reads: [byMonth ?? { role: 'main', tool: question.tool, args: args(view.period) }] };
}

function isAmount(reference: Reference, { datasets }: Vocabulary): boolean {
  return /^(currency|units)$/.test(findTerm(reference, datasets)?.unit ?? '');
}

/** Members beyond these are added up by the tool in one row: those that moved most are among them. */
const mostMoved = { ranked: 100, listed: 20 };

function toComparedRead(
  tool: string,
  view: View,
  filters: Filter[],
  { after, before }: { after: Period; before: Period },
): Read {
  const many = view.dimensions.some((name) => manyMembers.has(name));
  const ranks = view.ranked !== null || view.falls;
  const isOfSales = tool === 'query_sales';
  const [dimension] = view.dimensions;
  return {
    role: 'main',
    tool: isOfSales ? 'compare_sales' : tool,
    args: {
      measures: view.measures,
      ...(isOfSales ? { dimension } : { dimensions: view.dimensions }),
      period: after.text,
      compareTo: before.text,
      ...(filters.length > 0 && { filters }),
      ...(many && view.changeBounds.length === 0 && { limit: ranks ? mostMoved.ranked : mostMoved.listed }),
    },
  };
}

function toArguments(
  question: DataQuestion,
  view: View,
  filters: Filter[],
  period: Period | null,
  { parameters, datasets }: Vocabulary,
): Record<string, unknown> {
  const { order, conditions, within, place } = question;
  const [measure = ''] = view.measures;
  const many = view.dimensions.some((name) => manyMembers.has(name));
  const isBounded = conditions.length > 0;
  const listed = view.dimensions.length > 0 && (view.grain === null || within !== null);
  const ranks = order !== null && listed;
  const [bound] = conditions.filter((condition) => condition.measure === measure);
  const direction = order ?? (bound && /^(below|at_most)$/.test(bound.op) ? 'asc' : 'desc');
  const takesBounds = parameters.get(question.tool)?.has('having') ?? false;
  const named = filters.find(
    ({ dimension, op }) => op === 'is' && view.dimensions.includes(dimension) && manyMembers.has(dimension),
  );
  // All that are named are shown.
  const isOfOrders = ranks && view.dimensions.includes('purchase_order') && /^ordered_/.test(measure);
  // What one customer bought, or one supplier sent, is told whole.
  const isOfOne = filters.some(
    ({ dimension, op, values }) =>
      /^(?:customer|supplier)$/.test(dimension) && op === 'is' && values.length === 1,
  );
  const usual = (many || isOfOrders) && !named ? (ranks ? 10 : isOfOne ? 100 : 20) : null;
  // A list of all that fit; where the tool takes no bounds, the first rows of it are told apart here.
  const unasked = isBounded && !ranks ? (takesBounds ? null : 200) : usual;
  // What no tool has as a share is set against the sum of all rows.
  const limit = question.share && isShareOfRows(view) ? null : (question.limit ?? unasked);
  // Of a ranking whose both ends are asked for all is read.
  // A part is one of all, which are read where the tool has no figure for it.
  const isPart = question.share && !view.measures.some((name) => name.endsWith('_share'));
  const atLeast =
    limit === null || isPart || place === 'ends' || (question.averages && question.limit === null)
      ? null
      : Math.max(limit, place?.to ?? 0);
  // By the days that goods are due, what is late of them is told, too.
  const isByDay = order === null && !isBounded && view.dimensions.join() === 'expected_date';
  const late = isByDay ? toLate(measure) : null;
  const isKnown = late !== null && findTerm({ tool: question.tool, name: late }, datasets) !== undefined;
  return {
    measures: isKnown ? [...new Set([...view.measures, late])] : view.measures,
    ...(question.daysOf !== null && parameters.get(question.tool)?.has('by') && { by: question.daysOf }),
    ...(view.dimensions.length > 0 && { dimensions: view.dimensions }),
    ...(view.grain !== null && { grain: view.grain }),
    ...(period !== null ? { period: period.text } : toOpenPeriod(view)),
    ...(filters.length > 0 && { filters }),
    ...(listed && (ranks || isBounded || many) && { orderBy: { by: measure, direction } }),
    // What is due comes in the order of its days.
    ...((question.daysOf === 'expected' || measure === 'open_units') &&
      !ranks &&
      view.dimensions.includes('expected_date') && { orderBy: { by: 'expected_date', direction: 'asc' } }),
    ...(listed && atLeast !== null && view.spans === null && question.members === null && { limit: atLeast }),
    // "Our best day ever": of so many days only the first ones.
    ...(ranksManyDays(view) &&
      place !== 'ends' && {
        orderBy: { by: measure, direction },
        limit: Math.max(question.limit ?? 5, place?.to ?? 0),
      }),
    ...(isBounded && takesBounds && hasRows(view) && { having: conditions }),
    ...(listed && within !== null && { limitPer: within }),
  };
}

function isShareOfRows({ measures, grain }: View): boolean {
  return grain === null && !measures.some((name) => /_(?:share|rate)$/.test(name));
}

/** Twelve months cut years and quarters, fiscal ones, too: without a period all years are meant, or the last whole quarters. */
function toOpenPeriod({ grain, dimensions }: View): { period?: string } {
  if (grain === 'year' || dimensions.includes('fiscal_year')) return { period: 'all time' };
  if (dimensions.includes('fiscal_quarter')) return { period: 'last 8 fiscal quarters' };
  return grain === 'quarter' ? { period: 'last 8 quarters' } : {};
}

function hasRows({ dimensions, grain }: View): boolean {
  return dimensions.length > 0 || grain !== null;
}

/** Months have a tool of their own, which takes no bounds and no rankings. */
function toMonthlyRead(
  question: DataQuestion,
  view: View,
  filters: Filter[],
  { tools }: Vocabulary,
): Read | null {
  const isPlain = question.conditions.length === 0 && question.within === null;
  const fits =
    isPlain && view.grain === 'month' && view.dimensions.length <= 1 && question.tool === 'query_sales';
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
