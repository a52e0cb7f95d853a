import type { Column } from '@tallyboard/contract';

/** The days that a result covers, both included, `YYYY-MM-DD`. */
export type Days = { start: string; end: string };

/** The last day of the period that begins on `start`. */
export function toLastDay(start: string, grain: Column['grain']): string {
  const date = new Date(`${start}T00:00:00Z`);
  const months = { day: 0, week: 0, month: 1, quarter: 3, year: 12 }[grain ?? 'day'];
  if (months > 0) date.setUTCMonth(date.getUTCMonth() + months, 0);
  else date.setUTCDate(date.getUTCDate() + (grain === 'week' ? 6 : 0));
  return date.toISOString().slice(0, 10);
}
