import type { Column, Rows } from '@tallyboard/contract';

/**
 * The sum of each column that may be summed, else null. Null altogether where no column may, where there is one row
 * only, or where rows were cut: a total of some rows would pass for a total of all.
 */
export function toTotals(columns: Column[], rows: Rows, rowsCut: number): (number | null)[] | null {
  if (rowsCut > 0 || rows.length < 2) return null;
  const totals = columns.map((column, index) => {
    if (!column.summable || column.role !== 'measure') return null;
    return rows.reduce((sum, row) => {
      const cell = row[index];
      return typeof cell === 'number' ? sum + cell : sum;
    }, 0);
  });
  return totals.every((total) => total === null) ? null : totals;
}
