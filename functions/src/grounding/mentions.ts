import type { Cell, Column, Rows } from '@tallyboard/contract';
import type { GroundedResult } from './grounded-result.ts';

/** A dimension value that a passage names, and the rows that have it. */
export type MentionedValue = { columnIndex: number; value: string; rows: number[] };

/** What a passage is about: values, and the rows that match one of each dimension that it names. */
export type Mention = {
  passage: string;
  values: MentionedValue[];
  /** As many as are combined. */
  rows: number[];
  /** Those whose names are surely no common words of the passage, or null where it names none so. */
  named: ReadonlySet<number> | null;
};

/** The values of a result that words can name, made once for each result. */
export type Labels = {
  columnIndex: number;
  column: Column;
  labels: Map<string, { value: string; rows: number[] }>;
}[];

const maxMentionedRows = 24;

export function toLabels(result: GroundedResult): Labels {
  return result.columns.flatMap((column, columnIndex) => {
    const nameable = column.type === 'string' || column.type === 'date' || column.type === 'boolean';
    return nameable
      ? [{ columnIndex, column, labels: toColumnLabels(column, columnIndex, result.rows) }]
      : [];
  });
}

function toColumnLabels(column: Column, columnIndex: number, rows: Rows) {
  const labels = new Map<string, { value: string; rows: number[] }>();
  const byValue = Map.groupBy(rows.keys(), (row) => toText(rows[row]?.[columnIndex]));
  for (const [value, valueRows] of byValue) {
    if (value === '') continue;
    // May is as long as its short form: each label once.
    const own = column.type === 'date' ? toDateLabels(value, column.grain) : [value.toLowerCase()];
    for (const label of new Set(own)) {
      const known = labels.get(label);
      // "October" of two years names both.
      labels.set(
        label,
        known === undefined ? { value, rows: valueRows } : { value, rows: [...known.rows, ...valueRows] },
      );
    }
  }
  return labels;
}

function toText(cell: Cell | undefined): string {
  return cell === null || cell === undefined ? '' : String(cell);
}

/** Ways to write a period's first day: "October 2026", "Oct", "Q4 2026", "5 October", "2026-10". */
function toDateLabels(value: string, grain: Column['grain']): string[] {
  const date = new Date(`${value.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return [value.toLowerCase()];
  const long = months[date.getUTCMonth()] ?? '';
  const short = long.slice(0, 3);
  const [year, day] = [date.getUTCFullYear(), date.getUTCDate()];
  const quarter = `q${Math.floor(date.getUTCMonth() / 3) + 1}`;
  if (grain === 'year') return [String(year)];
  if (grain === 'quarter') return [`${quarter} ${year}`, quarter];
  if (grain === 'month') return [`${long} ${year}`, `${short} ${year}`, long, short, value.slice(0, 7)];
  return [value, `${long} ${day}`, `${short} ${day}`, `${day} ${long}`, `${day} ${short}`];
}

const months = 'january february march april may june july august september october november december'.split(
  ' ',
);

/** The values of a result that stand in a passage, and the rows that have one of each dimension named. */
export function findMention(labels: Labels, passage: string): Mention {
  const plain = passage.toLowerCase().replaceAll('\\', '');
  const values: MentionedValue[] = [];
  const sure: MentionedValue[] = [];
  for (const { columnIndex, column, labels: columnLabels } of labels) {
    const found = new Map<string, MentionedValue>();
    for (const [label, { value, rows }] of columnLabels) {
      if (containsWord(plain, label)) found.set(value, { columnIndex, value, rows });
    }
    values.push(...found.values());
    sure.push(...[...found.values()].filter(({ value }) => isSurelyNamed(column, value, passage)));
  }
  const rows = toMentionedRows(values).slice(0, maxMentionedRows);
  return { passage, values, rows, named: sure.length > 0 ? new Set(toMentionedRows(sure)) : null };
}

/** "Main" is a warehouse, and "the main reason" is none; May is a month, and what may be is none. */
function isSurelyNamed({ type, role }: Column, value: string, passage: string): boolean {
  if (role !== 'dimension') return false;
  if (type === 'date') return value.slice(5, 7) !== '05' || /\bMay\b|-05/.test(passage);
  return type === 'string' && passage.replaceAll('\\', '').includes(value);
}

function toMentionedRows(values: readonly MentionedValue[]): number[] {
  const byColumn = [...Map.groupBy(values, ({ columnIndex }) => columnIndex).values()];
  const sets = byColumn.map((of) => new Set(of.flatMap(({ rows }) => rows)));
  const [first, ...others] = sets.toSorted((a, b) => a.size - b.size);
  if (first === undefined) return [];
  const all = [...first].filter((row) => others.every((set) => set.has(row)));
  // A passage that names a city and an unrelated month may match nothing together; then the rarest name decides.
  return all.length > 0 ? all : [...first];
}

function containsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const around = `${text[at - 1] ?? ' '}${text[at + word.length] ?? ' '}`;
    if (!/[\p{L}\p{N}]/u.test(around)) return true;
  }
  return false;
}
