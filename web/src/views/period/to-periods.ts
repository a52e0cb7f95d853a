import type { Grain } from '../format/format-period.ts';

const maxPeriods = 5_000;

/**
 * Every period from the earliest to the latest of `starts` (`YYYY-MM-DD`), so that a missing one shows as a gap.
 * Starts that do not lie on the grain's steps are kept beside them.
 */
export function toPeriods(starts: string[], grain: Grain): string[] {
  const known = [...new Set(starts)].toSorted();
  const first = known[0];
  const last = known.at(-1);
  if (!first || !last) return [];
  const all = new Set(known);
  let step = first;
  for (let count = 1; step < last && count < maxPeriods; count += 1) {
    step = addPeriods(first, count, grain);
    if (step < last) all.add(step);
  }
  return [...all].toSorted();
}

function addPeriods(start: string, count: number, grain: Grain): string {
  const date = new Date(`${start}T00:00:00Z`);
  if (grain === 'day' || grain === 'week') {
    date.setUTCDate(date.getUTCDate() + count * (grain === 'week' ? 7 : 1));
    return date.toISOString().slice(0, 10);
  }
  const months = { month: 1, quarter: 3, year: 12 }[grain] * count;
  date.setUTCMonth(date.getUTCMonth() + months);
  return date.toISOString().slice(0, 10);
}
