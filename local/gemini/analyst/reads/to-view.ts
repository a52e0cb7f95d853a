import type { DataQuestion, Filter } from '../question/question.ts';
import { addMonths, countUnits, type Grain } from '../time/calendar.ts';
import { type Period, toSpan } from '../time/period.ts';
import type { Dataset, Vocabulary } from '../vocabulary/read-declarations.ts';
import { type AsOf, isOfDays, toSides } from './compare-sides.ts';
import { isFiner, toComparison } from './compare-view.ts';
import { manyMembers, ranksLevels, type View } from './view.ts';

export function toView(question: DataQuestion, vocabulary: Vocabulary, asOf: AsOf): View {
  const dataset = vocabulary.datasets.find(({ tool }) => tool === question.tool);
  const declared = dataset?.measures.map(({ name }) => name) ?? [];
  if (question.whole !== undefined) return toView(withoutShare(question), vocabulary, asOf);
  const measures = withBounded(question, withPer(question, withShare(question, declared), declared));
  const highlighted = question.share ? findHighlighted(question) : undefined;
  const { dimensions, reasons } = toSplit(question, highlighted, dataset);
  // One month by category is told by category.
  const [only] = question.periods;
  const isOne =
    dimensions.length > 0 &&
    question.periods.length === 1 &&
    only?.count === 1 &&
    only.grain === question.grain;
  const view: View = {
    grain: isOne && question.against === null ? null : question.grain,
    pair: null,
    spans: null,
    sideBySide: false,
    dimensions,
    reasons,
    measures,
    period: question.periods[0] ?? null,
    highlight: highlighted?.values ?? [],
    ranked: question.order,
    moves: question.moves ?? null,
    limit: question.limit,
    place: question.place,
    yearOnYear: false,
    falls: question.falls,
    byRate: question.byRate,
    changeBounds: question.changeBounds,
    averages: question.averages,
  };
  const isWhole = question.members !== null || question.within !== null || question.sides.length > 0;
  if (isWhole || question.conditions.length > 0) return view;
  const several = toSeveral(question.periods);
  if (several) return { ...view, grain: view.grain ?? several.grain, period: several };
  const isStock = declared.includes('on_hand') && !measures.every(isOfDays);
  return withSides(view, question, toSides(question, asOf, isStock), { vocabulary, isStock });
}

/** What the rows are of: as asked, and the members that are set against each other, or that may be the reason of a change. */
function toSplit(
  question: DataQuestion,
  highlighted: Filter | undefined,
  dataset: Dataset | undefined,
): Pick<View, 'dimensions' | 'reasons'> {
  const { dimensions, filters } = question;
  const compared = filters.find(
    ({ dimension, op, values }) =>
      op === 'is' && values.length > 1 && !/^(?:weekday|month_of_year)$/.test(dimension) && !question.asOne,
  );
  const filtered = new Set(filters.map(({ dimension }) => dimension));
  const possible = filtered.has('category')
    ? ['subcategory', 'channel']
    : ['category', 'channel', 'warehouse'];
  const isOpen = (name: string) =>
    !filtered.has(name) && (dataset?.dimensions.some((term) => term.name === name) ?? false);
  const [reason, ...reasons] = question.why ? possible.filter(isOpen) : [];
  const member = highlighted?.dimension ?? compared?.dimension ?? reason;
  if (member === undefined) return { dimensions, reasons: [] };
  if (dimensions.length === 0) return { dimensions: [member], reasons: member === reason ? reasons : [] };
  const isOneOther =
    dimensions.length === 1 &&
    !dimensions.some((name) => name === member || manyMembers.has(name)) &&
    question.grain === null;
  // "Share of wholesale by category", "compare contractors and retailers by category": each category for both; "in which channel?", after the
  // products that fell, the channels of all of these.
  const isInTime = question.against !== null || question.periods.length > 1;
  const isOfAll = isInTime && (question.ofRows?.includes(compared?.dimension ?? '') ?? false);
  const isStacked = question.otherChart?.type === 'stacked_bar';
  const isApart = compared !== undefined && ((question.compares && !isOfAll) || isStacked);
  return {
    dimensions: isOneOther && (highlighted !== undefined || isApart) ? [...dimensions, member] : dimensions,
    reasons: [],
  };
}

