import type { Cell } from '../conversation/read-steps.ts';
import { spellNumber, spellOrdinal } from '../vocabulary/numbers.ts';
import { capital } from './format-figure.ts';

/** How the rows of a ranking are told: a name, a figure, and of what the figure is. */
export type Told = {
  rows: Cell[][];
  name: (row: Cell[]) => string;
  figure: (row: Cell[]) => string;
  /** "revenue in 2013" */
  of: string;
};

/** "Best and worst category", "top 3 and bottom 3": so many of both ends of a ranking that is whole. */
export function writeBothEnds({ rows, name, figure, of }: Told, count: number, isWhole: boolean): string[] {
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last) return [];
  const leads = `**${capital(name(first))} is highest with ${figure(first)}`;
  if (!isWhole)
    return [
      `${leads}** (${of}). There are more rows than can be read at once, so which is lowest is not known.`,
    ];
  if (rows.length === 1) return [`${leads}** (${of}). There is no other.`];
  const lead = `${leads}, ${name(last)} is lowest with ${figure(last)}** (${of}).`;
  if (count < 2) return [lead];
  const item = (row: Cell[]) => `- ${name(row)}: ${figure(row)}`;
  const most = Math.min(count, Math.floor(rows.length / 2));
  const lists = [
    `The ${spellNumber(most)} highest:\n\n${rows.slice(0, most).map(item).join('\n')}`,
    `The ${spellNumber(most)} lowest, the lowest first:\n\n${rows.slice(-most).toReversed().map(item).join('\n')}`,
  ];
  return [lead, ...lists];
}

/** "Third and fourth best", "ranked 11 to 20": those rows by their places. */
export function writeStretch(
  { rows, name, figure, of }: Told,
  { from, to }: { from: number; to: number },
  direction: 'asc' | 'desc',
): string[] {
  const placed = rows.slice(from - 1, to);
  if (placed.length === 0 && rows.length > 0)
    return [`**There are only ${spellNumber(rows.length)}**, so none is in those places.`];
  const side = direction === 'asc' ? 'bottom' : 'top';
  const last = from + placed.length - 1;
  const [first, until] = [from, last].map((place) => (last > 12 ? `${place}th` : spellOrdinal(place)));
  const stretch = last === from ? first : `${first} ${last === from + 1 ? 'and' : 'to'} ${until}`;
  const lead = `**${capital(stretch ?? '')} from the ${side}** (${of}):`;
  return [lead, placed.map((row, index) => `${from + index}. ${name(row)}: ${figure(row)}`).join('\n')];
}
