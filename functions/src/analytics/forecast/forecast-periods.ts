import { addDays, addUnits, countDays, type Day, earlierOf, endOf, listUnits, startOf } from '../calendar.ts';

export type ForecastGrain = 'week' | 'month';

/** Periods that make a year, and how many are forecast unless asked. */
export const grainFacts = {
  week: { seasonLength: 52, horizon: 8 },
  month: { seasonLength: 12, horizon: 3 },
} as const satisfies Record<ForecastGrain, { seasonLength: number; horizon: number }>;

export type ForecastPeriods = {
  /** First days of the complete periods on record, oldest first. */
  known: Day[];
  /** First days of the periods that follow. */
  ahead: Day[];
  /** True where the first period ahead has begun: it is forecast as a whole. */
  isRunning: boolean;
};

/** The complete periods of the data, and those to forecast: from the first one that is not complete on. */
export function toForecastPeriods(
  days: { first: Day; last: Day },
  today: Day,
  grain: ForecastGrain,
  horizon: number,
): ForecastPeriods {
  const lastDay = earlierOf(days.last, addDays(today, -1));
  const all = listUnits(grain, days.first, lastDay);
  const known = all.filter((start) => start >= days.first && endOf(grain, start) <= lastDay);
  const next =
    known.at(-1) === undefined ? startOf(grain, lastDay) : addUnits(grain, known.at(-1) ?? lastDay, 1);
  const ahead = Array.from({ length: horizon }, (_, index) => addUnits(grain, next, index));
  return { known, ahead, isRunning: countDays(next, lastDay) >= 0 };
}
