import type { Column } from '@tallyboard/contract';
import { dateFormat } from './intl.ts';

export type Grain = NonNullable<Column['grain']>;

/** The first day of a period (`YYYY-MM-DD`) as a person names the period: "Oct 2026", "Q4 2026", "Week of 5 Oct 2026". */
export function formatPeriod(start: string, grain: Grain, locale: string): string {
  const date = new Date(`${start.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return start;
  const format = (options: Intl.DateTimeFormatOptions) =>
    dateFormat(locale, { ...options, timeZone: 'UTC' }).format(date);
  switch (grain) {
    case 'year':
      return format({ year: 'numeric' });
    case 'quarter':
      return `Q${Math.floor(date.getUTCMonth() / 3) + 1} ${format({ year: 'numeric' })}`;
    case 'month':
      return format({ month: 'short', year: 'numeric' });
    case 'week':
      return `Week of ${format({ day: 'numeric', month: 'short', year: 'numeric' })}`;
    case 'day':
      return format({ day: 'numeric', month: 'short', year: 'numeric' });
  }
}

/** A range of days, both ends included, with what they share written once: "1 Aug – 31 Oct 2026". */
export function formatDays(start: string, end: string, locale: string): string {
  const format = dateFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  return format.formatRange(new Date(`${start}T00:00:00Z`), new Date(`${end}T00:00:00Z`));
}
