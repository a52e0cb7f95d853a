import type { Cell } from '@tallyboard/contract';
import type { GroundedResult } from './grounded-result.ts';

/**
 * The rows that a row is naturally compared with: the same thing one period earlier or later and one year earlier, and the
 * rows right above and below it.
 */
export function findNeighbours(result: GroundedResult, row: number): number[] {
  const beside = [row - 1, row + 1].filter((other) => other >= 0 && other < result.rows.length);
  return [...new Set([...beside, ...findInTime(result, row)])];
}

function findInTime({ columns, rows }: GroundedResult, row: number): number[] {
  const time = columns.findIndex(({ type, role }) => type === 'date' && role === 'dimension');
  const own = rows[row];
  if (time < 0 || own === undefined) return [];
  const others = columns.flatMap(({ role }, index) =>
    role === 'dimension' && index !== time ? [index] : [],
  );
  const day = toDay(own[time]);
  const yearBefore = `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
  let before: number | undefined;
  let after: number | undefined;
  let yearAgo: number | undefined;
  for (const [index, candidate] of rows.entries()) {
    if (others.some((column) => candidate[column] !== own[column])) continue;
    const other = toDay(candidate[time]);
    if (other < day && (before === undefined || other > toDay(rows[before]?.[time]))) before = index;
    if (other > day && (after === undefined || other < toDay(rows[after]?.[time]))) after = index;
    if (other === yearBefore) yearAgo = index;
  }
  return [before, after, yearAgo].filter((index) => index !== undefined);
}

function toDay(cell: Cell | undefined): string {
  return String(cell ?? '');
}
