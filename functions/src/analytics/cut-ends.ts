import { addDays, type Day, earlierOf, endOf, laterOf, listUnits, startOf, type Unit } from './calendar.ts';
import { keeps } from './conditions.ts';
import type { Filter } from './request.ts';

/** Whether the first and the last period of a course lack days, so that a fall or a rise there may be none. */
export type CutEnds = { first: boolean; last: boolean };

/**
 * Which ends of a course are cut by the days that it holds. Only days that the filters keep can be missing: in records from November
 * 2023 to November 2026 each December is whole, and 2026 has none.
 * @param days the days of the request that are on record, first and last included.
 */
export function findCutEnds(grain: Unit, days: { start: Day; end: Day }, filters: Filter[]): CutEnds {
  const { start, end } = days;
  const [begin, until] = [startOf(grain, start), endOf(grain, end)];
  const keepsAny = (from: Day, to: Day) =>
    listUnits('day', from, to).some((day) => filters.every((filter) => keepsDay(filter, day)));
  return {
    first: keepsAny(begin, addDays(start, -1)) && keepsAny(start, earlierOf(endOf(grain, start), end)),
    last: keepsAny(addDays(end, 1), until) && keepsAny(laterOf(startOf(grain, end), start), end),
  };
}

/** Dimensions that a day alone decides. */
const namesOfDays: Record<string, Intl.DateTimeFormat> = {
  month_of_year: new Intl.DateTimeFormat('en-US', { month: 'long', timeZone: 'UTC' }),
  weekday: new Intl.DateTimeFormat('en-US', { weekday: 'long', timeZone: 'UTC' }),
};

function keepsDay(filter: Filter, day: Day): boolean {
  const names = namesOfDays[filter.dimension];
  return names === undefined || keeps(filter, names.format(Date.parse(day)));
}
