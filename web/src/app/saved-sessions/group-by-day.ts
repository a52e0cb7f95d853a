import { dateFormat } from '../../views/format/intl.ts';

export type DayGroup<T> = { label: string; entries: T[] };

/** Entries (latest first) under the day of their last activity, in the reader's own time zone. */
export function groupByDay<T extends { lastAccessedAt: Date }>(
  entries: T[],
  now: Date,
  locale: string,
): DayGroup<T>[] {
  const groups = new Map<string, T[]>();
  for (const entry of entries) {
    const label = toLabel(entry.lastAccessedAt, now, locale);
    groups.set(label, [...(groups.get(label) ?? []), entry]);
  }
  return [...groups].map(([label, grouped]) => ({ label, entries: grouped }));
}

function toLabel(date: Date, now: Date, locale: string): string {
  const days = Math.round((startOfDay(now) - startOfDay(date)) / 86_400_000);
  if (days <= 0) return 'Today';
  if (days === 1) return 'Yesterday';
  if (days < 7) return dateFormat(locale, { weekday: 'long' }).format(date);
  const isThisYear = date.getFullYear() === now.getFullYear();
  return dateFormat(locale, {
    day: 'numeric',
    month: 'long',
    ...(!isThisYear && { year: 'numeric' }),
  }).format(date);
}

function startOfDay(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}
