import { toLate } from '../answer/write-due.ts';
import { leavesOut } from '../question/filter-ops.ts';
import type { DataQuestion, Filter } from '../question/question.ts';
import type { Period } from '../time/period.ts';
import { findTerm } from '../vocabulary/declared-terms.ts';
import type { Reference } from '../vocabulary/lexicon.ts';
import type { Vocabulary } from '../vocabulary/read-declarations.ts';
import type { AsOf } from './compare-sides.ts';
import { toView } from './to-view.ts';
import { manyMembers, ranksManyDays, type View } from './view.ts';

/** A call of a tool that reads data. `before` reads the other side of a comparison. */
export type Read = {
  role: 'main' | 'before' | 'stock' | 'top' | 'count' | 'ever' | 'end' | 'side' | 'unnamed' | 'reason';
  tool: string;
  args: Record<string, unknown>;
};

export type Plan = { reads: Read[]; view: View };

/** A question, and how its rows are looked at. A share is of all, so that `filters` may be less than those of the question. */
type Asked = { question: DataQuestion; view: View; filters: Filter[]; vocabulary: Vocabulary };

/** Which calls answer a question about figures. */
export function planReads(question: DataQuestion, vocabulary: Vocabulary, asOf: AsOf): Plan {
  const view = toView(question, vocabulary, asOf);
  // "Without Kitchen, in percent": a share is of all, but of nothing that is left out.
  const filters =
    question.share && question.shareOf !== 'shown'
      ? question.filters.filter((filter) => leavesOut(filter) || !view.dimensions.includes(filter.dimension))
      : question.filters;
  return { view, reads: toReads({ question, view, filters, vocabulary }) };
}

function toReads(asked: Asked): Read[] {
  const { question, view, filters } = asked;
  const read = (role: Read['role'], own: Filter[], period: Period | null): Read => ({
    role,
    tool: question.tool,
    args: toArguments({ ...asked, filters: own }, period),
  });
  if (question.sides.length > 0)
    return question.sides.map((side, index) =>
      read(index === 0 ? 'main' : 'side', [...filters, ...side.filters], side.period ?? view.period),
    );
  if (question.whole !== undefined) {
    const part = read('main', question.filters, view.period);
    const dimensions = question.part === undefined ? [] : [question.part];
    return [{ ...part, args: { ...part.args, dimensions } }, read('side', question.whole, view.period)];
  }
  if (view.spans && view.sideBySide) return toComparedReads(asked, view.spans);
  if (view.spans)
    return [read('main', filters, view.spans.after), read('before', filters, view.spans.before)];
  const main = read('main', filters, view.period);
  if (question.listed !== null) return [main, toCount(asked, question.listed)];
  return [toMonthlyRead(asked) ?? main];
}

/** How many a list has, and what they come to. */
function toCount({ question, view, filters, vocabulary }: Asked, listed: string): Read {
  const { tool, daysOf } = question;
  const amounts = view.measures.filter((name) => isAmount({ tool, name }, vocabulary));
  return {
    role: 'count',
    tool,
    args: {
      measures: [listed, ...amounts],
      ...(daysOf !== null && { by: daysOf }),
      ...(view.period && { period: view.period.text }),
      ...(filters.length > 0 && { filters }),
    },
  };
}

function isAmount(reference: Reference, { datasets }: Vocabulary): boolean {
  return /^(currency|units)$/.test(findTerm(reference, datasets)?.unit ?? '');
}

/** Members beyond these are added up by the tool in one row: those that moved most are among them. */
const mostMoved = { ranked: 100, listed: 20 };

type Spans = { after: Period; before: Period };

/** What moved between two times, and which parts it moved by. */
function toComparedReads({ question: { tool }, view, filters, vocabulary }: Asked, spans: Spans): Read[] {
  // A rate has no parts that add up to its change.
  const isSum = view.measures.every((name) => isAmount({ tool, name }, vocabulary));
  const reasons = (isSum ? view.reasons : []).map(
    (name): Read => ({
      ...toComparedRead(tool, { ...view, dimensions: [name] }, filters, spans),
      role: 'reason',
    }),
  );
  return [toComparedRead(tool, view, filters, spans), ...reasons];
}

