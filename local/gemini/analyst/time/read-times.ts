import { addDays, type Day, endOf, nameUnit, startOf } from './calendar.ts';
import { readBeyond } from './ends-only.ts';
import { type Period, toSpan } from './period.ts';
import { readStretch } from './read-stretch.ts';
import {
  type Dated,
  isPair,
  isSetElsewhere,
  type Placed,
  pairs,
  partOf,
  standsBeside,
} from './share-years.ts';

/** What a question says of time, piece by piece. */
type Reading = { atoms: Placed[]; dated: Dated[]; words: string[]; today: Day };

/** A time, and the words that say it beside its own. */
type Said = {
  period: Period;
  from: number;
  to: number;
  /** It ends or begins at the time that is named: "the two weeks before Christmas". */
  isStretch?: true;
  /** The next time, where it is its end: "from March to May". */
  end?: Dated;
};

/** The times of a question in its order. `unsaid` is what says no time by itself. */
export function readTimes(reading: Reading): { periods: Period[]; said: Said[]; unsaid: Dated[] } {
  const { dated, words } = reading;
  const compares = words.some((word) => /^(compare|compared|comparing|comparison|versus|vs)$/.test(word));
  const periods: Period[] = [];
  const said: Said[] = [];
  const unsaid: Dated[] = [];
  for (const [at, atom] of dated.entries()) {
    if (said.at(-1)?.end === atom) continue;
    const one = readTime(atom, dated[at + 1], reading);
    if (one === null) {
      unsaid.push(atom);
      continue;
    }
    said.push(one);
    const earlier = periods.at(-1);
    const isSame = earlier?.start === one.period.start && earlier.end === one.period.end;
    // "In spring 2025, March to May": the same time said twice.
    if (!isSame || compares || !standsBeside(dated[at - 1], atom, words)) periods.push(one.period);
  }
  return { periods, said, unsaid };
}

function readTime(named: Dated, next: Dated | undefined, reading: Reading): Said | null {
  const { dated, words, today } = reading;
  const atom = beforeNext(named, next, words);
  const { from, to, period } = atom;
  const before = words.slice(0, from).join(' ');
  if (period.grain === 'day' && /(?:^| )week of$/.test(before)) {
    const week = toSpan(startOf(period.start, 'week'), endOf(period.start, 'week'), 'week');
    return { period: week, from: from - 2, to };
  }
  const stretch = readStretch(atom, words);
  if (stretch) return { ...stretch, to: from, isStretch: true };
  const isOfStock = ofStock.test(words.join(' '));
  const side = dated.length === 1 && !isOfStock ? readBeyond(atom, words, today) : null;
  if (side) return { ...side, to };
  // "The last day of each month this year" is no yesterday.
  if (next && partOf.test(words.slice(to, next.from).join(' '))) return null;
  const [ended] = sinceEnd.exec(before) ?? [];
  if (ended !== undefined && period.end < today && !isOfStock) {
    const since = toSpan(addDays(period.end, 1), today, null);
    const spoken = `since the end of ${period.spoken}`;
    return { period: { ...since, spoken }, from: from - ended.trim().split(' ').length, to };
  }
  const lead = words[from - 1];
  const begins = lead === 'between' || lead === 'from' ? from - 1 : from;
  if (next && isSpan(atom, next, reading)) {
    const span = toSpan(period.start, next.period.end, period.grain);
    return { period: span, from: begins, to: next.from, end: next };
  }
  if (lead === 'since' || (lead === 'from' && /^(on|onwards?)$/.test(words[to] ?? ''))) {
    // "Since Christmas" is from its first day on.
    const spoken = period.holiday === undefined ? period.spoken : nameUnit(period.start, 'day');
    const since = { ...toSpan(period.start, today, null), spoken: `since ${spoken}` };
    return { period: since, from: from - 1, to };
  }
  return { period, from: begins, to };
}

/** "From November to February 2025": the November before, where it has no year of its own. */
function beforeNext(atom: Dated, next: Dated | undefined, words: string[]): Dated {
  const isOpen = next && !atom.hasYear && atom.inYear && next.inYear;
  if (!isOpen || next.period.start >= atom.period.start || words[atom.from - 1] !== 'from') return atom;
  const isSpan = /^(?:to|until|till|through|thru|up to)$/.test(words.slice(atom.to, next.from).join(' '));
  const year = Number(next.period.start.slice(0, 4)) - 1;
  return isSpan && atom.inYear ? { ...atom, period: atom.inYear(year) } : atom;
}

/** "From March to May", "between Q1 and Q3": one time, where nothing sets the two apart. */
function isSpan(atom: Dated, next: Dated, { atoms, words }: Reading): boolean {
  const linking = words.slice(atom.to, next.from).join(' ');
  const lead = words[atom.from - 1];
  const isLinked =
    /^(to|until|till|through|thru|up to)$/.test(linking) || (linking === 'and' && lead === 'between');
  if (!isLinked || next.period.start < atom.period.start) return false;
  const text = words.join(' ');
  const moves = words.some((word) => moveWords.test(word)) || gains.test(text) || happened.test(text);
  // "How much did it grow from 2025 to 2026?" sets them against each other.
  if (moves && isPair(atom.period, next.period)) return false;
  const isLed = lead === 'from' || lead === 'between';
  return isLed || !pairs.test(text) || isSetElsewhere(atoms, atom, next, words);
}

/** Stock is of a day: what is sold since the end of a month is no comparison. */
export const ofStock = /\b(?:stock|stocks|stockouts?|inventory|on hand|cover)\b/;

const sinceEnd = /(?:^| )(?:since|after) (?:the )?end of(?: the)?$/;

const moveWords =
  /^(grew|grown|grow|growth|change|changed|increase|increased|decline|declined|drop|dropped|fell|rose|fall|rise)$/;

/** "What happened to revenue between November and December?" */
const happened = /\bwhat happened (?:to|with)\b/;

/** "Which region gained most between Q1 and Q2?"; but stock is lost, and customers are won, over a time. */
const gains =
  /^(?!.*\b(?:lapsed|new|stock|inventory|goods|shrinkage)\b)(?!.*\b(?:we|i) (?:gain|win|lose|lost)\b).*\b(?:gain(?:s|ed|ing)?|los(?:t|e|es|ing)(?! (?:the )?(?:most )?(?:units|pieces))|improv(?:e|es|ed|ing)|worsen(?:s|ed|ing)?|shrank|shrunk|shrinks?)\b/;
