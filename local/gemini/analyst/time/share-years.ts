import { addDays, endOf } from './calendar.ts';
import { type Period, toSpan } from './period.ts';
import type { Atom } from './period-units.ts';

/** What was found, with the tokens that say it. */
export type Placed = Atom & { from: number; to: number };
export type Dated = Placed & { kind: 'period' };

/** The periods of a question, in its order, each in the year that it means: "Q1 and Q2 2025" names it once. */
export function inTheirYears(atoms: Placed[], words: string[]): Dated[] {
  return joinRuns(apartByYear(shareYears(ofEachYear(withYear(atoms, words), words), words), words), words);
}

/** "October 2024, 2025 and 2026", "December 2025 vs 2024": that part of each of the years. */
function ofEachYear(atoms: Placed[], words: string[]): Placed[] {
  const placed: Placed[] = [];
  for (const atom of atoms) {
    const inYear = partBefore(placed, atom, words);
    placed.push(inYear && atom.kind === 'period' ? { ...atom, period: inYear(atom.year), inYear } : atom);
  }
  return placed;
}

/** How the part before a year is one of that year; null where the year is meant by itself. */
function partBefore(placed: Placed[], atom: Placed, words: string[]): ((year: number) => Period) | null {
  const [first, before] = [placed.at(-2), placed.at(-1)];
  const isYear = atom.kind === 'period' && /^\d{4}$/.test(atom.period.text);
  if (!isYear || before?.kind !== 'period' || !before.hasYear || !before.inYear) return null;
  if (atom.year === before.year || !listed.test(between(before, atom, words))) return null;
  // "July to September 2025 vs 2024" is of more than the one month.
  const isRun = first !== undefined && linked.test(between(first, before, words));
  const isOfParts = first?.kind === 'period' && first.inYear !== undefined && first.hasYear;
  return isRun && !isOfParts ? null : before.inYear;
}

const linked = /^(?:and|to|until|till|through|or)?$/;
const listed = /^(?:and|or|vs|versus|against|compared (?:to|with))?$/;

/** "March and April 2014 compared with March and April 2013": two stretches, and not four months. */
function joinRuns(atoms: Dated[], words: string[]): Dated[] {
  const links = atoms.slice(1).map((atom, index) => between(atoms[index], atom, words));
  // "Compare January to June 2025 to January to June 2024": the "to" in the middle sets them apart.
  const isOfFour = links.length === 3 && links.every((link) => link === 'to');
  if (isOfFour && words.some((word) => /^compar/.test(word)))
    return [atoms.slice(0, 2), atoms.slice(2)].flatMap(joinAll);
  if (links.length < 2 || links.filter((link) => sets.test(link)).length !== 1) return atoms;
  const at = links.findIndex((link) => sets.test(link)) + 1;
  const isListed = links.every((link, index) => index === at - 1 || /^(?:and)?$/.test(link));
  if (!isListed) return atoms;
  return [atoms.slice(0, at), atoms.slice(at)].flatMap(joinRun);
}

function joinRun(run: Dated[]): Dated[] {
  const adjoins = run.every(
    ({ period }, at) => at === 0 || addDays(run[at - 1]?.period.end ?? '', 1) === period.start,
  );
  return adjoins ? joinAll(run) : run;
}

/** The stretch from the first to the last of them. */
function joinAll(run: Dated[]): Dated[] {
  const [first, last] = [run[0], run.at(-1)];
  if (!first || !last || run.length < 2) return run;
  const period = toSpan(first.period.start, last.period.end, first.period.grain);
  return [{ ...first, to: last.to, period }];
}

const joins =
  /\b(?:and|or|to|until|till|through|since|from|before|after|for|vs|versus|against|compare\w*|than|with|over)\b/;
const sets = /\b(?:vs|versus|against|compare\w*|than|with)\b/;

const ends = /^(?:up to|until|till|through|thru|before)(?: the)?(?: end of)?$/;

function between(before: Placed | undefined, atom: Placed | undefined, words: string[]): string {
  return before === undefined || atom === undefined ? '' : words.slice(before.to, atom.from).join(' ');
}

/** "Q1 and Q2 turnover of 2026", "March sales 2014": the year is that of the part, not a time beside it. */
function withYear(atoms: Placed[], words: string[]): Placed[] {
  const isYear = (atom: Placed, at: number) => {
    if (atom.kind !== 'period') return false;
    if (atom.period.grain !== 'year' && atom.period.text !== 'year to date') return false;
    // "Sales of last year through September" begin with that year.
    if (ends.test(between(atom, atoms[at + 1], words))) return false;
    // "Sales in March and in 2013" are two times.
    const isListed = /^(?:and|or|vs|versus|than|with|against|to)$/.test(words[atom.from - 2] ?? '');
    const linking = between(atoms[at - 1], atom, words);
    // "January against the average of 2024"
    if (/^(of|in)$/.test(words[atom.from - 1] ?? '')) return !isListed && !sets.test(linking);
    if (/^\d{4}$/.test(atom.period.text)) return linking !== '' && !joins.test(linking);
    return saidYear.test(atom.period.text) && ofFigure.test(linking);
  };
  const set = inBothYears(atoms, words);
  if (set) return set;
  const years = atoms.filter(isYear);
  const others = atoms.filter((atom) => !years.includes(atom));
  const [year] = years;
  const isOpen = (atom: Placed) => atom.kind === 'period' && atom.inYear !== undefined && !atom.hasYear;
  if (years.length !== 1 || year?.kind !== 'period' || others.length === 0 || !others.every(isOpen))
    return atoms;
  return others.map((atom) =>
    atom.kind === 'period' && atom.inYear
      ? { ...atom, period: atom.inYear(year.year), hasYear: true, year: year.year }
      : atom,
  );
}

