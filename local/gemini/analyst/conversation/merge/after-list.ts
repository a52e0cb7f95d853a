import type { Parts } from '../../parts/parts.ts';
import { findUntaken, toReorderSort, toUntaken } from '../../question/gaps/find-untaken.ts';
import type { Question, ReportQuestion } from '../../question/question.ts';
import { toReorderBounds } from '../../question/reorder-bounds.ts';
import { comesNext } from '../../question/to-ahead.ts';
import { toForecast } from '../../question/to-forecast.ts';
import { type AsOf, toReport } from '../../question/to-report.ts';
import type { Day } from '../../time/calendar.ts';
import { begins, lead } from '../../vocabulary/lead.ts';
import { aboveOne } from '../../vocabulary/numbers.ts';
import type { Vocabulary } from '../../vocabulary/read-declarations.ts';
import { toWords } from '../../vocabulary/to-words.ts';
import { namedAnew } from '../references/refers.ts';

type Reorder = Extract<Question, { kind: 'reorder' }>;

/** Whether a question goes on from the list of a tool that makes it by itself. */
export function followsList(
  parts: Parts,
  previous: ReportQuestion,
  changes: boolean,
  begins: boolean,
): boolean {
  if (keepsFirst(parts, previous)) return true;
  if (parts.measures.length === 0) return changes && (begins || parts.words <= 5);
  return isBareFigure(parts, begins);
}

/** "In units", "total stock value", "how many units in total?", "the cheapest": a figure of what was listed, and of nothing else. */
export function isBareFigure(parts: Parts, begins: boolean): boolean {
  const { text, words, dimensions, grain, time, focus } = parts;
  const isBare = dimensions.length === 0 && time.periods.length === 0 && namedAnew(parts).length === 0;
  if (!isBare || grain !== null || focus.has('define') || ofCompany.test(text)) return false;
  return words <= 8 && (begins || ofList.test(text) || (words <= 4 && !asks.test(text)));
}

const ofCompany = /\b(?:our|my|we|us|i|company|overall|business)\b/;
const ofList = /\b(?:in total|total|altogether|in all|together|first)\b/;
const asks =
  /^(?:what|which|who|where|when|why|how|is|are|was|were|do|does|did|has|have|can|show|list|give|tell)\b/;

/** A list of a tool with what a follow-up changes of it; null where the follow-up is about the past that a forecast goes on from. */
export function mergeList(
  parts: Parts,
  previous: ReportQuestion,
  vocabulary: Vocabulary,
  asOf: AsOf,
): Question | null {
  const takes = (name: string) => vocabulary.parameters.get(previous.tool)?.has(name) ?? false;
  const isOfPast = !comesNext(parts, asOf);
  if (takes('horizon') && (parts.time.against !== null || parts.time.versus !== null))
    return toUntaken('compare a forecast with another time', previous.tool);
  if (isOfPast && takes('horizon')) return null;
  const unforeseen = takes('horizon') ? toForecast(parts, vocabulary, asOf) : null;
  if (unforeseen?.kind === 'missing') return unforeseen;
  const untaken =
    findUntaken(parts, previous.tool, vocabulary) ??
    findUntold(parts, previous, takes('horizon'), asOf.today);
  if (untaken !== null) return toUntaken(untaken, previous.tool);
  // "By week", after the forecast of a month
  if (parts.grain === 'week' && previous.ahead !== null && previous.options.grain !== 'week')
    return toUntaken('tell the forecast of a month by week', previous.tool);
  const { which, dimension = 'customer' } = previous.options;
  const split = parts.dimensions.find((references) =>
    references.every(({ name }) => name !== dimension),
  )?.[0];
  // Regions do not lapse: "by region", after the customers that did.
  if (which !== undefined && split)
    return toUntaken(`split the list of ${which} ${dimension}s by ${toWords(split.name)}`, previous.tool);
  const own = toReport(previous.tool, parts, vocabulary, asOf);
  return {
    ...own,
    filters: previous.filters,
    periods: own.periods.length > 0 ? own.periods : previous.periods,
    limit: own.limit ?? (own.by === null ? previous.limit : null),
    chart: parts.chart ?? previous.chart,
    // The first five are no groups.
    by: isOneOf(own.by ?? previous.by, parts) ? null : (own.by ?? (own.limit === null ? previous.by : null)),
    lead: own.lead ?? previous.lead,
    conditions: own.conditions.length > 0 ? own.conditions : previous.conditions,
    reasons: own.reasons.length > 0 ? own.reasons : previous.reasons,
    options: { ...(own.ahead ? withoutGrain(previous.options) : previous.options), ...own.options },
    ahead: own.ahead ?? previous.ahead,
  };
}

/** "What's in the first one?", after groups: its lines. */
function isOneOf(by: string | null, { names }: Parts): boolean {
  return names.some(({ meant }) => meant?.isOne && meant.dimension === by);
}

