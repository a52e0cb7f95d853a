import { countUnits, toGrain } from './calendar.ts';
import type { Against } from './find-periods.ts';
import type { Placed } from './share-years.ts';

/** "October against the previous month": the one before a time that is named is no time of its own. */
export function toRelative(atoms: Placed[], words: string[]): { atom: Placed; against: Against } | null {
  const atom = atoms.findLast(({ from, to }) =>
    /^(?:the )?(?:previous|prior|preceding) (?:\d+ )?(?:day|week|month|quarter|year|spring|summer|autumn|fall|winter)$/.test(
      words.slice(from, to).join(' '),
    ),
  );
  const first = atoms.find((one) => one.kind === 'period' && one !== atom);
  if (!atom || !first || first.kind !== 'period' || first.from > atom.from) return null;
  const lead = words.slice(0, atom.from).join(' ');
  const compares =
    /\b(?:compare[ds]?|comparing|comparison|versus|vs|against|than|with|over|to|from|on|and)(?: (?:that|those|the) of)?(?: the)?$/.test(
      lead,
    );
  if (!compares) return null;
  const unit = words[atom.to - 1];
  // "January to March 2014 vs the previous three months"
  const count = Number(words.slice(atom.from, atom.to).find((word) => /^\d+$/.test(word)) ?? 1);
  if (count > 1) {
    const own = atoms.filter((one) => one.kind === 'period' && one.to <= atom.from).at(-1);
    const end = own?.kind === 'period' ? own.period.end : first.period.end;
    const grain = toGrain(unit);
    const isDated = /\d{4}/.test(first.period.text) && grain !== null;
    const isSame = isDated && countUnits(first.period.start, end, grain) === count;
    return isSame ? { atom, against: 'previous' } : null;
  }
  if (unit === 'day') return null;
  const isOwn = first.period.grain === unit || first.period.text === `${unit} to date`;
  if (/^(spring|summer|autumn|fall|winter)$/.test(unit ?? '')) return { atom, against: 'last_year' };
  if (unit === 'year') return { atom, against: isOwn ? 'previous' : 'last_year' };
  return isOwn ? { atom, against: 'previous' } : null;
}
