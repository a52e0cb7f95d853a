const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** How long ago, in the largest unit that is whole: "40 minutes ago". */
export function formatAge(at: Date, now: Date, locale: string): string {
  const ms = Math.max(0, now.getTime() - at.getTime());
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  for (const [unit, unitMs] of units) {
    if (ms >= unitMs) return format.format(-Math.floor(ms / unitMs), unit);
  }
  return format.format(0, 'minute');
}
