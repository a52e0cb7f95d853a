const dayMs = 86_400_000;

/** The days of the demo, numbered from 0. */
export type Calendar = {
  /** The first day: the first of the month three years before the last day. */
  start: string;
  dayCount: number;
  /** Monday is 0. */
  weekday: (day: number) => number;
  /** January is 0. Days past the last one are fine: plans look ahead. */
  month: (day: number) => number;
  dayOfMonth: (day: number) => number;
  year: (day: number) => number;
  /** 0 in the last day's month, 1 in the month before, … */
  monthsBeforeEnd: (day: number) => number;
  /** `monthly` (January to December) at a day, in a straight line from the middle of one month to the next. */
  between: (monthly: readonly number[], day: number) => number;
};

/** @param today `YYYY-MM-DD`, the last day. */
export function createCalendar(today: string, years = 3): Calendar {
  const end = new Date(`${today}T00:00:00Z`);
  const start = Date.UTC(end.getUTCFullYear() - years, end.getUTCMonth(), 1);
  const dayCount = Math.round((end.getTime() - start) / dayMs) + 1;
  const at = (day: number) => new Date(start + day * dayMs);
  const months = (date: Date) => date.getUTCFullYear() * 12 + date.getUTCMonth();
  return {
    start: new Date(start).toISOString().slice(0, 10),
    dayCount,
    weekday: (day) => (at(day).getUTCDay() + 6) % 7,
    month: (day) => at(day).getUTCMonth(),
    dayOfMonth: (day) => at(day).getUTCDate(),
    year: (day) => at(day).getUTCFullYear(),
    monthsBeforeEnd: (day) => months(end) - months(at(day)),
    between: (monthly, day) => {
      const date = at(day);
      const daysInMonth = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
      const position = date.getUTCMonth() + (date.getUTCDate() - 0.5) / daysInMonth - 0.5 + 12;
      const before = monthly[Math.floor(position) % 12] ?? 1;
      const after = monthly[(Math.floor(position) + 1) % 12] ?? 1;
      return before + (after - before) * (position % 1);
    },
  };
}
