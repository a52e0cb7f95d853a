import { formatCount } from '../../views/format/format-amount.ts';

const units = [
  ['day', 'days', 86_400_000],
  ['hour', 'hours', 3_600_000],
  ['minute', 'minutes', 60_000],
] as const;

/** How long ago, in the largest unit that is whole: "40 minutes ago". The words are the page's, the digits the locale's. */
export function formatAge(at: Date, now: Date, locale: string): string {
  const ms = Math.max(0, now.getTime() - at.getTime());
  for (const [one, many, unitMs] of units) {
    if (ms >= unitMs) return `${formatCount(Math.floor(ms / unitMs), one, many, locale)} ago`;
  }
  return 'this minute';
}
