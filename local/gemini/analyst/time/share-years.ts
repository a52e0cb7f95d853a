import type { Atom } from './period-units.ts';

/** What was found, with the tokens that say it. */
export type Placed = Atom & { from: number; to: number };
export type Dated = Placed & { kind: 'period' };

/** The periods of a question, in its order, each in the year that it means: "Q1 and Q2 2025" names it once. */
export function inTheirYears(atoms: Placed[], words: string[]): Dated[] {
  return apartByYear(shareYears(withYear(atoms, words)), words);
}

/** "Q1 and Q2 turnover of 2026": the year is that of the quarters, not a time beside them. */
function withYear(atoms: Placed[], words: string[]): Placed[] {
  const isYear = (atom: Placed) =>
    atom.kind === 'period' && atom.period.grain === 'year' && /^(of|in)$/.test(words[atom.from - 1] ?? '');
  const years = atoms.filter(isYear);
  const others = atoms.filter((atom) => !isYear(atom));
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

/** "Q1 and Q2 2025": the year that stands once holds for both. */
function shareYears(atoms: Placed[]): Dated[] {
  const dated = atoms.filter((atom): atom is Dated => atom.kind === 'period');
  const years = new Set(dated.filter((atom) => atom.hasYear).map((atom) => atom.year));
  const [year] = years;
  if (years.size !== 1 || year === undefined) return dated;
  const shared = dated.map((atom) =>
    atom.inYear && !atom.hasYear ? { ...atom, period: atom.inYear(year) } : atom,
  );
  // "Q3 with Q3 last year": sharing would make them the same.
  const spans = new Set(shared.map(({ period }) => `${period.start} ${period.end}`));
  return spans.size < dated.length ? dated : shared;
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
