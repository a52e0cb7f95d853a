import {
  addDays,
  addUnits,
  countDays,
  type Day,
  describeDay,
  describeDays,
  earlierOf,
  endOf,
  parseDay,
  startOf,
} from './calendar.ts';
import type { Period } from './period.ts';

export const comparisons = ['previous_period', 'same_period_last_year'] as const;
export type Comparison = (typeof comparisons)[number];

/**
 * The period to compare another with.
 *
 * What is named by a unit (this year, last 3 months, FY2026) moves by that unit; where it is not over, or its data ended before,
 * it is compared with as many days of the one before: 1 to 23 November with 1 to 23 October, Monday to Wednesday with Monday to
 * Wednesday, and of a year with the same dates, whether or not a 29 February is among them. Of days without a name, whole months move by as many months, so that October is compared with September and not with
 * the 31 days before it, days from the first of a month, quarter or year on (the shortest that holds them) are taken for a part of
 * it, and anything else moves by its number of days.
 * A year back, weeks move by 52 weeks, so that weekdays meet weekdays; other days keep their date.
 */
export function toComparisonPeriod(period: Period, comparison: Comparison): Period {
  const days = comparison === 'previous_period' ? toPrevious(period) : toLastYear(period);
  return { ...days, label: `${describeDay(days.start)} to ${describeDay(days.end)}` };
}

/**
 * The other side of a comparison, as far as the first one goes. What is named by the same unit, or was given as many days, is cut where
 * that is not over or its data ended before: the first quarter, with data to 11 March, is held against 1 January to 11 March of the
 * year before. Other days are as they were given.
 * @param own the period as it was asked for, to today at most.
 * @param last the last day of it that the data tells of.
 */
export function toSameStretch(other: Period, own: Period, last: Day): Period {
  if (!runsAlike(other, own, last)) return other;
  const isOfYears = other.start.slice(5) === own.start.slice(5);
  const years = Number(own.start.slice(0, 4)) - Number(other.start.slice(0, 4));
  const end = isOfYears ? yearsBefore(last, years) : addDays(other.start, countDays(own.start, last));
  return end < other.end ? { ...other, end, label: describeDays(other.start, end) } : other;
}

function runsAlike(other: Period, own: Period, last: Day): boolean {
  if (other.named !== undefined && own.named !== undefined) {
    const { unit, count } = own.named;
    const isOver = last >= addDays(addUnits(unit, own.start, count), -1);
    return !isOver && sizeOf(other.named) === sizeOf(own.named);
  }
  const isSameDates = [other.start, other.end].every(
    (day, at) => day.slice(5) === [own.start, own.end][at]?.slice(5),
  );
  return (
    last < own.end && (isSameDates || countDays(other.start, other.end) === countDays(own.start, own.end))
  );
}

/** A quarter is three months. */
function sizeOf({ unit, count }: NonNullable<Period['named']>): string {
  const months = { month: 1, quarter: 3, year: 12 };
  return unit === 'day' || unit === 'week' ? `${count} ${unit}` : `${count * months[unit]} month`;
}

/** The same date of an earlier year; 28 February for the 29th. */
function yearsBefore(day: Day, years: number): Day {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return (
    parseDay(year - years, month, date) ??
    endOf('month', addUnits('month', startOf('month', day), -12 * years))
  );
}

type Days = { start: Day; end: Day };

function toPrevious({ start, end, named }: Period): Days {
  const length = countDays(start, end);
  if (named !== undefined) {
    const { unit, count } = named;
    const before = addUnits(unit, start, -count);
    const isOver = end === addDays(addUnits(unit, start, count), -1);
    const last = addDays(start, -1);
    if (isOver) return { start: before, end: last };
    const sameDays = unit === 'year' ? yearsBefore(end, count) : addDays(before, length);
    return { start: before, end: earlierOf(sameDays, last) };
  }
  const months = countMonths(start, end);
  if (months !== null) return moveMonths(start, end, -months);
  const running = (['month', 'quarter', 'year'] as const).find(
    (unit) => startOf(unit, start) === start && end < endOf(unit, start),
  );
  // A few days from the first of a month are a running month only where they are no whole weeks.
  if (running !== undefined && !isWholeWeeks(start, end)) {
    const before = addUnits(running, start, -1);
    const sameDays = running === 'year' ? yearsBefore(end, 1) : addDays(before, length);
    return { start: before, end: earlierOf(sameDays, endOf(running, before)) };
  }
  return { start: addDays(start, -length - 1), end: addDays(start, -1) };
}

function toLastYear({ start, end, named }: Period): Days {
  const months = countMonths(start, end);
  if (months !== null) return moveMonths(start, end, -12);
  if (isWholeWeeks(start, end) || named?.unit === 'week')
    return { start: addDays(start, -364), end: addDays(end, -364) };
  return { start: yearsBefore(start, 1), end: yearsBefore(end, 1) };
}

/** How many whole months the days are; null where they are not. */
function countMonths(start: Day, end: Day): number | null {
  if (startOf('month', start) !== start || endOf('month', end) !== end) return null;
  const index = (day: Day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  return index(end) - index(start) + 1;
}

function moveMonths(start: Day, end: Day, months: number): Days {
  return {
    start: addUnits('month', start, months),
    end: endOf('month', addUnits('month', startOf('month', end), months)),
  };
}

function isWholeWeeks(start: Day, end: Day): boolean {
  return startOf('week', start) === start && endOf('week', end) === end;
}
