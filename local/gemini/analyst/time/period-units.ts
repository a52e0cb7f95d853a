import { spellNumber } from '../vocabulary/numbers.ts';
import { addDays, addUnits, type Day, endOf, type Grain, nameUnit, startOf, toGrain } from './calendar.ts';
import type { Against } from './find-periods.ts';
import type { Period } from './period.ts';

/** What a few words say about time. */
export type Atom =
  | {
      kind: 'period';
      period: Period;
      /** Whether the year stands there; without it `inYear` can move the period to one that stands elsewhere. */
      hasYear: boolean;
      year: number;
      inYear?: (year: number) => Period;
    }
  | { kind: 'against'; against: Against }
  | { kind: 'future'; spoken: string };

export function fixed(period: Period, hasYear = false): Atom {
  return { kind: 'period', period, hasYear, year: Number(period.start.slice(0, 4)) };
}

/** The text by which the tools know one whole unit. */
export function toUnit(start: Day, grain: Grain): Period {
  const [year = '', month = ''] = start.split('-');
  const texts: Record<Grain, string> = {
    day: start,
    week: `${start}..${addDays(start, 6)}`,
    month: `${year}-${month}`,
    quarter: `Q${Math.ceil(Number(month) / 3)} ${year}`,
    year,
  };
  return {
    text: texts[grain],
    spoken: nameUnit(start, grain),
    start,
    end: endOf(start, grain),
    grain,
    count: 1,
  };
}

export function running(name: string | undefined, today: Day): Atom | null {
  const grain = toGrain(name);
  if (grain === null) return null;
  const start = startOf(today, grain);
  const text = grain === 'day' ? 'today' : grain === 'week' ? `${start}..${today}` : `${grain} to date`;
  const spoken = grain === 'day' ? 'today' : `this ${grain} so far`;
  return fixed({ text, spoken, start, end: today, grain: null, count: 1 });
}

/** Complete units before today. */
export function lastUnits(count: number, name: string | undefined, today: Day): Atom | null {
  const grain = toGrain(name);
  if (grain === null || count < 1 || count > 3660) return null;
  const end = addDays(startOf(today, grain), -1);
  const start = addUnits(startOf(today, grain), grain, -count);
  if (count === 1) {
    const period = { ...toUnit(start, grain), text: grain === 'day' ? 'yesterday' : `last ${grain}` };
    return fixed(period);
  }
  return fixed({
    text: `last ${count} ${grain}s`,
    spoken: `the last ${spellNumber(count)} ${grain}s`,
    start,
    end,
    grain,
    count,
  });
}

/** "Over the past year" is the twelve months before now, not the last calendar year. */
export function pastUnit(name: string | undefined, today: Day): Atom | null {
  if (name === 'year') return lastUnits(12, 'month', today);
  if (name === 'quarter') return lastUnits(3, 'month', today);
  if (name === 'month') return lastUnits(30, 'day', today);
  return lastUnits(name === 'week' ? 7 : 1, 'day', today);
}

export function unitsAgo(count: number, name: string | undefined, today: Day): Atom | null {
  const grain = toGrain(name);
  if (grain === null) return null;
  return fixed(toUnit(addUnits(startOf(today, grain), grain, -count), grain), true);
}
