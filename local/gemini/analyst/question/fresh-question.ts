import { chooseTool, defaultMeasures } from '../parts/choose-measures.ts';
import { hasTime, type Parts } from '../parts/parts.ts';
import { manyMembers } from '../reads/view.ts';
import { addUnits, type Day, startOf } from '../time/calendar.ts';
import { toUnit } from '../time/period-units.ts';
import { findTool } from '../vocabulary/declared-terms.ts';
import type { Missing } from '../vocabulary/missing-topic.ts';
import type { Vocabulary } from '../vocabulary/read-declarations.ts';
import { toWords } from '../vocabulary/to-words.ts';
import { toPeriods } from './bare-periods.ts';
import { findClaimedTime } from './claimed-time.ts';
import { countMembers, readMembers, toMemberTool } from './count-members.ts';
import { finishQuestion } from './finish-question.ts';
import {
  boundOnChange,
  lacking,
  lostSplit,
  misfitBound,
  rankingOfChange,
  rankingWithin,
} from './gaps/lacking.ts';
import type { DataQuestion, Question } from './question.ts';
import { toAsked, toAttributes } from './to-asked.ts';
import { findMisfitBound, splitChangeBounds, toConditions } from './to-conditions.ts';
import { asksPart, toDataQuestion } from './to-data-question.ts';
import { isAboutName, toOverview } from './to-overview.ts';
import { toWithin } from './to-within.ts';

/** Makes a complete question of the parts of a sentence alone. */
export function toFreshQuestion(said: Parts, vocabulary: Vocabulary, today: Day): Question {
  const { claimed, among } = findClaimedTime(said);
  const { changeBounds, parts } = splitChangeBounds(withSupplierFigure(withSteps(among, today), vocabulary));
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
  if (!asksPart(parts) && isAboutName(parts, measures, dimensions)) return toOverview(parts);
  const members = readMembers(parts, measures, dimensions);
  const isOfOrders = tool === 'get_purchase_orders' && !dimensions.includes('purchase_order');
  const attributes = isOfOrders ? [] : toAttributes(parts, dimensions, tool);
  if (attributes === null) {
    const words = parts.attributes.map(([attribute]) => toWords(attribute?.name));
    return { kind: 'unheeded', words, names: [] };
  }
  const asking = members === null ? tool : toMemberTool(dimensions, tool, vocabulary);
  const held = countMembers(parts, asking, measures, dimensions, vocabulary);
  const own = measures.length > 0 ? measures : defaultMeasures(parts, asking, vocabulary);
  const asked = held === null ? own : [held];
  // "Are we out of more things in Main than in Bristol?" speaks of a figure; the one that is taken where none is named is another.
  if (asked.length === 0) return { kind: 'unclear' };
  const misfit = findMisfitBound(parts, asking, asked, vocabulary);
  if (misfit !== null) return lacking(misfitBound(misfit));
  const conditions: DataQuestion['conditions'] =
    held === null
      ? toConditions(parts, asking, asked, vocabulary)
      : [{ measure: held, op: 'above', value: 0 }];
  const figures = { tool: asking, measures: asked, conditions, changeBounds, within, members, claimed };
  const named = { measures, dimensions, attributes };
  return finishQuestion(
    toDataQuestion(parts, figures, named, toPeriods(parts, dimensions, today)),
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

/** "How much of it do we have?", "do we still have those?" */
export function asksHoldings({ text, opening }: Pick<Parts, 'text' | 'opening'>): boolean {
  return (
    /\bdo (we|i|you) (still )?have\b/.test(text) ||
    /^(do|does|did) (we|you|i|they)\b/.test(opening) ||
    /^(have|has) (we|you|i|they)( still)? (got|any)\b|\bhave (we|you|i) (still )?got\b/.test(text)
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
  // "How many bikes did Customer 1031 buy?"
  const isBought =
    /\b(?:did|do|does|has|have) (?!(?:we|i)\b)[^?]+ (?:buy|bought|order|ordered|purchased?|take|took)\b/.test(
      text,
    );
  if (focus.has('count') && (time.periods.length > 0 || isBought) && parts.order === null)
    return { ...parts, focus: new Set([...focus, 'sell']) };
  const asksStock = focus.has('count') || asksHoldings({ text, opening });
  const tool = findTool('on_hand', datasets);
  return asksStock && tool !== undefined && time.periods.length === 0
    ? { ...parts, measures: [[{ tool, name: 'on_hand' }]] }
    : null;
}

/** "Month-over-month growth this year": each month beside the one before it. Without a time, the last one that is over. */
function withSteps(parts: Parts, today: Day): Parts {
  const [, said, short = ''] =
    /\b(?:(month|week|quarter)[ -](?:over|on)[ -]\1|(mom|wow|qoq))\b/.exec(parts.text) ?? [];
  const step = said ?? { mom: 'month', wow: 'week', qoq: 'quarter' }[short];
  const [period] = parts.time.periods;
  const grain = (['week', 'month', 'quarter'] as const).find((unit) => unit === step);
  if (grain === undefined || parts.grain !== null || (period?.grain === grain && period.count < 2))
    return parts;
  if (period) return { ...parts, grain, time: { ...parts.time, against: null } };
  const last = toUnit(startOf(addUnits(today, grain, -1), grain), grain);
  return { ...parts, time: { ...parts.time, periods: [last] } };
}

/** Whether nothing of a question is about figures. */
function asksNothing(parts: Parts, measures: string[], dimensions: string[]): boolean {
  const { focus, time } = parts;
  return (
    measures.length === 0 &&
    dimensions.length === 0 &&
    parts.names.length === 0 &&
    parts.filters.length === 0 &&
    parts.order === null &&
    !focus.has('overview') &&
    !focus.has('sell') &&
    !focus.has('why') &&
    !((focus.has('compare') || focus.has('trend')) && (hasTime(time) || parts.grain !== null)) &&
    !focus.has('change') &&
    !(parts.order !== null && parts.grain !== null) &&
    !(parts.grain !== null && parts.time.periods.length > 0) &&
    !(focus.has('total') && parts.time.periods.length > 0)
  );
}
