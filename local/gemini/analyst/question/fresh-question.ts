import { chooseTool, defaultMeasures } from '../parts/choose-measures.ts';
import type { Parts } from '../parts/parts.ts';
import { asksRate, namesPartLast, takesMean } from '../parts/read-wording.ts';
import { fallsIn, toOrder } from '../parts/to-order.ts';
import { manyMembers } from '../reads/view.ts';
import { countUnits, type Day } from '../time/calendar.ts';
import type { Period } from '../time/period.ts';
import { findTool } from '../vocabulary/measure-siblings.ts';
import type { Missing } from '../vocabulary/missing-topic.ts';
import type { Vocabulary } from '../vocabulary/read-declarations.ts';
import { toWords } from '../vocabulary/to-words.ts';
import { asksNothing } from './asks-nothing.ts';
import { toPeriods } from './bare-periods.ts';
import { findClaimedTime } from './claimed-time.ts';
import { countMembers, readMembers, toMemberTool } from './count-members.ts';
import { finishQuestion } from './finish-question.ts';
import type { Question } from './question.ts';
import {
  boundOnChange,
  lacking,
  lostSplit,
  misfitBound,
  rankingOfChange,
  rankingWithin,
} from './refuse-question.ts';
import { withSteps } from './steps.ts';
import { endsWithTop, sumsNamed, sumsTop } from './sums-top.ts';
import { toAsked, toAttributes } from './to-asked.ts';
import { findMisfitBound, splitChangeBounds, toConditions } from './to-conditions.ts';
import { isAboutName, toOverview } from './to-overview.ts';
import { toWithin } from './to-within.ts';