function toComparedRead(tool: string, view: View, filters: Filter[], { after, before }: Spans): Read {
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

function toArguments(asked: Asked, period: Period | null): Record<string, unknown> {
  const { question, view, filters, vocabulary } = asked;
  const { conditions, within, daysOf, members } = question;
  const takes = (name: string) => vocabulary.parameters.get(question.tool)?.has(name) ?? false;
  const listed = view.dimensions.length > 0 && (view.grain === null || within !== null);
  const ranks = question.order !== null && listed;
  const limit = listed && view.spans === null && members === null ? toLimit(asked, ranks) : null;
  const hasRows = view.dimensions.length > 0 || view.grain !== null;
  return {
    measures: withLate(asked),
    ...(daysOf !== null && takes('by') && { by: daysOf }),
    ...(view.dimensions.length > 0 && { dimensions: view.dimensions }),
    ...(view.grain !== null && { grain: view.grain }),
    ...(period !== null ? { period: period.text } : toOpenPeriod(view)),
    ...(filters.length > 0 && { filters }),
    ...toOrderBy(asked, listed, ranks),
    ...(limit !== null && { limit }),
    // "Our best day ever": of so many days only the first ones.
    ...(ranksManyDays(view) &&
      question.place !== 'ends' && { limit: Math.max(question.limit ?? 5, question.place?.to ?? 0) }),
    ...(conditions.length > 0 && takes('having') && hasRows && { having: conditions }),
    ...(listed && within !== null && { limitPer: within }),
  };
}

/** By the days that goods are due, what is late of them is told, too. */
function withLate({ question, view: { measures, dimensions }, vocabulary }: Asked): string[] {
  const { order, conditions, tool } = question;
  const isByDay = order === null && conditions.length === 0 && dimensions.join() === 'expected_date';
  const late = isByDay ? toLate(measures[0] ?? '') : null;
  const isKnown = late !== null && findTerm({ tool, name: late }, vocabulary.datasets) !== undefined;
  return isKnown ? [...new Set([...measures, late])] : measures;
}

function toOrderBy(
  { question, view }: Asked,
  listed: boolean,
  ranks: boolean,
): { orderBy?: { by: string; direction: string } } {
  const { order, conditions, daysOf, place } = question;
  const { dimensions } = view;
  const [measure = ''] = view.measures;
  const [bound] = conditions.filter((condition) => condition.measure === measure);
  const direction = order ?? (bound && /^(below|at_most)$/.test(bound.op) ? 'asc' : 'desc');
  const byMeasure = { orderBy: { by: measure, direction } };
  if (ranksManyDays(view) && place !== 'ends') return byMeasure;
  // What is due comes in the order of its days.
  const isDue = (daysOf === 'expected' || measure === 'open_units') && dimensions.includes('expected_date');
  if (isDue && !ranks) return { orderBy: { by: 'expected_date', direction: 'asc' } };
  const many = dimensions.some((name) => manyMembers.has(name));
  return listed && (ranks || conditions.length > 0 || many) ? byMeasure : {};
}

/** How many rows are read; null for all of them. */
function toLimit({ question, view, filters, vocabulary }: Asked, ranks: boolean): number | null {
  const { dimensions, measures } = view;
  const { share, place, averages } = question;
  const isOfMany = (name: string) => manyMembers.has(name);
  // All that are named are shown.
  const isNamed = filters.some(
    ({ dimension, op }) => op === 'is' && dimensions.includes(dimension) && isOfMany(dimension),
  );
  const isOfOrders = ranks && dimensions.includes('purchase_order') && /^ordered_/.test(measures[0] ?? '');
  // What one customer bought, or one supplier sent, is told whole.
  const isOfOne = filters.some(
    ({ dimension, op, values }) =>
      /^(?:customer|supplier)$/.test(dimension) && op === 'is' && values.length === 1,
  );
  const isLong = (dimensions.some(isOfMany) || isOfOrders) && !isNamed;
  const usual = isLong ? (ranks ? 10 : isOfOne ? 100 : 20) : null;
  // A list of all that fit; where the tool takes no bounds, the first rows of it are told apart here.
  const takesBounds = vocabulary.parameters.get(question.tool)?.has('having') ?? false;
  const unasked = question.conditions.length > 0 && !ranks ? (takesBounds ? null : 200) : usual;
  // What no tool has as a share is set against the sum of all rows.
  const limit = share && isShareOfRows(view) ? null : (question.limit ?? unasked);
  // A part is one of all, which are read where the tool has no figure for it.
  const isPart = share && !measures.some((name) => name.endsWith('_share'));
  // Of a ranking whose both ends are asked for all is read.
  const isOfAll = isPart || (averages && question.limit === null);
  return limit === null || isOfAll || place === 'ends' ? null : Math.max(limit, place?.to ?? 0);
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

/** Months have a tool of their own, which takes no bounds and no rankings. */
function toMonthlyRead({ question, view, filters, vocabulary: { tools } }: Asked): Read | null {
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
