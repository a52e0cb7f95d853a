import type { Token } from '../vocabulary/words.ts';
import type { Day } from './calendar.ts';
import { endsOnly, readFromYear } from './ends-only.ts';
import { matchAt, toWord } from './match-period.ts';
import type { Period } from './period.ts';
import { readStretch } from './read-stretch.ts';
import { ofStock, readTimes } from './read-times.ts';
import { isVerb } from './seasons.ts';
import { type Dated, inTheirYears, type Placed, toPartOf } from './share-years.ts';
import { toRelative } from './to-relative.ts';

/** What a comparison is made with, where the question says so without naming a period. */
export type Against = 'previous' | 'last_year';

export type FoundPeriods = {
  /** In the order of the question; two make a comparison. */
  periods: Period[];
  against: Against | null;
  /** The one period of the question, where it only says what to compare with: "versus last month". */
  versus: Period | null;
  /** Time that has not come yet: "next month". */
  future: string | null;
  /** Indices of the tokens that say all this. */
  used: Set<number>;
};

/** Finds the periods that a question names: relative, running and fixed ones, spans and comparisons. */
export function findPeriods(tokens: Token[], today: Day, fiscalStartMonth = 1): FoundPeriods {
  const written = tokens.map((token) => toWord(token));
  const words = written.map((word, at) => (isVerb(written, at) ? 'decline' : word));
  const found: Placed[] = [];
  for (let index = 0; index < words.length; ) {
    const named = found.findLast((one) => one.kind === 'period');
    const earlier = named?.kind === 'period' ? named.period.start : null;
    const atom = matchAt(words, index, { today, fiscalStartMonth, tokens, earlier });
    if (atom) found.push(atom);
    index = atom ? atom.to : index + 1;
  }
  return joinAtoms(found, words, today);
}

function joinAtoms(atoms: Placed[], words: string[], today: Day): FoundPeriods {
  const used = new Set<number>();
  for (const { from, to } of atoms) take(used, from, to);
  const relative = toRelative(atoms, words);
  const dated = inTheirYears(
    atoms.filter((atom) => atom.kind === 'period' && atom !== relative?.atom),
    words,
  );
  const times = readTimes({ atoms, dated, words, today });
  for (const { from, to } of times.unsaid) free(used, from, to);
  for (const { from, to } of times.said) take(used, from, to);
  const { periods, ofYear } = settle(times.periods, words);
  // "The two weeks before Christmas" are set against nothing.
  const isOfStretch = (at: number) =>
    times.said.some(({ isStretch, from, to }) => isStretch && from <= at && at < to);
  const set = atoms.findLast((atom) => atom.kind === 'against' && !isOfStretch(atom.from));
  const against = (set?.kind === 'against' ? set.against : ofYear) ?? relative?.against ?? null;
  const ahead = atoms.findLast(({ kind }) => kind === 'future');
  const found = { against, versus: null, future: ahead?.kind === 'future' ? ahead.spoken : null, used };
  const fromYear = readFromYear(dated, words);
  if (fromYear !== null) {
    for (const { from } of dated) for (let at = from - 1; edge.test(words[at] ?? ''); at -= 1) used.add(at);
    return { ...found, periods: [fromYear] };
  }
  const [only] = dated;
  // "Sales through 15 October" says where a time ends and not where it begins.
  if (dated.length === 1 && only && endsOnly(only, words) && against === null) {
    free(used, only.from, only.to);
    return { ...found, periods: [] };
  }
  const beside = findVersus(dated, periods, words);
  if (beside === null) return { ...found, periods };
  take(used, beside.from, beside.to);
  return { ...found, periods: [], versus: beside.period };
}

/** What of the times is one said again, and what only says what another is set against. */
function settle(periods: Period[], words: string[]): { periods: Period[]; ofYear: 'last_year' | null } {
  const [unit, year] = periods;
  const whole = { periods, ofYear: null };
  if (periods.length !== 2 || !unit || !year) return whole;
  // "Brands this year. Only those with more than 10k this year": one time, said again.
  const isSaidAgain = unit.start === year.start && unit.end === year.end;
  if (!isCompared(words)) return isSaidAgain ? { ...whole, periods: [unit] } : whole;
  // "2025 vs last year", asked in 2026: the year before.
  if (isSaidAgain && year.text === 'last year') return { periods: [unit], ofYear: 'last_year' };
  // "October vs last year", "this month vs last year" are set against that of last year.
  const isOfYear = year.text === 'last year' && (isPartOfYear(unit) || unit.holiday !== undefined);
  if (isOfYear && unit.start > year.end) return { periods: [unit], ofYear: 'last_year' };
  // "January against the average of 2024": all of it.
  const isOfAll = /\b(?:average|mean) (?:of|for|in)\b/.test(words.join(' '));
  return { ...whole, periods: [unit, (isOfAll ? null : toPartOf(year, unit)) ?? year] };
}

/** The one time of a question, where it is what all is set against: "than it was at the end of last year". */
function findVersus(
  dated: Dated[],
  [period]: Period[],
  words: string[],
): { period: Period; from: number; to: number } | null {
  const [only] = dated;
  if (dated.length !== 1 || !only || !period || readStretch(only, words) !== null) return null;
  const before = words.slice(0, only.from).join(' ');
  const beside = ofStock.test(words.join(' ')) ? besideEnd.exec(before) : null;
  if (beside) {
    const from = before.slice(0, beside.index).split(' ').filter(Boolean).length;
    // The end of last year is no time that this year's days are set against.
    return { period: { ...period, text: `${period.start}..${period.end}` }, from, to: only.from };
  }
  const lead = words[only.from - 1] ?? '';
  // "Which suppliers did we spend 60k with last quarter?" sets nothing beside it.
  const sets =
    lead !== 'with' || words.some((word) => /^(compar|differ|stack|contrast|difference)/.test(word));
  const isSet = sets && /^(with|to|vs|versus|against|than)$/.test(lead);
  return isSet ? { period, from: only.from, to: only.from } : null;
}

/** Marks words as read. */
export function take(used: Set<number>, from: number, to: number): void {
  for (let at = from; at < to; at += 1) used.add(at);
}

function free(used: Set<number>, from: number, to: number): void {
  for (let at = from; at < to; at += 1) used.delete(at);
}

function isCompared(words: string[]): boolean {
  return words.some((word) => comparing.test(word));
}

function isPartOfYear({ text, grain, count }: Period): boolean {
  return (
    /^(?:week|month|quarter) to date$/.test(text) ||
    ((grain === 'week' || grain === 'month' || grain === 'quarter') &&
      (count === 1 || (grain === 'month' && count === 6)))
  );
}

/** "Than it was at the end of last year", "since the end of last month" */
const besideEnd =
  /(?:^| )(?:(?=(?:than|vs|versus|against|since) )(\w+)(?: (?:it|they|that|we) (?:was|were|had))?(?: (?:at|by))?(?: the)? (?:end|close) of(?: the)?)$/;

/** "Until the end of March" */
const edge = /^(?:until|till|before|up|to|through|thru|the|end|of)$/;

const comparing = /^(compar\w*|versus|vs|against|than|relative)$/;
