import { chooseTool, namesFor } from '../../parts/choose-measures.ts';
import { toDeclaredRate } from '../../parts/declared-rate.ts';
import type { Parts } from '../../parts/parts.ts';
import type { DataQuestion } from '../../question/question.ts';
import { findTerm, holdsStock, measuresOf, toSibling } from '../../vocabulary/declared-terms.ts';
import type { Vocabulary } from '../../vocabulary/read-declarations.ts';
import { toWords } from '../../vocabulary/to-words.ts';
import { asksMoney } from '../../vocabulary/unit-words.ts';

export type MergedFigures = {
  tool: string;
  /** Those that the follow-up names, of the tool. */
  named: string[];
  measures: string[];
  /** What they are a part of: "as a percentage of sales". */
  per?: string;
  /** The figure is what is declared as that part: its rows stay. */
  isDeclared?: true;
};

const asksPartOf =
  /(?<!\w)(?:(?:as|in) (?:a |an )?)?(?:%|percent(?:age)?|per cent|share|proportion|fraction) of\b/;

/** Which figures a follow-up is about: the last ones, others, others beside them, or the same in another unit. */
export function mergeFigures(parts: Parts, previous: DataQuestion, vocabulary: Vocabulary): MergedFigures {
  const { datasets } = vocabulary;
  const { tool, measures: last } = previous;
  const inUnits = toOwnUnits(parts, previous, vocabulary);
  if (inUnits.length > 0) return { tool, named: inUnits, measures: inUnits };
  const isOwn = parts.measures.some((references) => references.some((reference) => reference.tool === tool));
  // "And the stock?" keeps what both tools have.
  const kept = parts.measures.length === 0 || isOwn ? tool : (chooseTool(parts, vocabulary) ?? tool);
  const named = inTheirUnits(parts, previous, namesFor(parts.measures, kept), datasets);
  if (parts.removes === 'figure') {
    const left = last.filter((name) => !named.includes(name));
    return { tool, named: [], measures: left.length > 0 ? left : last };
  }
  if (sortsBy(parts) && kept === tool) return { tool, named, measures: [...new Set([...named, ...last])] };
  // "Share of new customers" is a figure of its own.
  const isRate = findTerm({ tool, name: named[0] ?? '' }, datasets)?.unit === 'fraction';
  const asksPart = named.length === 1 && !isRate && asksPartOf.test(parts.text);
  const whole = asksPart && kept === tool ? (named[0] ?? null) : null;
  // "And what share of margin?", after the share of revenue that wholesale has: its share of that.
  const isOtherShare =
    previous.share && previous.per === null && /\b(?:what|which) (?:share|part)/.test(parts.text);
  if (whole !== null && isOtherShare) return { tool, named: [whole], measures: [whole] };
  if (whole !== null && last[0] !== whole) return toPart(last[0] ?? '', whole, tool, datasets);
  if (named.length > 0)
    return {
      tool: kept,
      named,
      measures:
        (addsFigure(parts) || asksOfRanking(parts, previous)) && kept === tool
          ? [...new Set([...last, ...named])]
          : named,
    };
  if (countsSold(parts, previous, vocabulary)) return { tool, named: ['units'], measures: ['units'] };
  if (sellsMost(parts, previous, vocabulary)) return { tool, named, measures: ['units'] };
  if (growsInSize(parts, previous, vocabulary)) return { tool, named, measures: toFirst(tool, vocabulary) };
  if (!asksWorth(parts)) return { tool, named, measures: last };
  const money = last.filter((name) => findTerm({ tool, name }, datasets)?.unit === 'currency');
  return {
    tool,
    named,
    measures:
      money.length > 0
        ? money
        : [...new Set(last.map((name) => toSibling({ tool, name }, 'currency', datasets) ?? name))],
  };
}

/** "How many orders is that?", after the suppliers that most is spent with: of them, in their order. */
function asksOfRanking({ text, order, dimensions: split }: Parts, previous: DataQuestion): boolean {
  const { order: ranking, limit, conditions, dimensions, changes, grain } = previous;
  const isRanking = ranking !== null && limit === null && conditions.length === 0 && dimensions.length === 1;
  const isBare = order === null && split.length === 0 && !changes && grain === null;
  return isRanking && isBare && howManyIsThat.test(text);
}

const howManyIsThat =
  /^(?:and |so |but )*how (?:many|much) (?!of\b)[a-z -]{3,30} (?:is|was|are|were) (?:that|it|this|those|they)\W*$/;

/** "How many of the first one did we sell?", after revenue: its units. */
function countsSold(
  { focus, measures, counted, conditions, dimensions, text }: Parts,
  { tool, measures: last }: DataQuestion,
  { datasets }: Vocabulary,
): boolean {
  const isBare = [measures, conditions, counted ?? [], dimensions].every((list) => list.length === 0);
  const isMoney = last.every((name) => findTerm({ tool, name }, datasets)?.unit === 'currency');
  const sells = focus.has('count') && focus.has('sell') && /\bhow many\b/.test(text);
  return isBare && isMoney && sells && findTerm({ tool, name: 'units' }, datasets) !== undefined;
}

