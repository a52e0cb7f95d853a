/** A calendar day, `YYYY-MM-DD`. Days compare and sort as strings. */
export type Day = string;

export const units = ['day', 'week', 'month', 'quarter', 'year'] as const;
export type Unit = (typeof units)[number];

const dayMs = 86_400_000;

/** The day it is in a time zone. */
export function toDay(moment: Date, timeZone: string): Day {
  const format = dayFormats.get(timeZone) ?? new Intl.DateTimeFormat('en-CA', { timeZone });
  dayFormats.set(timeZone, format);
  return format.format(moment);
}

/** By time zone: making one takes longer than all else that a period needs. Canadian English writes dates as ISO 8601 does. */
const dayFormats = new Map<string, Intl.DateTimeFormat>();

/** The day of a year, a month from 1 and a day, or undefined where the calendar has none. */
export function parseDay(year: number, month: number, day: number): Day | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real && year >= 1900 && year <= 2200 ? format(date) : undefined;
}

export function addDays(day: Day, count: number): Day {
  return format(new Date(Date.parse(day) + count * dayMs));
}

/** Days from one day to another: 0 for the same day. */
export function countDays(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMs);
}

export function earlierOf(a: Day, b: Day): Day {
  return a.localeCompare(b) < 0 ? a : b;
}

export function laterOf(a: Day, b: Day): Day {
  return a.localeCompare(b) > 0 ? a : b;
}

/** The first day of the unit that a day is in. Weeks begin on Monday (ISO 8601). */
export function startOf(unit: Unit, day: Day): Day {
  const date = new Date(Date.parse(day));
  const year = date.getUTCFullYear();
  const month = date.getUTCMonth();
  switch (unit) {
    case 'day':
      return day;
    case 'week':
      return addDays(day, -((date.getUTCDay() + 6) % 7));
    case 'month':
      return format(new Date(Date.UTC(year, month, 1)));
    case 'quarter':
      return format(new Date(Date.UTC(year, month - (month % 3), 1)));
    case 'year':
      return format(new Date(Date.UTC(year, 0, 1)));
  }
}

/** The last day of the unit that a day is in. */
export function endOf(unit: Unit, day: Day): Day {
  return addDays(addUnits(unit, startOf(unit, day), 1), -1);
}

/** Moves the first day of a unit by whole units. */
export function addUnits(unit: Unit, start: Day, count: number): Day {
  if (unit === 'day') return addDays(start, count);
  if (unit === 'week') return addDays(start, count * 7);
  const months = { month: 1, quarter: 3, year: 12 }[unit];
  const date = new Date(Date.parse(start));
  return format(new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + count * months, 1)));
}

/** The first day of every unit that overlaps the days from `start` to `end`. */
export function listUnits(unit: Unit, start: Day, end: Day): Day[] {
  const starts: Day[] = [];
  for (let at = startOf(unit, start); at <= end; at = addUnits(unit, at, 1)) starts.push(at);
  return starts;
}

/** The first day of the fiscal year that a day is in. */
export function startOfFiscalYear(day: Day, startMonth: number): Day {
  const date = new Date(Date.parse(day));
  const year = date.getUTCFullYear();
  const begun = date.getUTCMonth() + 1 >= startMonth;
  return format(new Date(Date.UTC(begun ? year : year - 1, startMonth - 1, 1)));
}

/** The first day of the quarter of a fiscal year that a day is in. */
export function startOfFiscalQuarter(day: Day, startMonth: number): Day {
  const year = startOfFiscalYear(day, startMonth);
  const quarters = [0, 1, 2, 3].map((index) => addUnits('quarter', year, index));
  return quarters.findLast((start) => start <= day) ?? year;
}

/** A day as a person reads it: "3 Mar 2026". */
export function describeDay(day: Day): string {
  const format = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat('en-GB', format).format(Date.parse(day)).replace('Sept', 'Sep');
}

function format(date: Date): Day {
  return date.toISOString().slice(0, 10);
}

/** Days as people name them: "September 2026", "Q3 2026" or "2026" where they are exactly that, else "1 Sep 2026 to 23 Sep 2026". */
export function describeDays(start: Day, end: Day): string {
  if (start === end) return describeDay(start);
  const isWhole = (unit: Unit) => startOf(unit, start) === start && endOf(unit, start) === end;
  const date = new Date(start);
  if (isWhole('year')) return start.slice(0, 4);
  if (isWhole('quarter')) return `Q${Math.floor(date.getUTCMonth() / 3) + 1} ${start.slice(0, 4)}`;
  if (isWhole('month'))
    return date.toLocaleDateString('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return `${describeDay(start)} to ${describeDay(end)}`;
}
