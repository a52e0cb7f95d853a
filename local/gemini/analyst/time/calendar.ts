/** Days as `YYYY-MM-DD`, without a time zone: the company's calendar. */
export type Day = string;

/** From the finest on. */
export const grains = ['day', 'week', 'month', 'quarter', 'year'] as const;
export type Grain = (typeof grains)[number];
export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

const dayMs = 86_400_000;

export function toGrain(name: string | undefined): Grain | null {
  return grains.find((grain) => grain === name) ?? null;
}

export function toDay(year: number, month: number, day: number): Day {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}

export function addDays(day: Day, count: number): Day {
  return new Date(Date.parse(day) + count * dayMs).toISOString().slice(0, 10);
}

/** Adds months; a day past the end of the month becomes its last day. */
export function addMonths(day: Day, count: number): Day {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month + count, 0)).getUTCDate();
  return toDay(year, month + count, Math.min(date, lastDay));
}

export function addUnits(day: Day, grain: Grain, count: number): Day {
  if (grain === 'day') return addDays(day, count);
  if (grain === 'week') return addDays(day, count * 7);
  return addMonths(day, count * { month: 1, quarter: 3, year: 12 }[grain]);
}

/** First day of the unit that the day lies in. Weeks begin on Monday. */
export function startOf(day: Day, grain: Grain): Day {
  const [year = 0, month = 0] = day.split('-').map(Number);
  if (grain === 'day') return day;
  if (grain === 'week') return addDays(day, -((new Date(Date.parse(day)).getUTCDay() + 6) % 7));
  if (grain === 'month') return toDay(year, month, 1);
  if (grain === 'quarter') return toDay(year, month - ((month - 1) % 3), 1);
  return toDay(year, 1, 1);
}

/** Last day of the unit that the day lies in. */
export function endOf(day: Day, grain: Grain): Day {
  return addDays(addUnits(startOf(day, grain), grain, 1), -1);
}

/** Whole units that a span is made of, or null where it is not made of whole ones. */
export function countUnits(start: Day, end: Day, grain: Grain): number | null {
  if (startOf(start, grain) !== start || endOf(end, grain) !== end) return null;
  let count = 0;
  for (let day = start; day <= end && count < 4000; day = addUnits(day, grain, 1)) count += 1;
  return count;
}

export const monthNames = [
  ...['january', 'february', 'march', 'april', 'may', 'june', 'july'],
  ...['august', 'september', 'october', 'november', 'december'],
];

/** "October", of 10. */
export function nameMonth(month: number): string {
  const name = monthNames[month - 1] ?? '';
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** How a person names a unit: "October 2026", "Q3 2026", "week of 5 October 2026". */
export function nameUnit(day: Day, grain: Grain): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const titled = nameMonth(month);
  if (grain === 'year') return String(year);
  if (grain === 'quarter') return `Q${Math.ceil(month / 3)} ${year}`;
  if (grain === 'month') return `${titled} ${year}`;
  if (grain === 'week') return `the week of ${date} ${titled} ${year}`;
  return `${date} ${titled} ${year}`;
}
