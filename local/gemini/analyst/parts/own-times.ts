import type { NameMention } from '../question/question.ts';
import { periodBefore, yearBefore } from '../reads/compare-sides.ts';
import { addDays } from '../time/calendar.ts';
import { type Period, toSpan } from '../time/period.ts';
import { type Token, toTokens } from '../vocabulary/words.ts';
import type { Parts } from './parts.ts';

/**
 * "More Knives in October than Cookware in September": names on both sides of a word that sets them against each other, and a time on
 * each side. Both times of all of them would be another question.
 */
export function withOwnTimes(said: Parts): Parts {
  const tokens = toTokens(said.text);
  const items = toItems(said, tokens);
  const parts = withJointTime(said, items, tokens);
  const halves = splitItems(items, tokens);
  if (halves === null) return parts;
  const [one, other] = halves.map((half) => half.filter(isNamed).map(({ name }) => name));
  const texts = (names: NameMention[] = []) => names.map(({ text }) => text.toLowerCase()).sort();
  if (texts(one).join() === texts(other).join()) return parts;
  const [first, second] = halves.map((half) => half.filter(isDated));
  // "Halcyon in Q3 with Vandrer in Q3 and Q2"
  if (first?.length !== 1 || second?.length !== 1) return isSeveral(parts) ? refused(parts, halves) : parts;
  const periods = toPeriods(parts);
  if (periods === null || first[0] === undefined || second[0] === undefined) return parts;
  // "Kitchen in October with Garden in October" has one time, said twice.
  if (first[0].said === second[0].said)
    return { ...parts, time: { ...parts.time, periods: periods.slice(0, 1), against: null } };
  // "Kitchen in October than in September in the East" may be all of one place.
  const isSure = halves[1]?.[0] !== undefined && isNamed(halves[1][0]);
  const own = (name: NameMention): NameMention => {
    const at = one?.includes(name) ? 0 : 1;
    const period = periods[at];
    const half = (at === 0 ? one : other) ?? [];
    const isOuter = half.length > 1 && (at === 0 ? half[0] === name : half.at(-1) === name);
    return period === undefined ? name : { ...name, own: { side: at, period, isSure, isOuter } };
  };
  return { ...parts, names: parts.names.map(own) };
}

/** "East in July and August compared with South": two months of both, in one stretch. */
function withJointTime(parts: Parts, items: Item[], tokens: Token[]): Parts {
  const at = items.findIndex((item, index) => {
    const next = items[index + 1];
    return isDated(item) && next !== undefined && isDated(next) && wordsBetween(item, next, tokens) === 'and';
  });
  const [before, first, second, after, ...more] = items.slice(Math.max(0, at - 1));
  const [one, other, ...others] = parts.time.periods;
  const isBetween = before && first && second && after && isNamed(before) && isNamed(after);
  if (at < 1 || !isBetween || more.some(isDated) || !one || !other || others.length > 0) return parts;
  if (!compares.test(wordsBetween(second, after, tokens)) || addDays(one.end, 1) !== other.start)
    return parts;
  const periods = [toSpan(one.start, other.end, one.grain)];
  return { ...parts, time: { ...parts.time, periods } };
}

type Item = { from: number; to: number } & (
  | { kind: 'name'; name: NameMention }
  | { kind: 'time'; said: string }
);
type Named = Extract<Item, { kind: 'name' }>;
type Dated = Extract<Item, { kind: 'time' }>;

const isNamed = (item: Item): item is Named => item.kind === 'name';
const isDated = (item: Item): item is Dated => item.kind === 'time';

/** Names and times as they stand in the sentence. */
function toItems({ names, time }: Parts, tokens: Token[]): Item[] {
  const items: Item[] = [];
  const words = (text: string) => toTokens(text.toLowerCase()).map(({ word }) => word);
  let next = 0;
  for (const name of names) {
    if (name.meant || name.optional || name.excluded) continue;
    const said = words(name.text);
    const at = tokens.findIndex(
      (_, index) => index >= next && said.every((word, offset) => tokens[index + offset]?.word === word),
    );
    if (at < 0 || said.length === 0) return [];
    next = at + said.length;
    items.push({ kind: 'name', name, from: at, to: next });
  }
  const used = [...time.used].sort((a, b) => a - b);
  for (const at of used) {
    const word = tokens[at]?.word ?? '';
    const last = items.at(-1);
    if (last?.kind === 'time' && last.to === at)
      Object.assign(last, { to: at + 1, said: `${last.said} ${word}` });
    else items.push({ kind: 'time', said: word, from: at, to: at + 1 });
  }
  return items.toSorted((a, b) => a.from - b.from);
}

/** Where the sentence sets one half against the other: each has a name and a time. */
function splitItems(items: Item[], tokens: Token[]): [Item[], Item[]] | null {
  const isWhole = (half: Item[]) =>
    half.some(isNamed) &&
    half.some(isDated) &&
    half.every((item, at) => !isApart(half[at - 1], item, tokens));
  const found = items.flatMap((item, at): [Item[], Item[]][] => {
    const before = items[at - 1];
    if (before === undefined) return [];
    const gap = wordsBetween(before, item, tokens);
    // "The East in July and August with the South": both months are of both.
    if (isDated(before) && isDated(item) && /^(?:and|or|to)$/.test(gap)) return [];
    const halves: [Item[], Item[]] = [items.slice(0, at), items.slice(at)];
    return sets.test(gap) && halves.every(isWhole) ? [halves] : [];
  });
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** "In September, and Garden": no time of Garden's. */
function isApart(before: Item | undefined, item: Item, tokens: Token[]): boolean {
  return before !== undefined && before.kind !== item.kind && joins.test(wordsBetween(before, item, tokens));
}

function wordsBetween(before: Item, after: Item, tokens: Token[]): string {
  return tokens
    .slice(before.to, after.from)
    .map(({ word }) => word)
    .join(' ');
}

const sets = /\b(?:than|vs|versus|against|with|to|and|or|from|beat|beats|exceed|exceeds|ahead)\b/;
const joins = /\b(?:and|or)\b/;
const compares = /\b(?:compare\w*|than|vs|versus|against|with)\b/;

/** The two times, also where the second is said by the first: "online last month versus store the month before". */
function toPeriods({ time: { periods, against, versus } }: Parts): [Period, Period] | null {
  const [first, second, ...more] = periods;
  if (first === undefined || more.length > 0 || versus !== null) return null;
  if (second !== undefined) return against === null ? [first, second] : null;
  if (against === null) return null;
  return [first, against === 'last_year' ? yearBefore(first) : periodBefore(first)];
}

function isSeveral({ time }: Parts): boolean {
  return time.periods.length > 2;
}

function refused(parts: Parts, halves: [Item[], Item[]]): Parts {
  const spoken = halves.map((half) => {
    const [name] = half.filter(isNamed);
    return `${name?.name.text} in ${half.filter(isDated).length > 1 ? 'several times' : 'one time'}`;
  });
  const [name] = parts.names;
  const topic = {
    missing: `way to set ${spoken.join(' against ')}`,
    nearest: `What was the revenue of ${name?.text} last month?`,
  };
  return { ...parts, missing: parts.missing ?? { topic, spoken: '', names: [] } };
}
