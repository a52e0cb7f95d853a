import { type Parts, setsTimes } from '../../parts/parts.ts';
import type { DataQuestion, Meant } from '../../question/question.ts';
import { aboveOne } from '../../vocabulary/numbers.ts';
import type { MergedFigures } from './merge-figures.ts';
import { asksWorth, sortsBy } from './merge-figures.ts';
import { meantOf } from './merge-split.ts';
import type { MergedTime } from './merge-time.ts';

/** A follow-up and the question that it changes, with the figures, the time and the split that both come to. */
export type Merge = {
  parts: Parts;
  previous: DataQuestion;
  figures: MergedFigures;
  time: MergedTime;
  dimensions: string[];
  /** The dimensions that the follow-up names. */
  shown: string[];
};

/** The way in which the follow-up ranks, if it does. */
export function rankedWay({ parts }: Merge): Parts['order'] {
  return parts.order ?? (sortsBy(parts) ? 'desc' : null);
}

type Split = Pick<Merge, 'parts' | 'previous' | 'shown'>;

export function asksTotal({ parts: { focus }, shown }: Split): boolean {
  return focus.has('total') && shown.length === 0 && !focus.has('share');
}

/** "How many orders are late?", after the first of a ranking: of all of them. */
export function countsAll(merge: Merge): boolean {
  const { parts, previous, shown } = merge;
  return (
    parts.focus.has('count') &&
    shown.length === 0 &&
    previous.limit !== null &&
    rankedWay(merge) === null &&
    /\bhow many (?!of (?:them|those|these)\b)/.test(parts.text) &&
    meantOf(parts).length === 0
  );
}

/** Whether several rows of the last answer are meant. */
export function isOfSome({ parts }: Merge): boolean {
  return meantOf(parts).some(({ isOne, filter }) => !isOne && filter?.op === 'is');
}

/** The one row of the last answer that is meant, if it is one. */
export function findOne({ parts }: Merge): Meant | undefined {
  return meantOf(parts).find((meant) => meant.isOne && meant.filter?.op === 'is');
}

/** Whether the rows give way to one figure. */
export function dropsRows(merge: Merge): boolean {
  const { parts } = merge;
  const isOfAll = parts.removes === 'split' || (asksTotal(merge) && !sumsFirst(merge));
  return isOfAll || findOne(merge) !== undefined || countsAll(merge);
}

/** "Together?", after the top five: of those, and not of all. */
export function sumsFirst(merge: Split): boolean {
  const { limit, order, dimensions } = merge.previous;
  const isOfFirst = limit !== null && limit > 1 && order !== null && dimensions.length === 1;
  return isOfFirst && asksTotal(merge) && together.test(merge.parts.text);
}

const together =
  /^(?:and |so |what(?:['’]s)? |how (?:much|many) |is |are |was |were |do |did |make |does |come to |that |it |they |those |these |all |the |their )*(?:(?:added )?together|combined|in total|in all|altogether|total value|sum|(?:add(?:ed)?|sum(?:med)?) up(?: to)?)\W*$/;

/** "By supplier", after a list of late orders: their number by supplier. */
export function countsList({ parts, previous, shown }: Merge): boolean {
  return previous.listed !== null && (shown.length > 0 || parts.grain !== null);
}

/** "Their total value?", of a list that has more figures beside its own. */
export function sumsList(merge: Merge): boolean {
  return asksTotal(merge) && asksWorth(merge.parts) && merge.previous.dimensions.length > 0;
}

export function comparesTime({ parts, previous, time }: Merge): boolean {
  return parts.time.against !== null || time.against !== previous.against || time.periods.length > 1;
}

/** Whether the comparison of the last question is over: "who bought most of it?", "which store was best?", "which month was the worst?", after how it moved. */
export function endsComparison(merge: Merge): boolean {
  const { parts, previous, shown } = merge;
  if (parts.removes === 'comparison') return true;
  if (rankedWay(merge) === null || movesOn(parts)) return false;
  const { text, focus, grain } = parts;
  const isOfLevel = focus.has('sell') || ofLevel.test(text) || ofBest.test(text);
  // "What sold best?", after a week against that of the year before, or after what grew most: products, which it need not say.
  const ofSold = focus.has('sell') && grain === null;
  if ((shown.length > 0 && isOfLevel) || ofSold) return true;
  const asksBest = !previous.changes && shown.length + previous.dimensions.length > 0 && best.test(text);
  return asksBest || (shown.length === 0 && grain !== null && grain === previous.grain);
}

/** Speaks of how a figure moved. */
function movesOn({ focus, time }: Parts): boolean {
  return setsTimes(time) || /(?:change|compare|why|trend)/.test([...focus].join());
}

const best =
  /^(?:and |so |but )*(?:which|who|what)(?: (?!of\b)\w+)? (?:is|was|did|does|were|are) (?:the )?(?:best|worst|strongest|weakest|highest|lowest|biggest|largest|smallest)(?: one)?\W*$/;

/** Who has most of it, and not of its change. */
const ofLevel =
  /^(?:and )?who\b(?!.*\bcontribut)|\b(?:gets?|got|holds?|held|takes?(?: in)?|took(?: in)?|receives?|received|keeps?|kept|brings?(?: in)?|brought(?: in)?|makes?|made|earns?|earned|spends?|spent|sells?|sold) (?:the )?(?:most|least|fewest)\b/;

/** "Its five best products", after how it moved: by their size, and not by how they moved. */
const ofBest = new RegExp(
  `\\b(?:best|worst|top|strongest|weakest)(?: (?:\\d+|${aboveOne}))?(?:[- ]sell(?:ing|ers?))? (?!mover|gainer|loser|grow|climb|fall|chang|contribut)`,
);
