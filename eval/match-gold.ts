import type { Cell, Rows } from '@tallyboard/contract';
import type { GoldCell } from './gold.ts';
import type { SpokenNumber } from './read-figure.ts';

/** What an answer puts before a person. */
export type Shown = {
  text: string;
  /** The numbers in the text, each with the line that it stands in. */
  figures: (SpokenNumber & { line: string })[];
  /** The rows of each result that is drawn, as they are drawn. */
  tables: Rows[];
};

export type MatchRules = { ordered: boolean; rows: 'exact' | 'some'; tolerance: number };

/** Tables of more rows than this state no single number: it would be one among many. */
const fewRows = 12;

/**
 * Whether the gold rows are what is shown. One gold row has to be stated: in the text, as a metric or in a table of a few rows.
 * Several have to be rows of a shown result.
 */
export function matchesGold(gold: GoldCell[][], shown: Shown, rules: MatchRules): boolean {
  const [first] = gold;
  if (!first) return shown.tables.every((rows) => rows.length === 0);
  if (gold.length === 1 && isStated(first, shown, rules.tolerance)) return true;
  return isTabled(gold, shown, rules);
}

function isStated(row: GoldCell[], { text, figures, tables }: Shown, tolerance: number): boolean {
  const small = tables.filter((rows) => rows.length <= fewRows).flat(2);
  const lower = text.toLowerCase();
  return row.every((value) => {
    if (typeof value === 'string')
      return namesIt(lower, value) || small.some((cell) => isSame(value, cell, tolerance));
    if (value === 0 && /\b(no|none|nothing|never)\b/.test(lower)) return true;
    return (
      small.some((cell) => isSame(value, cell, tolerance)) || figures.some((one) => isSpoken(value, one))
    );
  });
}

function isTabled(gold: GoldCell[][], shown: Shown, { ordered, rows, tolerance }: MatchRules): boolean {
  const { tables } = shown;
  // Two figures a name may be two columns, or a row each.
  const deepest = gold[0]?.filter((value) => typeof value === 'number').length ?? 1;
  const fits = (count: number) => count === gold.length || count === gold.length * deepest;
  if (rows === 'exact' && !tables.some((table) => fits(table.length))) return false;
  if (ordered) return tables.some((table) => gold.every((row, index) => holds(table[index], row, tolerance)));
  return gold.every((row) => {
    const names = row.filter((value) => typeof value === 'string');
    const values = row.filter((value) => typeof value !== 'string');
    const candidates = tables
      .flat()
      .filter((cells) => names.every((name) => cells.some((cell) => isSame(name, cell, tolerance))));
    if (candidates.length === 0) return false;
    return values.every(
      (value) =>
        candidates.some((cells) => holds(cells, [value], tolerance)) ||
        ((value ?? 0) === 0 && isNone(shown.text, names)) ||
        shown.figures.some((one) => isSpoken(value, one) && isAbout(one.line, names)),
    );
  });
}

/** "Garden: none of 38,420" */
function isNone(text: string, names: string[]): boolean {
  return text.split('\n').some((line) => /\b(?:no|none|nothing)\b/i.test(line) && isAbout(line, names));
}

/** A figure belongs to the names in its line. */
function isAbout(line: string, names: string[]): boolean {
  return names.length > 0 && names.every((name) => namesIt(line.toLowerCase(), name));
}

/** Whether a text in lower case holds a name. A day may be written out, and one that begins a month or a quarter by their name. */
function namesIt(lower: string, name: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(name) ?? [];
  if (!year || !month || !day) return lower.includes(name.toLowerCase());
  const named = new Date(name).toLocaleString('en', { month: 'long', timeZone: 'UTC' }).toLowerCase();
  const word = `(?:${named}|${named.slice(0, 3)})`;
  const first = day === '01' ? [`(?<!\\d )${word} ${year}`] : [];
  if (day === '01' && Number(month) % 3 === 1) first.push(`q${(Number(month) + 2) / 3} ${year}`);
  const said = [name, `${Number(day)} ${word} ${year}`, `${word} ${Number(day)}, ${year}`, ...first];
  return new RegExp(`\\b(?:${said.join('|')})\\b`).test(lower);
}

function holds(cells: Cell[] | undefined, row: GoldCell[], tolerance: number): boolean {
  if (!cells) return false;
  return row.every((value) => cells.some((cell) => isSame(value, cell, tolerance)));
}

/** "O'Brien Inn (C-02040)": of several of one name each is told with its id. */
const idOfNamesake = / \([A-Z]+-\d+\)$/;

function isSame(value: GoldCell, cell: Cell, tolerance: number): boolean {
  if (typeof value === 'string')
    return (
      typeof cell === 'string' &&
      [cell, cell.replace(idOfNamesake, '')].some((name) => name.toLowerCase() === value.toLowerCase())
    );
  // A rate of nothing and a sum of nothing may be drawn as either.
  if (value === null) return cell === null || cell === 0;
  return typeof cell === 'number' && Math.abs(cell - value) <= Math.max(1e-6, Math.abs(value) * tolerance);
}

/** A text says "fell by 12 %" for a change of -0.12. */
function isSpoken(value: number | null, { value: spoken, precision }: SpokenNumber): boolean {
  return value !== null && Math.abs(Math.abs(spoken) - Math.abs(value)) <= precision;
}
