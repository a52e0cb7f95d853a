import type { Cell, Column, Rows, Scope } from '@tallyboard/contract';

/** A result of more rows than this proves a rounded number by chance: there the passage must name the row, or the number have so many digits. */
export const fewRows = 50;
export const significantDigits = 3;

/** A result of the turn, as far as figures can rest on it. */
export type GroundedResult = {
  resultId: string;
  title: string;
  columns: Column[];
  rows: Rows;
  rowsCut: number;
  /** True where the statement stopped at a limit: what lies beyond is unknown, so neither its count nor its total is one. */
  limited: boolean;
  scope: Scope;
  notes: string[];
};

/** One numeric column of a result. `values` has NaN where a cell has no number. */
export type NumericColumn = {
  column: Column;
  index: number;
  values: Float64Array;
  /** Row numbers by ascending value; rows without a number are left out. */
  order: Uint32Array;
  /** Of the rows that have a number. */
  sum: number;
};

/** The columns of figures, each sorted once. */
export function toNumericColumns(result: GroundedResult): NumericColumn[] {
  return result.columns.flatMap((column, index) => {
    if (column.type !== 'integer' && column.type !== 'number') return [];
    const values = Float64Array.from(result.rows, (row) => toNumber(row[index]));
    const order = Uint32Array.from(values.keys())
      .filter((row) => !Number.isNaN(values[row]))
      .sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
    const sum = order.reduce((total, row) => total + (values[row] ?? 0), 0);
    return [{ column, index, values, order, sum }];
  });
}

function toNumber(cell: Cell | undefined): number {
  return typeof cell === 'number' ? cell : Number.NaN;
}

/** A row whose value lies from `from` to `to`, or undefined. Binary search. */
export function findRow({ order, values }: NumericColumn, from: number, to: number): number | undefined {
  let low = 0;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[order[middle] ?? 0] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  const row = order[low];
  return row !== undefined && (values[row] ?? Number.NaN) <= to ? row : undefined;
}