/** Makes a complete question of the parts of a sentence alone. */
export function toFreshQuestion(said: Parts, vocabulary: Vocabulary, today: Day): Question {
  const { claimed, among } = findClaimedTime(said);
  const { changeBounds, parts } = splitChangeBounds(withSupplierFigure(withSteps(among, today), vocabulary));
  const { focus } = parts;
  const tool = chooseTool(parts, vocabulary);
  if (tool === null) return { kind: 'unclear' };
  const lost = parts.dimensions.find(
    (references) => !references.some((reference) => reference.tool === tool),
  )?.[0]?.name;
  if (lost !== undefined) return { kind: 'missing', spoken: lost, topic: lostSplit(tool, lost, vocabulary) };
  const { measures, dimensions } = toAsked(parts, tool, vocabulary);
  if (asksNothing(parts, measures, dimensions)) return { kind: 'unclear' };
  const meant = readCount(parts, measures, dimensions, vocabulary);
  if (meant) return toFreshQuestion(meant, vocabulary, today);
  const within = toWithin(parts, dimensions, tool);
  const refused = findUnranked(
    parts,
    { tool, dimensions, within, boundsChange: changeBounds.length > 0 },
    vocabulary,
  );
  if (refused !== null || within === 'unclear') return lacking(refused ?? rankingWithin);
  // "Biggest customer per region": one of each.
  const limit = parts.limit ?? (within === null ? null : 1);
  const asksPart =
    focus.has('share') || (focus.has('howMuchOf') && parts.names.length > 0 && namesPartLast(parts));
  if (!asksPart && isAboutName(parts, measures, dimensions)) return toOverview(parts);
  const members = readMembers(parts, measures, dimensions);
  const isOfOrders = tool === 'get_purchase_orders' && !dimensions.includes('purchase_order');
  const told = isOfOrders ? [] : toAttributes(parts, dimensions, tool);
  if (told === null)
    return {
      kind: 'unheeded',
      words: parts.attributes.map(([attribute]) => toWords(attribute?.name)),
      names: [],
    };
  const periods = toPeriods(parts, dimensions, today);
  const asking = members === null ? tool : toMemberTool(dimensions, tool, vocabulary);
  const held = countMembers(parts, asking, measures, dimensions, vocabulary);
  const asked =
    held !== null ? [held] : measures.length > 0 ? measures : defaultMeasures(parts, asking, vocabulary);
  // "Are we out of more things in Main than in Bristol?" speaks of a figure; the one that is taken where none is named is another.
  if (asked.length === 0) return { kind: 'unclear' };
  const misfit = findMisfitBound(parts, asking, asked, vocabulary);
  if (misfit !== null) return lacking(misfitBound(misfit));
  const falls = fallsIn(parts, asked[0] ?? '');
  const isOverview =
    focus.has('overview') && measures.length === 0 && dimensions.length === 0 && parts.grain === null;
  return finishQuestion(
    {
      kind: 'data',
      tool: asking,
      measures: asked,
      dimensions: [...dimensions, ...told],
      grain: parts.grain ?? (isOverview && hasMonths(periods) && !comparesTime(parts) ? 'month' : null),
      periods,
      against: parts.time.versus?.text === 'last year' ? 'last_year' : parts.time.against,
      names: parts.names,
      filters: parts.filters,
      order: toOrder(parts, measures) ?? toMoved({ ...parts, falls }, dimensions),
      limit,
      within,
      ...(parts.variants !== null && { variants: parts.variants }),
      place: parts.place,
      claimed,
      conditions:
        held !== null
          ? [{ measure: held, op: 'above', value: 0 }]
          : toConditions(parts, asking, asked, vocabulary),
      changeBounds,
      partBounds: parts.partBounds,
      chart: parts.chart,
      otherChart: parts.otherChart,
      compares: focus.has('compare') && !comparesMeasures(parts, measures),
      changes: focus.has('change'),
      trend: focus.has('trend'),
      share: asksPart,
      shareOf: sumsTop(parts) && endsWithTop(parts) ? 'members' : parts.shareOf,
      ofFigure: parts.ofFigure,
      // "The average list price of road bikes": one for all of them.
      asOne:
        sumsTop(parts) ||
        sumsNamed(parts) ||
        (focus.has('average') && asked.every((name) => /^(?:list_price|unit_cost)$/.test(name))),
      why: focus.has('why'),
      falls,
      byRate: asksRate(parts),
      partLast: namesPartLast(parts),
      per: parts.per?.find((reference) => reference.tool === tool)?.name ?? null,
      daysOf: parts.daysOf,
      // What is due is told with its number.
      listed:
        measures[0] === 'open_units' && dimensions.includes('purchase_order') && parts.conditions.length === 0
          ? 'open_orders'
          : null,
      counts: focus.has('count'),
      averages: takesMean(parts),
      sides: parts.daySides,
      lists:
        focus.has('overview') ||
        (focus.has('list') && /^(?:late|open)_lines$/.test(asked[0] ?? '')) ||
        (/^(show|list|plot|chart|draw|display|give)/.test(parts.opening) && !focus.has('total')),
      defines:
        /^what(['’]?s| is| are) /.test(parts.text) &&
        measures.length === 1 &&
        parts.words <= 5 &&
        !parts.owns &&
        parts.names.length === 0,
      members,
    },
    vocabulary,
  );
}

type Ranking = {
  tool: string;
  dimensions: string[];
  within: ReturnType<typeof toWithin>;
  boundsChange: boolean;
};

/** A bound on changes, a ranking by them, or one within each group, that the tool does not make. */
function findUnranked(
  { focus, order, grain }: Parts,
  { tool, dimensions, within, boundsChange }: Ranking,
  { comparable, parameters }: Vocabulary,
): Missing | null {
  const ranksChange = tool === 'query_sales' && dimensions.length === 1 && comparable.size > 0;
  if (boundsChange && (!ranksChange || grain !== null)) return boundOnChange;
  const isOfMany = dimensions.some((name) => manyMembers.has(name));
  if (focus.has('change') && order !== null && !ranksChange && isOfMany) return rankingOfChange;
  const takesWithin = parameters.get(tool)?.has('limitPer') ?? false;
  return within === null || (within !== 'unclear' && takesWithin) ? null : rankingWithin;
}

/** "Who are our biggest suppliers?": by what is spent with them; the best and the worst by how well they keep their dates. */
function withSupplierFigure(parts: Parts, { datasets }: Vocabulary): Parts {
  const { dimensions, measures, order, focus, conditions } = parts;
  const tool = findTool('ordered_value', datasets);
  const isSupplier =
    dimensions.length === 1 && (dimensions[0] ?? []).every(({ name }) => name === 'supplier');
  const isBare =
    measures.length === 0 && conditions.length === 0 && !focus.has('sell') && !focus.has('change');
  return tool !== undefined && isSupplier && isBare && order !== null
    ? { ...parts, measures: [[{ tool, name: judged.test(parts.text) ? 'on_time_rate' : 'ordered_value' }]] }
    : parts;
}

const judged = /\b(?:best|worst)\b/;

/** "Which brands are growing?" ranks them by how they moved. */
function toMoved({ focus, falls, text, grain }: Parts, dimensions: string[]): Parts['order'] {
  const asks =
    focus.has('change') && grain === null && dimensions.length === 1 && /(?:^|, )(?:which|what) /.test(text);
  return asks ? (falls ? 'asc' : 'desc') : null;
}

/** "How much of it do we have?", "do we still have those?" */
export function asksHoldings({ text, opening }: Pick<Parts, 'text' | 'opening'>): boolean {
  return (
    /\bdo (we|i|you) (still )?have\b/.test(text) ||
    /^(do|does|did) (we|you|i|they)\b/.test(opening) ||
    /^(have|has) (we|you|i|they)( still)? (got|any)\b/.test(text)
  );
}

/** "How many City Helmets are in Northgate?" is about stock, "how many went out in May?" about what was sold. */
function readCount(
  parts: Parts,
  measures: string[],
  dimensions: string[],
  { datasets }: Vocabulary,
): Parts | null {
  const { focus, opening, text, time } = parts;
  // "How many pieces of grills are in each warehouse?": what is counted is not the warehouses.
  const splits =
    dimensions.length > 0 && !(focus.has('count') && parts.counted === null && parts.each !== null);
  // "How many days above 100k for internet": the days are counted.
  const countsTimes = parts.grain !== null && parts.conditions.length > 0;
  const isBare =
    parts.names.length > 0 && measures.length === 0 && !splits && !focus.has('sell') && !countsTimes;
  if (!isBare) return null;
  if (focus.has('count') && time.periods.length > 0 && parts.order === null)
    return { ...parts, focus: new Set([...focus, 'sell']) };
  const asksStock = focus.has('count') || asksHoldings({ text, opening });
  const tool = findTool('on_hand', datasets);
  return asksStock && tool !== undefined && time.periods.length === 0
    ? { ...parts, measures: [[{ tool, name: 'on_hand' }]] }
    : null;
}

/** "Did we take in more than we shipped?": figures against each other, not times. */
function comparesMeasures({ time, names, text }: Parts, measures: string[]): boolean {
  const isTimed = time.periods.length > 1 || time.against !== null || time.versus !== null;
  return (
    measures.length > 1 &&
    !isTimed &&
    !names.some(({ against }) => against) &&
    /\b(than|vs|versus|against)\b/.test(text)
  );
}

/** A week or less is told as one, not as a month that is cut. */
function hasMonths([period]: Period[]): boolean {
  return period !== undefined && (countUnits(period.start, period.end, 'day') ?? 0) > 27;
}

function comparesTime({ time, focus }: Parts): boolean {
  return time.against !== null || time.versus !== null || (focus.has('compare') && time.periods.length > 1);
}
