import type { Parts } from '../../parts/parts.ts';
import { lacking, lostSplit, undone } from '../../question/gaps/lacking.ts';
import type { DataQuestion, Question } from '../../question/question.ts';
import { dimensionsOf, findTerm } from '../../vocabulary/declared-terms.ts';
import type { Vocabulary } from '../../vocabulary/read-declarations.ts';
import { toWords } from '../../vocabulary/to-words.ts';
import { asksLateOfDue } from '../context/late-orders.ts';

type Asked = { parts: Parts; previous: DataQuestion; merged: DataQuestion; vocabulary: Vocabulary };

/**
 * What a follow-up asks of the last question and the two together would leave out without a word; null where they leave out nothing.
 */
export function findLost(
  parts: Parts,
  previous: DataQuestion,
  merged: Question,
  vocabulary: Vocabulary,
): Question | null {
  if (merged.kind !== 'data') return null;
  const asked = { parts, previous, merged, vocabulary };
  const way =
    findLeftIn(asked) ??
    findSame(asked) ??
    findUncounted(asked) ??
    findDivided(asked) ??
    findUnshared(asked) ??
    findOtherUnit(asked) ??
    findLateOfDue(asked) ??
    findReasons(asked);
  return way === null ? findLostRows(asked) : lacking(undone(way));
}

/** "Exclude returns", after revenue: they are in it, and no column that could be taken away. */
function findLeftIn({ parts: { removes, measures }, previous }: Asked): string | null {
  if (removes !== 'figure') return null;
  const isShown = measures.flat().some(({ name }) => previous.measures.includes(name));
  return isShown ? null : `leave out lines with ${toWords(measures[0]?.[0]?.name)}`;
}

/** "How many of them bought this year?", after the customers of last year: they were counted, and not listed. */
function findSame({ parts: { text, time, names }, previous }: Asked): string | null {
  const [name = ''] = previous.measures;
  const areCounted = /^(?:new_)?customers$/.test(name) && previous.dimensions.length === 0;
  const isOther = time.periods.length > 0 && !names.some(({ meant }) => meant);
  return areCounted && isOther && /\bhow many of (?:them|those|these)\b/.test(text)
    ? 'count which of them did so again at another time'
    : null;
}

/** "How many were there?", after the days with more than so much: their number, and no figure of all days. */
function findUncounted({ parts: { text }, previous, merged }: Asked): string | null {
  const areTimes =
    previous.conditions.length > 0 && previous.grain !== null && merged.conditions.length === 0;
  return areTimes &&
    /^(?:and |so )?how many (?:are|were|is|was) (?:there|that|they|those|these|it)\W*$/.test(text)
    ? `count these ${previous.grain}s`
    : null;
}

/** "Average per order", after a rate, a number of customers or a list of orders: only sums are divided. */
function findDivided({ parts, merged, vocabulary }: Asked): string | null {
  const [by] = parts.per ?? [];
  if (by === undefined) return null;
  const [name = ''] = merged.measures;
  const unit = unitOf(merged, vocabulary);
  const isNumber = /^(?:orders|units\w*|purchase_order_count)$/.test(name) && name !== by.name;
  const isSum =
    (unit === 'currency' && !/^average_|_price$|_cost$/.test(name)) || unit === 'units' || isNumber;
  const isOwn =
    merged.per !== null &&
    findTerm({ tool: merged.tool, name: merged.per }, vocabulary.datasets) !== undefined;
  return isSum && isOwn && merged.listed === null && merged.conditions.length === 0
    ? null
    : `divide ${toWords(name)} by ${toWords(by.name)}`;
}

/** "In percent", after what keeps to a bound, or after days and means: neither has a whole. */
function findUnshared({ parts, merged, vocabulary }: Asked): string | null {
  const isList = merged.listed !== null || parts.names.some(({ meant }) => meant);
  if (!parts.focus.has('share') || !merged.share || isList) return null;
  if (merged.conditions.length > 0 && merged.dimensions.length > 0)
    return 'give those within a bound as shares';
  const [name = ''] = merged.measures;
  const isMean = unitOf(merged, vocabulary) === 'days' || /^average_/.test(name);
  return isMean ? `give ${toWords(name)} as a share` : null;
}

/** "Is that a worse rate?", "who is ahead in dollars?", of a figure that has neither. */
function findOtherUnit({ parts, merged, vocabulary }: Asked): string | null {
  if (parts.measures.length > 0 || merged.measures.length !== 1) return null;
  const unit = unitOf(merged, vocabulary);
  const [name] = merged.measures;
  if (inRate.test(parts.text) && unit !== 'fraction') return `tell a rate of ${toWords(name)}`;
  return inMoney.test(parts.text) && unit !== 'currency' ? `tell ${toWords(name)} in money` : null;
}

function findLateOfDue({ parts, previous, merged }: Asked): string | null {
  return asksLateOfDue(merged, parts, previous) ? 'tell what is late of what is due at one time' : null;
}

const inRate = /\b(?:a|the|what|worse|better|higher|lower) rates?\b(?! of\b)/;
const inMoney = /\b(?:in|by) (?:money|dollars|euros|cash|usd|eur)\b|\b(?:most|of the|more|how much) money\b/;

/** "Why?", after what keeps to a bound or what leads: reasons are told of a change alone. */
function findReasons({ parts, previous, merged }: Asked): string | null {
  if (!parts.focus.has('why') || parts.names.length > 0) return null;
  if (merged.conditions.length > 0 || merged.listed !== null) return 'tell why something is in a list';
  const isRanking = previous.order !== null && previous.grain === null && !previous.changes;
  const moves = parts.focus.has('change') || parts.time.periods.length > 0 || parts.time.against !== null;
  return isRanking && !moves ? 'tell why some lead a ranking' : null;
}

/** "And its stock?", after the best customers or late orders: another figure, of none of the rows that were told. */
function findLostRows({ parts, previous, merged, vocabulary }: Asked): Question | null {
  if (merged.tool === previous.tool || ofAll.test(parts.text) || parts.dimensions.length > 0) return null;
  const [figure = ''] = merged.measures;
  const isOfRows = parts.names.some(({ meant }) => meant);
  const isPart = previous.listed !== null || previous.conditions.length > 0 || previous.limit !== null;
  const kept = dimensionsOf(merged.tool, vocabulary.datasets);
  const has = (dimension: string) => kept.some(({ name }) => name === dimension);
  const lost = previous.listed === null ? previous.dimensions.find((name) => !has(name)) : undefined;
  if (lost !== undefined && !isOfRows)
    return { kind: 'missing', spoken: lost, topic: lostSplit(merged.tool, lost, vocabulary) };
  return isPart && previous.dimensions.length > 0 && !isOfRows
    ? lacking(undone(`tell ${toWords(figure)} of just those rows`))
    : null;
}

/** "How much stock do we have?" is asked of all. */
const ofAll = /\b(?:we|our|total|overall|altogether|all|company)\b/;

function unitOf({ tool, measures: [name = ''] }: DataQuestion, { datasets }: Vocabulary): string | undefined {
  return findTerm({ tool, name }, datasets)?.unit;
}