/** "What was ordered most then?", after the average order: an average is none of how much. */
function sellsMost(
  { measures, conditions, order, text }: Parts,
  { tool, measures: [last = ''] }: DataQuestion,
  { datasets }: Vocabulary,
): boolean {
  const isMean = /^average_|_rate$/.test(last);
  return (
    order !== null &&
    isMean &&
    measures.length + conditions.length === 0 &&
    soldMost.test(text) &&
    findTerm({ tool, name: 'units' }, datasets) !== undefined
  );
}

const soldMost = /\b(?:sell|sells|sold|ordered|bought|buy|buys) (?:the )?(?:most|least|best|worst)\b/;

/** "And returned?", after units that were sold: the units that came back, and not their money. */
function inTheirUnits(
  { text }: Parts,
  { tool, measures: [last = ''] }: DataQuestion,
  named: string[],
  datasets: Vocabulary['datasets'],
): string[] {
  // "And older than a year?", after the value of what is older than half a year.
  const isAged = last.startsWith('aged_value') && !/\b(?:units|pieces|how many)\b/.test(text);
  if (isAged && named.every((name) => name.startsWith('aged_units')))
    return named.map((name) => toSibling({ tool, name }, 'currency', datasets) ?? name);
  const isBare = /^(?:and |but |how many |were )*(?:returned|sent back|came back)\W*$/.test(text);
  if (!isBare || named.join() !== 'returns' || findTerm({ tool, name: last }, datasets)?.unit !== 'units')
    return named;
  return named.map((name) => toSibling({ tool, name }, 'units', datasets) ?? name);
}

/** A margin as a percentage of revenue is the margin rate, where that is declared. */
function toPart(name: string, whole: string, tool: string, datasets: Vocabulary['datasets']): MergedFigures {
  const [rate] = toDeclaredRate([{ tool, name }], [{ tool, name: whole }], datasets) ?? [];
  const isPart = rate !== undefined && findTerm(rate, datasets)?.unit === 'fraction';
  return isPart
    ? { tool, named: [rate.name], measures: [rate.name], isDeclared: true }
    : { tool, named: [], measures: [name], per: whole };
}

/** "Add margin", "with their margin rate": beside what was asked before. */
export function addsFigure({ text, opening, measures, dimensions, order, conditions }: Parts): boolean {
  if (measures.length === 0) return false;
  // "Split it by channel, with the margin rate"
  const isPlain = order === null && conditions.length === 0;
  const splitsWith = dimensions.length > 0 && isPlain && /\bwith (?:the|their|its)\b/.test(text);
  return (
    splitsWith ||
    /^(?:and |now |then |please |can you |could you )*(?:add|plus|also|include|with)\b/.test(opening) ||
    /\b(?:add|added|adding|plus|also|as well|together with|too|next to it|beside it|alongside)\b/.test(text)
  );
}

/** "Which channel grew fastest?", after a rate, is asked of the business and not of the rate. */
function growsInSize({ text }: Parts, { tool, measures }: DataQuestion, { datasets }: Vocabulary): boolean {
  const isRate = (name: string) => findTerm({ tool, name }, datasets)?.unit === 'fraction';
  return /\bgrew relatively most\b/.test(text) && measures.every(isRate);
}

function toFirst(tool: string, { datasets }: Vocabulary): string[] {
  return measuresOf(tool, datasets)
    .slice(0, 1)
    .map(({ name }) => name);
}

/** "Sorted by margin". */
export function sortsBy({ text, measures }: Parts): boolean {
  return (
    measures.length > 0 &&
    /\b(?:sort|sorted|order|ordered|rank|ranked|re-?sort)(?: of \w+(?: \w+)? ["“][^"“”]*["”])?(?: (?:it|them|that|this|those|these|the (?:list|table|rows)))?(?: instead)? by\b/.test(
      text,
    ) &&
    !/\bordered by (?:suppliers?|customers?|vendors?)\b/.test(text)
  );
}

/** "Sort by margin", after late orders: a list of orders has no such figure. */
export function findSortElsewhere(parts: Parts, { listed, tool }: DataQuestion): string | null {
  const isOwn = parts.measures.some((references) => references.some((one) => one.tool === tool));
  if (listed === null || isOwn || !sortsBy(parts)) return null;
  const [[figure] = []] = parts.measures;
  return figure === undefined ? null : toWords(figure.name);
}

export function asksWorth({ text }: Parts): boolean {
  return asksMoney.test(text) || /\b(value|worth|money|cash)\b/.test(text);
}

/** "How many units is that?", of stock value, are the units on hand; of what was received, the units received. */
function toOwnUnits(parts: Parts, { tool, measures }: DataQuestion, { datasets }: Vocabulary): string[] {
  const asksUnits = parts.measures.length === 1 && parts.measures[0]?.some(({ name }) => name === 'units');
  if (!asksUnits || tool === 'query_sales') return [];
  const own = measures.flatMap((name) => toSibling({ tool, name }, 'units', datasets) ?? []);
  return holdsStock(tool, datasets) ? ['on_hand'] : own;
}
