import type { Token } from '../vocabulary/words.ts';
import { addDays, type Day, endOf, nameUnit, startOf } from './calendar.ts';
import { endsOnly, readBeyond, readFromYear } from './ends-only.ts';
import { matchAt, toWord } from './match-period.ts';
import { type Period, toSpan } from './period.ts';
import { readStretch } from './read-stretch.ts';
import { isVerb } from './seasons.ts';
import {
  type Dated,
  inTheirYears,
  isPair,
  isSetElsewhere,
  type Placed,
  pairs,
  partOf,
  standsBeside,
  toPartOf,
} from './share-years.ts';
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

/** "From November to February 2025": the November before, where it has no year of its own. */
function beforeNext(atom: Dated, next: Dated | undefined, words: string[]): Dated {
  const isOpen = next && !atom.hasYear && atom.inYear && next.inYear;
  if (!isOpen || next.period.start >= atom.period.start || words[atom.from - 1] !== 'from') return atom;
  const isSpan = /^(?:to|until|till|through|thru|up to)$/.test(words.slice(atom.to, next.from).join(' '));
  const year = Number(next.period.start.slice(0, 4)) - 1;
  return isSpan && atom.inYear ? { ...atom, period: atom.inYear(year) } : atom;
}

function joinAtoms(atoms: Placed[], words: string[], today: Day): FoundPeriods {
  const used = new Set<number>();
  const periods: Period[] = [];
  const stretched: { from: number; to: number }[] = [];
  let against: Against | null = null;
  let future: string | null = null;
  for (const atom of atoms) for (let index = atom.from; index < atom.to; index += 1) used.add(index);
  const relative = toRelative(atoms, words);
  const moves =
    words.some((word) => moveWords.test(word)) ||
    gains.test(words.join(' ')) ||
    happened.test(words.join(' '));
  const dated = inTheirYears(
    atoms.filter((atom) => atom.kind === 'period' && atom !== relative?.atom),
    words,
  );
  for (let index = 0; index < dated.length; index += 1) {
    const next = dated[index + 1];
    const said = dated[index];
    if (!said) continue;
    const atom = beforeNext(said, next, words);
    const linking = next ? words.slice(atom.to, next.from).join(' ') : '';
    const lead = words[atom.from - 1];
    const isBeside = standsBeside(dated[index - 1], atom, words);
    if (
      atom.period.grain === 'day' &&
      words.slice(Math.max(0, atom.from - 2), atom.from).join(' ') === 'week of'
    ) {
      periods.push(toSpan(startOf(atom.period.start, 'week'), endOf(atom.period.start, 'week'), 'week'));
      used.add(atom.from - 1).add(atom.from - 2);
      continue;
    }
    const stretch = readStretch(atom, words);
    if (stretch) {
      periods.push(stretch.period);
      for (let at = stretch.from; at < atom.from; at += 1) used.add(at);
      stretched.push({ from: stretch.from, to: atom.from });
      continue;
    }
    const isOfStock = ofStock.test(words.join(' '));
    const side = dated.length === 1 && !isOfStock ? readBeyond(atom, words, today) : null;
    if (side) {
      periods.push(side.period);
      for (let at = side.from; at < atom.from; at += 1) used.add(at);
      continue;
    }
    // "The last day of each month this year" is no yesterday.
    if (next && partOf.test(linking)) {
      for (let at = atom.from; at < atom.to; at += 1) used.delete(at);
      continue;
    }
    const [ended] = sinceEnd.exec(words.slice(0, atom.from).join(' ')) ?? [];
    if (ended !== undefined && atom.period.end < today && !isOfStock) {
      const { end, spoken } = atom.period;
      periods.push({ ...toSpan(addDays(end, 1), today, null), spoken: `since the end of ${spoken}` });
      for (let at = atom.from - ended.trim().split(' ').length; at < atom.from; at += 1) used.add(at);
      continue;
    }
    const apart = next !== undefined && next.period.start < atom.period.start;
    const compares = words.some((word) => /^(compare|compared|comparing|comparison|versus|vs)$/.test(word));
    // "How much did it grow from 2025 to 2026?" sets them against each other.
    const setsApart =
      apart ||
      (pairs.test(words.join(' ')) &&
        lead !== 'from' &&
        lead !== 'between' &&
        !(next && isSetElsewhere(atoms, atom, next, words))) ||
      (moves && next !== undefined && isPair(atom.period, next.period));
    const spans =
      !setsApart &&
      (/^(to|until|till|through|thru|up to)$/.test(linking) || (linking === 'and' && lead === 'between'));
    const sinceStart = lead === 'since' || (lead === 'from' && /^(on|onwards?)$/.test(words[atom.to] ?? ''));
    if (next && spans) {
      periods.push(toSpan(atom.period.start, next.period.end, atom.period.grain));
      for (let at = atom.to; at < next.from; at += 1) used.add(at);
      index += 1;
    } else if (sinceStart) {
      const { start, spoken, holiday } = atom.period;
      // "Since Christmas" is from its first day on.
      const said = holiday === undefined ? spoken : nameUnit(start, 'day');
      periods.push({ ...toSpan(start, today, null), spoken: `since ${said}` });
      used.add(atom.from - 1);
    } else periods.push(atom.period);
    if (lead === 'between' || lead === 'from') used.add(atom.from - 1);
    // "In spring 2025, March to May": the same time said twice.
    const [earlier, latest] = periods.slice(-2);
    if (isBeside && !compares && earlier?.start === latest?.start && earlier?.end === latest?.end)
      periods.pop();
  }
  // "Brands this year. Only those with more than 10k this year": one time, said again.
  const [one, again] = periods;
  const isSaidAgain = one?.start === again?.start && one?.end === again?.end;
  if (periods.length === 2 && isSaidAgain && !isCompared(words)) periods.pop();
  // "October vs last year" is set against that October.
  const [unit, year] = periods;
  if (
    periods.length === 2 &&
    unit &&
    year?.text === 'last year' &&
    (isPartOfYear(unit) || unit.holiday !== undefined) &&
    unit.start > year.end
  )
    if (isCompared(words)) {
      periods.pop();
      against = 'last_year';
    }
  const same = unit && year && periods.length === 2 && isCompared(words) ? toPartOf(year, unit) : null;
  if (same) periods.splice(1, 1, same);
  for (const atom of atoms) {
    // "The two weeks before Christmas" are set against nothing.
    const isOfStretch = stretched.some(({ from, to }) => from <= atom.from && atom.from < to);
    if (atom.kind === 'against' && !isOfStretch) against = atom.against;
    if (atom.kind === 'future') future = atom.spoken;
  }
  against ??= relative?.against ?? null;
  const [only] = dated;
  const fromYear = readFromYear(dated, words);
  if (fromYear !== null) {
    for (const { from } of dated) for (let at = from - 1; edge.test(words[at] ?? ''); at -= 1) used.add(at);
    return { periods: [fromYear], against, versus: null, future, used };
  }
  // "Sales through 15 October" says where a time ends and not where it begins.
  if (dated.length === 1 && only && endsOnly(only, words) && against === null) {
    for (let index = only.from; index < only.to; index += 1) used.delete(index);
    return { periods: [], against, versus: null, future, used };
  }
  const before = words.slice(0, only?.from ?? 0).join(' ');
  // "Than it was at the end of last year", "since the end of last month"
  const beside = ofStock.test(words.join(' ')) ? besideEnd.exec(before) : null;
  const lead = beside ? '' : (words[(only?.from ?? 0) - 1] ?? '');
  // "Which suppliers did we spend 60k with last quarter?" sets nothing beside it.
  const sets =
    lead !== 'with' || words.some((word) => /^(compar|differ|stack|contrast|difference)/.test(word));
  const isVersus =
    dated.length === 1 &&
    only &&
    sets &&
    readStretch(only, words) === null &&
    (beside !== null || /^(with|to|vs|versus|against|than)$/.test(lead));
  const [other] = periods;
  if (isVersus && other && beside && only) {
    const from = before.slice(0, beside.index).split(' ').filter(Boolean).length;
    for (let at = from; at < only.from; at += 1) used.add(at);
    // The end of last year is no time that this year's days are set against.
    const versus = { ...other, text: `${other.start}..${other.end}` };
    return { periods: [], against, versus, future, used };
  }
  const versus = isVersus ? (other ?? null) : null;
  return { periods: versus ? [] : periods, against, versus, future, used };
}