/** What a list is not told with, and would be told again without: its reasons, another time, a figure that it has not. */
function findUntold(
  parts: Parts,
  { tool, options, filters }: ReportQuestion,
  isForecast: boolean,
  today: Day,
): string | null {
  const { focus, time, measures, limit, order, conditions, dimensions } = parts;
  const what = isForecast ? 'a forecast' : 'that list';
  if (focus.has('why')) return `tell the reasons of ${what}`;
  if (!isForecast) {
    const ahead = time.future ?? time.periods.find(({ start }) => start > today)?.spoken;
    if (ahead !== null && ahead !== undefined) return `tell that list of ${ahead}`;
    const other =
      tool === 'find_new_or_lapsed'
        ? measures.find((one) => !one.some(({ name }) => ofBuyers.test(name)))?.[0]
        : undefined;
    return other === undefined ? null : `put "${toWords(other.name)}" beside that list`;
  }
  if (focus.has('share')) return 'tell shares of a forecast';
  if (conditions.length > 0) return 'keep a forecast to a bound';
  const hasRows =
    dimensions.length > 0 ||
    options.dimension !== undefined ||
    filters.some(({ values }) => values.length > 1);
  return (limit !== null || order !== null) && !hasRows ? 'rank a forecast that has no rows' : null;
}

/** What is told of new and of lapsed customers. */
const ofBuyers = /^(?:revenue|ordered_value|orders|customers|new_customers|products_sold)$/;

function withoutGrain({ grain: _, ...options }: ReportQuestion['options']): ReportQuestion['options'] {
  return options;
}

const reordering = 'get_reorder_recommendations';

/** What is to be reordered, with what a follow-up changes of it. */
export function mergeReorder(parts: Parts, previous: Reorder): Question {
  const ahead = parts.time.future;
  const untaken =
    findUntaken(parts, reordering, null) ??
    (ahead === null ? null : 'tell what is to be reordered at another time than now');
  if (untaken !== null) return toUntaken(untaken, reordering);
  const { bounds, lost } = toReorderBounds(parts);
  if (lost !== null) return { kind: 'unheeded', words: [lost], names: [] };
  const group = parts.dimensions.flatMap((references) => references[0]?.name ?? [])[0] ?? previous.by;
  const by = isOneOf(group, parts) ? null : group;
  // "What would it all cost?", "only Garden", after the most urgent one: of the whole list.
  const isOfMore =
    parts.dimensions.length > 0 ||
    ofWhole.test(parts.text) ||
    (previous.limit === 1 && parts.names.length > 0);
  return {
    ...previous,
    // All that were listed are the list itself: "sort it by supplier".
    names: parts.names.filter(({ meant }) => !meant?.isAll),
    chart: parts.chart ?? previous.chart,
    // Groups are of all lines: "by warehouse", after the first five.
    limit: parts.limit ?? (isOfMore ? null : previous.limit),
    by,
    sort: toReorderSort(parts) ?? previous.sort,
    bounds: bounds.length > 0 ? bounds : previous.bounds,
  };
}

const ofWhole = /\b(?:all|everything|whole)\b/;

/** "Which are out of stock?", after the products of a class, is asked of those; "what's it worth?", after slow movers, of the list. */
export function askOfList(sentence: string, previous: Question): string {
  if (previous.kind !== 'report' && previous.kind !== 'reorder') return sentence;
  const isOfStock = previous.kind === 'report' && previous.tool === 'find_slow_movers';
  if (isOfStock && worth.test(sentence)) return 'total stock value';
  if (isOfStock && howLong.test(sentence)) return 'days of cover of those';
  return sentence.replace(asksWhich, '$1which of those ');
}

const asksWhich = new RegExp(`^(${lead})which(?: ones?)? (?=(?:are|is|have|has)\\b)`, 'i');
const worth = begins(
  `(?:(?:what|how much)(?:['’]?s| is| are) (?:it|that|this|they|those|these|(?:all|any) of (?:it|that|them|those))(?: all)? worth(?: at cost| in total| altogether| together)*|how much (?:money|capital|cash|value)(?: (?:is|do we have))?(?: (?:tied up|stuck|bound|sitting|lying))? in (?:it|that|them|those|these|there)(?: all)?|how much (?:money|value) is (?:it|that)(?: all)?(?: in total)?)\\W*$`,
);

/** "How long would that last?" */
const howLong = begins(
  '(?:for )?how (?:long|many (?:days|weeks)) (?:will|would|does|do|can) (?:it|that|this|they|those|these|(?:all|each) of (?:it|them|those))(?: all| each| still)? last(?: us)?\\W*$',
);

/** "Give me the ten that had spent the most", of lapsed customers: the first of the list, which is by revenue. */
function keepsFirst(parts: Parts, { options }: ReportQuestion): boolean {
  const { limit, order, dimensions, names, time } = parts;
  const isBare = dimensions.length + names.length + time.periods.length === 0;
  return (
    options.which !== undefined && limit !== null && order === 'desc' && isBare && bySpend.test(parts.text)
  );
}

const bySpend = new RegExp(
  `^(?:(?:and|please|just|only|give|show|list|name|tell|me|us|the|those|top|biggest|largest|best|that|who|which|had|have|has|spent|bought|paid|with|from|most|by|revenue|sales|spend|customers|clients|ones|\\d+|${aboveOne})\\b\\W*)+$`,
);
