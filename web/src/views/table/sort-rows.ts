import type { Cell, Rows } from '@tallyboard/contract';

export type Sort = { column: number; direction: 'ascending' | 'descending' };

/** The rows by one column, stable; nulls last in both directions. Texts by the locale's order, "item 2" before "item 10". */
export function sortRows(rows: Rows, sort: Sort | null, locale: string): Rows {
  if (!sort) return rows;
  const collator = new Intl.Collator(locale, { numeric: true });
  const sign = sort.direction === 'ascending' ? 1 : -1;
  return rows.toSorted((a, b) => {
    const left = a[sort.column] ?? null;
    const right = b[sort.column] ?? null;
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return sign * compare(left, right, collator);
  });
}

function compare(a: NonNullable<Cell>, b: NonNullable<Cell>, collator: Intl.Collator): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return collator.compare(String(a), String(b));
}