const saidYear = /^(?:\d{4}|last year|year to date)$/;
/** "Christmas sales last year": between a part and its year. */
const ofFigure =
  /^(?:gross |net |total )?(?:sales|revenue|turnover|orders|returns|units|profits?|margins?|discounts?|customers|figures|results|numbers|trading|business)(?: so far)?$/;

/** "October orders this year versus last year": that part of both. */
function inBothYears(atoms: Placed[], words: string[]): Placed[] | null {
  const [part, one, other, ...more] = atoms;
  const isYear = (atom: Placed | undefined): atom is Dated =>
    atom?.kind === 'period' && saidYear.test(atom.period.text);
  if (part?.kind !== 'period' || part.hasYear || !part.inYear || more.length > 0) return null;
  const link = between(part, one, words);
  if (!isYear(one) || !isYear(other) || !(link === '' || ofFigure.test(link))) return null;
  if (!sets.test(between(one, other, words))) return null;
  return [
    { ...part, period: part.inYear(one.year), hasYear: true, year: one.year },
    { ...other, period: part.inYear(other.year), hasYear: true },
  ];
}

/** "Q1 and Q2 2025": the year that stands once holds for both. */
function shareYears(atoms: Placed[], words: string[]): Dated[] {
  const dated = inYearOfNext(
    atoms.filter((atom): atom is Dated => atom.kind === 'period'),
    words,
  );
  const years = new Set(dated.filter((atom) => atom.hasYear).map((atom) => atom.year));
  const [year] = years;
  if (years.size !== 1 || year === undefined) return dated;
  // "January compared with the average of 2024": a month set against a whole year is not of that year.
  const at = dated.findIndex(({ hasYear }) => hasYear);
  const isSet = dated.length === 2 && dated[at]?.period.grain === 'year' && dated[at].period.count === 1;
  if (
    isSet &&
    /\b(?:average|mean|level)\b/.test(words.join(' ')) &&
    sets.test(between(dated[0], dated[1], words))
  )
    return dated;
  const shared = dated.map((atom) =>
    atom.inYear && !atom.hasYear ? { ...atom, period: atom.inYear(year) } : atom,
  );
  // "Q3 with Q3 last year": sharing would make them the same.
  const spans = new Set(shared.map(({ period }) => `${period.start} ${period.end}`));
  return spans.size < dated.length ? dated : shared;
}

/** "March and April 2014 against March and April 2013": the year stands behind each two. */
function inYearOfNext(dated: Dated[], words: string[]): Dated[] {
  const years = new Set(dated.filter((atom) => atom.hasYear).map((atom) => atom.year));
  if (years.size < 2) return dated;
  const shared: Dated[] = [];
  for (const atom of dated.toReversed()) {
    const next = shared.at(-1);
    const isLinked = next?.hasYear && linked.test(between(atom, next, words));
    const takes = next && isLinked && !atom.hasYear && atom.inYear;
    shared.push(takes ? { ...atom, period: takes(next.year), hasYear: true, year: next.year } : atom);
  }
  return shared.toReversed();
}

/** "October versus last October": the one that is said again is a year before. */
function apartByYear(atoms: Dated[], words: string[]): Dated[] {
  return atoms.map((atom, index) => {
    const same = atoms
      .slice(0, index)
      .some(({ period }) => period.start === atom.period.start && period.end === atom.period.end);
    const isApart = same && !standsBeside(atoms[index - 1], atom, words);
    return isApart && atom.inYear && !atom.hasYear ? { ...atom, period: atom.inYear(atom.year - 1) } : atom;
  });
}

/** Nothing sets the one against the other: "in the third quarter, July to September". */
export function standsBeside(before: Dated | undefined, atom: Dated, words: string[]): boolean {
  return (
    before !== undefined &&
    /^(?:(?:in|from|so|ie|meaning|namely) ?)*$/.test(words.slice(before.to, atom.from).join(' '))
  );
}

/** "Nov 2025 to Jan 2026 compared with Nov 2024 to Jan 2025": the word that sets them apart stands elsewhere. */
export function isSetElsewhere(atoms: Placed[], atom: Placed, next: Placed, words: string[]): boolean {
  const others = atoms.filter((one) => one.from >= next.to || one.to <= atom.from);
  return others.some((other) =>
    sets.test(other.from >= next.to ? between(next, other, words) : between(other, atom, words)),
  );
}

/** "July to September 2013 vs 2012": the same months of it. */
export function toPartOf(year: Period, { start, end, grain, count }: Period): Period | null {
  const own = start.slice(0, 4);
  const isWhole = /^\d{4}$/.test(year.text) && year.text !== own;
  if (!isWhole || own !== end.slice(0, 4) || grain === null || grain === 'week' || grain === 'year')
    return null;
  if (count > 11 || end.endsWith('02-29')) return null;
  const day = (date: string) => `${year.text}${date.slice(4)}`;
  const last = grain === 'day' ? day(end) : endOf(day(`${end.slice(0, 8)}01`), 'month');
  return toSpan(day(start), last, grain);
}

/** "January to June versus what was promised" is one stretch. */
export const pairs = /\bcompar(?:e|ed|ing|ison)\b/;

/** A time within another: "of each month", "of". */
export const partOf = /^of(?: (?:each|every|the|any))?(?: (?:day|week|month|quarter|year))?$/;

/** Two of the same unit, such as two quarters, or a year and the running one. */
export function isPair(one: Period, other: Period): boolean {
  const unit = other.grain ?? /^(\w+) to date$/.exec(other.text)?.[1];
  return (
    one.grain !== null &&
    one.grain !== 'day' &&
    one.grain === unit &&
    one.count === other.count &&
    one.start !== other.start
  );
}
