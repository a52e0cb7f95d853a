import type { Lexicon, Reference } from '../vocabulary/lexicon.ts';
import type { Match } from '../vocabulary/match-phrases.ts';
import type { Token } from '../vocabulary/words.ts';
import { isOfBuyers } from './bound-goods.ts';
import type { FoundCondition } from './find-conditions.ts';

/** Sets each bound beside its measure. "Below 10 units": the unit of the number is no measure of its own. */
export function withBounds(
  matches: Match[],
  conditions: FoundCondition[],
  tokens: Token[],
  times: ReadonlySet<number>,
): { matches: Match[]; bounds: Map<Match, number[]> } {
  const bounds = new Map<Match, number[]>();
  const units = new Set<Match>();
  for (const [index, condition] of conditions.entries()) {
    const { bound, unit } = bindCondition(condition, matches, tokens, times);
    if (unit) units.add(unit);
    if (bound) bounds.set(bound, [...(bounds.get(bound) ?? []), index]);
  }
  return { matches: matches.filter((match) => !units.has(match)), bounds };
}

/** "No more than five regions" says how many are shown, and bounds no figure. */
export function isListSize({ op, unit, to }: FoundCondition, phrases: Match[], tokens: Token[]): boolean {
  const noun = phrases.find(({ from }) => from === to);
  if (!noun) return false;
  const last = tokens[noun.to - 1];
  return (
    op === 'at_most' &&
    unit === null &&
    last !== undefined &&
    last.word !== last.lemma &&
    (noun.concept.kind === 'dimension' ||
      (noun.concept.kind === 'measure' && noun.concept.or !== undefined)) &&
    !phrases.some(({ concept }) => concept.kind === 'focus' && concept.focus === 'count')
  );
}

/** "Revenue above 1k or units below 20": all bounds hold at once, so one of two cannot be asked. */
export function findOr(conditions: FoundCondition[], tokens: Token[]): number[] {
  const [first, second] = conditions;
  if (!first || !second || second.from < first.to) return [];
  const at = tokens.findIndex(({ word }, index) => word === 'or' && index >= first.to && index < second.from);
  return at < 0 ? [] : [at];
}

/** "Sold more than 500", "over 500 pieces". */
export function saysUnits(tokens: Token[], { from, to, unit, value }: FoundCondition): boolean {
  const before = tokens[from - 1]?.word ?? '';
  const after = tokens[to]?.word ?? '';
  return (
    unit === null &&
    // "Did bikes sell more than 30 million?" speaks of money.
    value < 1e6 &&
    (/^(sold|sell|sells|selling|moved)$/.test(before) || /^(pieces?|pcs|items?)$/.test(after))
  );
}

/** The measure of units sold, by its word. */
export function findUnits({ entries }: Lexicon): Reference[] | null {
  const concept = entries.get('unit')?.find(({ lemmas }) => lemmas.length === 1)?.concept;
  return concept?.kind === 'measure' ? concept.references : null;
}

const joining =
  /^(is|are|was|were|of|at|that|which|has|have|being|a|an|the|in|rate|value|stays?|amount|levels?|figures?|different|distinct|unique|separate)$/;

/**
 * The measure that a bound is about: the one right after it ("more than 10k revenue") or before it ("margin below 20 %").
 * "Stock below 10 units": the unit of the number is no measure of its own.
 */
function bindCondition(
  condition: FoundCondition,
  matches: Match[],
  tokens: Token[],
  times: ReadonlySet<number>,
): { bound: Match | null; unit: Match | null } {
  // "Whose revenue this year is above 10k": a time may stand between.
  const isJoined = (from: number, to: number) => {
    const between = tokens.slice(from, to).filter((_, offset) => !times.has(from + offset));
    return between.length <= 3 && between.every(({ word }) => joining.test(word));
  };
  const measures = matches.filter(({ concept }) => concept.kind === 'measure');
  const last = measures.findLast(({ to }) => to <= condition.from && isJoined(to, condition.from)) ?? null;
  const before = last !== null && isOfBuyers(last, tokens, matches) ? null : last;
  const after = measures.find(({ from }) => from >= condition.to && isJoined(condition.to, from)) ?? null;
  const isUnit =
    after !== null &&
    after.from === condition.to &&
    /^(unit|piece|item)s?$/.test(tokens[after.from]?.word ?? '') &&
    after.to === after.from + 1;
  // "Between 10 and 40 units available": of the measure that the unit is followed by.
  const own = isUnit ? measures.find(({ from }) => from === after.to) : undefined;
  if (own && after) return { bound: own, unit: after };
  // "Products sold more than 200 units": the units are the measure.
  const counts =
    before?.concept.kind === 'measure' &&
    before.concept.references.some(({ name }) => name === 'products_sold');
  if (before && isUnit && !counts) return { bound: before, unit: after };
  return { bound: after?.from === condition.to ? after : (before ?? after), unit: null };
}
