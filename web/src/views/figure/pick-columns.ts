import type { Column, Rows } from '@tallyboard/contract';

/** The named columns of a result in the order named, with their cells. Unknown names are left out. */
export function pickColumns(
  names: string[],
  columns: Column[],
  rows: Rows,
): { columns: Column[]; rows: Rows } {
  const indexes = names
    .map((name) => columns.findIndex((column) => column.name === name))
    .filter((index) => index !== -1);
  const picked = indexes.flatMap((index) => columns[index] ?? []);
  return { columns: picked, rows: rows.map((row) => indexes.map((index) => row[index] ?? null)) };
}
