import type { Parts } from '../parts/parts.ts';

/** "Sales a year ago" may be of that day, that month or the twelve months before; null where the time is set against one. */
export function findAgo({ time, focus, grain, text }: Parts): string | null {
  const isBare = time.against === 'last_year' && time.periods.length === 0 && grain === null;
  const isChange = focus.has('compare') || focus.has('change') || focus.has('why') || /\bthan\b/.test(text);
  return isBare && !isChange ? (/\b(?:a|one) year ago(?=\W*$)/.exec(text)?.[0] ?? null) : null;
}
