import type { Unit } from './calendar.ts';

/** The first day of the period that a date column's day is in. Weeks are ISO weeks: they begin on Monday. */
export function toBucket(grain: Unit, column: string): string {
  const part = grain === 'week' ? 'ISOWEEK' : grain.toUpperCase();
  return grain === 'day' ? column : `DATE_TRUNC(${column}, ${part})`;
}
