import type { Chart, Column, Rows } from '@tallyboard/contract';
import { formatPeriod } from '../format/format-period.ts';
import { type Days, toLastDay } from '../period/to-last-day.ts';

/** The first and last month (week, …) along a chart that the days of its result cut, which look like a fall; empty where both are whole. */
export function toPartNote(
  chart: Chart,
  columns: Column[],
  rows: Rows,
  days: Days | null,
  locale: string,
): string {
  const index = columns.findIndex(({ name }) => name === chart.x);
  const grain = columns[index]?.grain;
  if (!days || !grain) return '';
  const starts = rows.map((row) => String(row[index])).toSorted();
  const cut = [...new Set([starts[0], starts.at(-1)])].flatMap((start) =>
    start && (start < days.start || toLastDay(start, grain) > days.end)
      ? [formatPeriod(start, grain, locale).replace('Week', 'the week')]
      : [],
  );
  return cut.length > 0 ? `Only a part of ${cut.join(' and of ')} is in these days.` : '';
}
