import type { Grain } from '../format/format-period.ts';
import { dateFormat } from '../format/intl.ts';

export type TickLabel = { label?: string | string[] };

/** Of the ticks that there is room for, those of one year name it once, at the first. Changes the ticks. */
export function dropRepeatedYears(ticks: TickLabel[]): void {
  let shown: string | undefined;
  for (const tick of ticks) {
    const [name, year] = Array.isArray(tick.label) ? tick.label : [];
    if (name === undefined || year === undefined) continue;
    if (year === shown) tick.label = [name];
    shown = year;
  }
}

/** A period under a time axis: what changes from one to the next above, the year below, so that labels stay level. */
export function toTimeTick(start: string, grain: Grain, locale: string): string[] {
  const date = new Date(`${start}T00:00:00Z`);
  const format = (options: Intl.DateTimeFormatOptions) =>
    dateFormat(locale, { ...options, timeZone: 'UTC' }).format(date);
  const year = format({ year: 'numeric' });
  switch (grain) {
    case 'year':
      return [year];
    case 'quarter':
      return [`Q${Math.floor(date.getUTCMonth() / 3) + 1}`, year];
    case 'month':
      return [format({ month: 'short' }), year];
    case 'week':
    case 'day':
      return [format({ day: 'numeric', month: 'short' }), year];
  }
}
