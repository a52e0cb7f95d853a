import type { Match } from '../vocabulary/match-phrases.ts';
import { toNumber, toOrdinal } from '../vocabulary/numbers.ts';
import type { Token } from '../vocabulary/words.ts';

/** Places in a ranking: from the third to the fourth, or both ends of it. */
export type Place = { from: number; to: number } | 'ends';

/** "The second best", "third and fourth", "ranked 11 to 20", "best and worst": the places in a ranking. Their words count as used. */
export function findPlace(tokens: Token[], matches: Match[], used: Set<number>): Place | null {
  const ends = findEnds(tokens, matches);
  const found = ends ? ends : (findOrdinals(tokens, matches, used) ?? findNumbers(tokens, used));
  for (const at of found?.at ?? []) used.add(at);
  return found?.place ?? null;
}

type Found = { place: Place; at: number[] };

/** "Third and fourth best", "second to fifth largest" */
function findOrdinals(tokens: Token[], matches: Match[], used: ReadonlySet<number>): Found | null {
  const ordinal = (at: number) => (used.has(at) ? null : toOrdinal(tokens[at]?.word ?? ''));
  for (const { concept, from } of matches) {
    const ranks = concept.kind === 'order' || /^(best|worst)$/.test(tokens[from]?.word ?? '');
    const last = ranks ? ordinal(from - 1) : null;
    if (last === null) continue;
    const joint = /^(?:and|to|through|until)$/.exec(tokens[from - 2]?.word ?? '')?.[0];
    const first = joint === undefined ? null : ordinal(from - 3);
    // "The second and fifth best" are no stretch of it.
    const isStretch = first !== null && (joint === 'and' ? last === first + 1 : last > first);
    if (isStretch) return { place: { from: first, to: last }, at: [from - 3, from - 2, from - 1] };
    // "The best and the second best"
    const follows = matches.some((other) => other.concept.kind === 'order' && other.to === from - 2);
    const isAfterBest = last === 2 && joint === 'and' && follows;
    return { place: { from: isAfterBest ? 1 : last, to: last }, at: [from - 1] };
  }
  return null;
}

/** "Ranked 11 to 20", "places 4-6" */
function findNumbers(tokens: Token[], used: ReadonlySet<number>): Found | null {
  const at = tokens.findIndex(({ word }, index) => ranked.test(word) && !used.has(index + 1));
  const word = (ahead: number) => tokens[at + ahead]?.word ?? '';
  if (at < 0) return null;
  const [, start, end] = /^(\d+)[-–](\d+)$/.exec(word(1)) ?? [];
  const isJoined = /^(?:to|through|until|and)$/.test(word(2));
  const from = toPlace(start ?? word(1));
  const to = toPlace(end ?? (isJoined ? word(3) : ''));
  if (from === null || to === null || to <= from || to > 200) return null;
  if (end === undefined && word(2) === 'and' && to !== from + 1) return null;
  return { place: { from, to }, at: end === undefined ? [at, at + 1, at + 2, at + 3] : [at, at + 1] };
}

const ranked = /^(?:rank|ranks|ranked|ranking|places?|positions?|numbers?)$/;

function toPlace(word: string): number | null {
  const place = /^\d+$/.test(word) ? Number(word) : toOrdinal(word);
  return place !== null && place > 0 ? place : null;
}

/** "Best and worst category", "the top 3 and the bottom 3": so many of both ends, each as many. */
function findEnds(tokens: Token[], matches: Match[]): Found | null {
  const edges = matches.flatMap((match) => {
    const way = toWay(match, tokens);
    return way === null ? [] : [{ ...match, way }];
  });
  for (const [index, one] of edges.entries()) {
    const other = edges[index + 1];
    if (!other || other.way === one.way) continue;
    const between = tokens.slice(one.to, other.from).map(({ word }) => word);
    const joint = /^(?:(\w+) )??(?:\w+ )??(?:and|or)(?: the| our)?(?: (\w+))?$/.exec(between.join(' '));
    if (!joint && between.length > 0) continue;
    // "The largest region and the smallest category" are two questions.
    const noun = between.find((word) => !/^(?:and|or|the|our)$/.test(word) && toNumber(word) === null);
    const next = tokens.slice(other.to).find(({ word }) => toNumber(word) === null)?.word ?? '';
    if (noun !== undefined && noun !== next && !ends.test(next)) continue;
    const before = number(tokens[one.to]) ?? number(tokens[one.from - 1]);
    const after = number(tokens[other.to]) ?? number(tokens[other.from - 1]);
    const isUneven = after !== null && after !== before && before !== null;
    const isOther = between.length > 0 && number(tokens[other.from - 1]) === null && joint?.[2] !== undefined;
    if (isUneven || isOther) return null;
    const isJoint = (at: number) => /^(?:and|or|the|our)$/.test(tokens[at]?.word ?? '');
    const said = [...between.keys()].map((at) => at + one.to).filter(isJoint);
    // Of two numbers that are the same the first one is the limit.
    const again =
      before === null || after === null ? [] : number(tokens[other.to]) ? [other.to] : [other.from - 1];
    return { place: 'ends', at: [...said, ...again] };
  }
  return null;
}

const ends = /^(?:|in|by|of|for|last|this|over|during|since|on|from|at)$/;

function number(token: Token | undefined): number | null {
  return token === undefined || token.word === 'one' ? null : toNumber(token.word);
}

/** "Best month" names the unit, too. */
function toWay({ concept, from }: Match, tokens: Token[]): 'asc' | 'desc' | null {
  if (concept.kind === 'order') return concept.direction;
  const word = tokens[from]?.word ?? '';
  if (concept.kind !== 'grain' || !/^(?:best|worst)$/.test(word)) return null;
  return word === 'best' ? 'desc' : 'asc';
}
