import { countUnits, type Day, type Grain, nameUnit } from './calendar.ts';

/** A span of days as a person asked for it. */
export type Period = {
  /** As the tools take it. */
  text: string;
  /** As it stands in a sentence: "the last three months", "October 2026". */
  spoken: string;
  start: Day;
  end: Day;
  /** The unit that it is counted in, where it is made of whole ones. */
  grain: Grain | null;
  count: number;
  /** What the days are called, which are others each year: "black friday". */
  holiday?: string;
  /** "Now", beside another time: of stock it is today, of what was sold the time that runs. */
  now?: boolean;
};

/** A span named by its dates, or by its unit where it is exactly one. */
export function toSpan(start: Day, end: Day, grain: Grain | null): Period {
  const count = grain === null ? 1 : (countUnits(start, end, grain) ?? 1);
  const whole = grain !== null && countUnits(start, end, grain) !== null;
  const spoken =
    whole && count === 1 && grain
      ? nameUnit(start, grain)
      : `${nameUnit(start, whole && grain ? grain : 'day')} to ${nameUnit(end, whole && grain ? grain : 'day')}`;
  return { text: `${start}..${end}`, spoken, start, end, grain: whole ? grain : null, count };
}

/** All the time on record. */
export function toAllTime(today: Day): Period {
  return { text: 'all time', spoken: 'all time', start: '1900-01-01', end: today, grain: null, count: 1 };
}
