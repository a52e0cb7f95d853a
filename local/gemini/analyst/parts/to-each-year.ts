import { monthNames } from '../time/calendar.ts';
import type { Period } from '../time/period.ts';
import type { Parts } from './parts.ts';

/**
 * "Sales in May of every year", "December sales by year", "each year's Q4": that part of each year, and not only of the last one.
 * A year that is named with it, and one that is said to be the last, is meant by itself.
 */
export function toEachYear(parts: Parts): Parts {
  const { time, text, filters } = parts;
  const [period, ...more] = time.periods;
  if (period === undefined || more.length > 0 || time.against !== null || time.versus !== null) return parts;
  const months = toMonths(period);
  const isEach = parts.grain === 'year' || eachYear.test(text);
  if (months.length === 0 || !isEach || !partOfYear.test(text) || ofOneYear.test(text)) return parts;
  const all: Period = { ...period, text: 'all time', spoken: 'all time', start: '1900-01-01', grain: null };
  return {
    ...parts,
    grain: 'year',
    time: { ...time, periods: [all] },
    filters: [...filters, { dimension: 'month_of_year', op: 'is', values: months }],
  };
}

/** The months of it, as they are called. */
function toMonths({ start, grain, count }: Period): string[] {
  if (count !== 1 || (grain !== 'month' && grain !== 'quarter')) return [];
  const first = Number(start.slice(5, 7)) - 1;
  return monthNames
    .slice(first, first + (grain === 'month' ? 1 : 3))
    .map((name) => name.charAt(0).toUpperCase() + name.slice(1));
}

const month = monthNames.map((name) => `${name.slice(0, 3)}(?:${name.slice(3)})?`).join('|');
const partOfYear = new RegExp(`\\b(?:${month}|q[1-4]|(?:first|second|third|fourth|last) quarter)\\b`);
const eachYear = new RegExp(
  `\\b(?:every|each) (?:${month}|q[1-4])\\b|\\b(?:over|across|through) (?:time|(?:the |all )?years)\\b`,
);
const ofOneYear =
  /\b(?:19|20)\d\d\b|\b(?:this|last|past|previous|next) (?:\w+ )?years?\b|\b(?:since|until|from|to) \w+/;