function isCompared(words: string[]): boolean {
  return words.some((word) => comparing.test(word));
}

function isPartOfYear({ grain, count }: Period): boolean {
  return (
    (grain === 'week' || grain === 'month' || grain === 'quarter') &&
    (count === 1 || (grain === 'month' && count === 6))
  );
}

/** Stock is of a day: what is sold since the end of a month is no comparison. */
const ofStock = /\b(?:stock|stocks|stockouts?|inventory|on hand|cover)\b/;
const sinceEnd = /(?:^| )(?:since|after) (?:the )?end of(?: the)?$/;
const besideEnd =
  /(?:^| )(?:(?=(?:than|vs|versus|against|since) )(\w+)(?: (?:it|they|that|we) (?:was|were|had))?(?: (?:at|by))?(?: the)? (?:end|close) of(?: the)?)$/;

/** "Until the end of March" */
const edge = /^(?:until|till|before|up|to|through|thru|the|end|of)$/;

const comparing = /^(compar\w*|versus|vs|against|than|relative)$/;

const moveWords =
  /^(grew|grown|grow|growth|change|changed|increase|increased|decline|declined|drop|dropped|fell|rose|fall|rise)$/;

/** "What happened to revenue between November and December?" */
const happened = /\bwhat happened (?:to|with)\b/;

/** "Which region gained most between Q1 and Q2?"; but stock is lost, and customers are won, over a time. */
const gains =
  /^(?!.*\b(?:lapsed|new|stock|inventory|goods|shrinkage)\b)(?!.*\b(?:we|i) (?:gain|win|lose|lost)\b).*\b(?:gain(?:s|ed|ing)?|los(?:t|e|es|ing)(?! (?:the )?(?:most )?(?:units|pieces))|improv(?:e|es|ed|ing)|worsen(?:s|ed|ing)?|shrank|shrunk|shrinks?)\b/;
