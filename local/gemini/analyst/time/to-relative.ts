import type { Against } from './find-periods.ts';
import type { Placed } from './share-years.ts';

/** "October against the previous month": the one before a time that is named is no time of its own. */
export function toRelative(atoms: Placed[], words: string[]): { atom: Placed; against: Against } | null {
  const atom = atoms.findLast(({ from, to }) =>
    /^(?:the )?(?:previous|prior|preceding) (?:week|month|quarter|year|spring|summer|autumn|fall|winter)$/.test(
      words.slice(from, to).join(' '),
    ),
  );
  const first = atoms.find((one) => one.kind === 'period' && one !== atom);
  if (!atom || !first || first.kind !== 'period' || first.from > atom.from) return null;
  const lead = words.slice(0, atom.from).join(' ');
  const compares =
    /\b(?:compare[ds]?|comparing|comparison|versus|vs|against|than|with|over|to|from|on)(?: (?:that|those|the) of)?(?: the)?$/.test(
      lead,
    );
  if (!compares) return null;
  const unit = words[atom.to - 1];
  const isOwn = first.period.grain === unit || first.period.text === `${unit} to date`;
  if (/^(spring|summer|autumn|fall|winter)$/.test(unit ?? '')) return { atom, against: 'last_year' };
  if (unit === 'year') return { atom, against: isOwn ? 'previous' : 'last_year' };
  return isOwn ? { atom, against: 'previous' } : null;
}