/** Two times that are set against each other: side by side in one read where the tool takes it. */
function withSides(
  view: View,
  question: DataQuestion,
  sides: ReturnType<typeof toSides>,
  { vocabulary, isStock }: { vocabulary: Vocabulary; isStock: boolean },
): View {
  const { dimensions } = view;
  // "Which category grew most?", after revenue, orders and order values: by the first of these.
  const measures = question.changes && view.ranked !== null ? view.measures.slice(0, 1) : view.measures;
  // "Revenue growth by month this year": the rows of this year say it.
  const within =
    question.changes && !question.compares && question.against === null && question.periods.length < 2;
  if (within && !question.why && isFiner(view.grain, question.periods[0] ?? null)) return view;
  if (sides && !question.why && isFiner(view.grain, sides.after)) {
    // "Average sales per day this month vs last month": the mean of each, and not of both.
    const isOfWhole = view.grain === 'day' || sides.after.grain === 'year';
    if (question.averages && isOfWhole && dimensions.length === 0 && view.ranked === null && !isStock)
      return { ...view, spans: sides, period: sides.after };
    const { before, after } = sides;
    return {
      ...view,
      period: toSpan(before.start, after.end, null),
      yearOnYear:
        !ranksLevels(question) &&
        (question.against === 'last_year' || before.start === addMonths(after.start, -12)),
    };
  }
  const isComparable =
    question.tool === 'query_sales'
      ? measures.every((name) => vocabulary.comparable.has(name))
      : (vocabulary.parameters.get(question.tool)?.has('compareTo') ?? false) && question.daysOf === null;
  const sideBySide =
    isComparable &&
    dimensions.length === 1 &&
    (question.grain === null || question.why) &&
    !question.share &&
    question.per === null &&
    question.otherChart === null &&
    measures.length <= 2;
  if (sides && sideBySide)
    return { ...view, measures, grain: null, spans: sides, period: sides.after, sideBySide: true };
  if (sides) return { ...view, ...toComparison(sides, view) };
  return { ...view, grain: view.grain ?? toImpliedGrain(question, view) };
}

/** The part that stands out of the rows of a share. */
function findHighlighted(question: DataQuestion): Filter | undefined {
  const { shareOf, filters, dimensions } = question;
  if (shareOf === 'shown') return undefined;
  if (shareOf === 'named') return findPart(question);
  // "Just the numbers for Home and Tools", after the share of each category: theirs.
  return filters.find(
    ({ dimension, op, values }) => op === 'is' && values.length > 1 && dimensions.includes(dimension),
  );
}

/** The part and its whole are two totals. */
function withoutShare({ whole: _, ...question }: DataQuestion): DataQuestion {
  return { ...question, share: false, asOne: true };
}

/** Of what is named the part whose share is asked for: the narrower kind of product, else as the question puts it. */
export function findPart({
  filters,
  partLast,
  part,
}: Pick<DataQuestion, 'filters' | 'partLast' | 'part'>): Filter | undefined {
  const named = filters.filter(({ op }) => op === 'is');
  const said = named.find(({ dimension }) => dimension === part);
  if (said) return said;
  const narrower = ['product', 'subcategory', 'category'].flatMap((kind) =>
    named.filter(({ dimension }) => dimension === kind),
  );
  if (narrower.length > 1) return narrower[0];
  return partLast ? named.at(-1) : named[0];
}

/** Three and more periods are read as one, by their unit: "January, February and March". */
function toSeveral(periods: Period[]): Period | null {
  const [first] = periods;
  if (!first || periods.length < 3) return null;
  const starts = periods.map(({ start }) => start).toSorted();
  const ends = periods.map(({ end }) => end).toSorted();
  const grain = periods.every((period) => period.grain === first.grain && period.count === 1)
    ? first.grain
    : 'month';
  return toSpan(starts[0] ?? first.start, ends.at(-1) ?? first.end, grain);
}

function withShare({ measures, share, ofFigure, ...question }: DataQuestion, declared: string[]): string[] {
  const [first = ''] = measures;
  const hasParts = question.dimensions.length > 0 || question.filters.length > 0;
  const rate = hasParts ? `${first}_rate` : `${first.replace(/^gross_/, '')}_rate`;
  // "What percentage of products are out of stock?"
  if (share && !ofFigure && declared.includes(rate) && !(hasParts && declared.includes(`${first}_share`)))
    return [rate, ...measures.slice(1)];
  const own = [`${first}_share`, `${first.replace(/^gross_/, '')}_share`].find((name) =>
    declared.includes(name),
  );
  return share && own !== undefined && !measures.includes(own) ? [...measures, own] : measures;
}

/** A bound needs its figure beside the others. */
function withBounded({ conditions }: DataQuestion, measures: string[]): string[] {
  return [...new Set([...measures, ...conditions.map(({ measure }) => measure)])];
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
  // "Has the share of online grown over the last four quarters?"
  const moves = question.changes && period !== null && period.grain !== 'day' && period.count > 1;
  if (question.share && moves && !many && splits === 1 && question.order === null) return period.grain;
  if (question.order !== null || many || question.share) return null;
  // Two categories side by side over six months: each one's whole, not its months.
  const setsMembers = question.filters.some(({ op, values }) => op === 'is' && values.length > 1);
  if (question.compares && !question.changes && splits > 0 && setsMembers) return null;
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
