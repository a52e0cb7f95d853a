import type { Cell, Column, RowChange, RowDifference, Rows } from '@tallyboard/contract';

export type Table = { columns: readonly Column[]; rows: Rows };

/** Changes that are told at most; all are counted. */
const maxChanges = 100;
/** Two executions may add FLOAT64 values in another order. */
const tolerance = 1e-9;

/**
 * How a table differs from the one before. A row is known by its cells of the columns with role `dimension`; rows that share them are
 * told apart by their order.
 */
export function diffRows(before: Table, after: Table): RowDifference {
  const known = toKeyed(before);
  const found = toKeyed(after);
  const changes: RowChange[] = [];
  let same = 0;
  for (const [id, { key, row }] of found) {
    const old = known.get(id);
    const cells = toCells(before, old?.row, after, row);
    if (old === undefined) changes.push({ kind: 'added', key, cells });
    else if (cells.length > 0) changes.push({ kind: 'changed', key, cells });
    else same += 1;
  }
  for (const [id, { key, row }] of known) {
    if (found.has(id)) continue;
    changes.push({ kind: 'removed', key, cells: toCells(before, row, after, undefined) });
  }
  const count = (kind: RowChange['kind']) => changes.filter((change) => change.kind === kind).length;
  return {
    same,
    changed: count('changed'),
    added: count('added'),
    removed: count('removed'),
    changes: changes.slice(0, maxChanges),
  };
}

type Keyed = Map<string, { key: Cell[]; row: Cell[] }>;

function toKeyed({ columns, rows }: Table): Keyed {
  const keyed: Keyed = new Map();
  const seen = new Map<string, number>();
  for (const row of rows) {
    const key = columns.flatMap(({ role }, index) => (role === 'dimension' ? [row[index] ?? null] : []));
    const text = JSON.stringify(key);
    const times = (seen.get(text) ?? 0) + 1;
    seen.set(text, times);
    keyed.set(`${text} ${times}`, { key, row });
  }
  return keyed;
}

/** The cells that differ, of columns that name no row. */
function toCells(before: Table, old: Cell[] | undefined, after: Table, now: Cell[] | undefined) {
  const others = [...after.columns, ...before.columns].filter(({ role }) => role !== 'dimension');
  return [...new Set(others.map(({ name }) => name))].flatMap((column) => {
    const cells = { before: cellOf(before, old, column), after: cellOf(after, now, column) };
    return isSame(cells.before, cells.after) ? [] : [{ column, ...cells }];
  });
}

function cellOf({ columns }: Table, row: Cell[] | undefined, name: string): Cell {
  return row?.[columns.findIndex((column) => column.name === name)] ?? null;
}

function isSame(a: Cell, b: Cell): boolean {
  if (typeof a !== 'number' || typeof b !== 'number') return a === b;
  return Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(a), Math.abs(b));
}
