import { monthNames, toDay } from '../time/calendar.ts';
import { type Period, toSpan } from '../time/period.ts';
import type { Parts } from './parts.ts';

/**
 * "Sales in May of every year", "December sales by year", "each year's Q4": that part of each year, and not only of the last one.
 * A year that is named with it, and one that is said to be the last, is meant by itself.
 */
export function toEachYear(parts: Parts): Parts {
  const { time, text } = parts;
  const [period, ...more] = time.periods;
  const years = period && time.against === null ? toYears(period, more) : null;
  if (period && years) return inEach(parts, toMonths(period), years);
  if (period === undefined || more.length > 0 || time.against !== null || time.versus !== null) return parts;
  const months = toMonths(period);
  const isEach = parts.grain === 'year' || eachYear.test(text);
  if (months.length === 0 || !isEach || !partOfYear.test(text) || ofOneYear.test(text)) return parts;
  const all: Period = { ...period, text: 'all time', spoken: 'all time', start: '1900-01-01', grain: null };
  return inEach(parts, months, all);
}

function inEach(parts: Parts, months: string[], period: Period): Parts {
  return {
    ...parts,
    grain: 'year',
    time: { ...parts.time, periods: [period] },
    filters: [...parts.filters, { dimension: 'month_of_year', op: 'is', values: months }],
  };
}

/** "October 2024, 2025 and 2026", "Q3 for the last two years": the years of which that part is asked for. */
function toYears(period: Period, more: Period[]): Period | null {
  if (toMonths(period).length === 0) return null;
  const [span] = more;
  if (more.length === 1 && span?.grain === 'year' && span.count > 1) return span;
  const [, rest = ''] = period.start.split(/-(.*)/s);
  const isSame = more.every(
    ({ start, grain, count }) => start.endsWith(`-${rest}`) && grain === period.grain && count === 1,
  );
  const years = [period, ...more].map(({ start }) => Number(start.slice(0, 4))).toSorted();
  const isRow = years.every((year, at) => at === 0 || year === (years[at - 1] ?? 0) + 1);
  if (more.length < 2 || !isSame || !isRow) return null;
  return toSpan(toDay(years[0] ?? 0, 1, 1), toDay(years.at(-1) ?? 0, 12, 31), 'year');
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
