import { addDays, addMonths, type Day, endOf, startOf, toDay } from './calendar.ts';
import { inYear, type Setting, toMonth } from './dated-periods.ts';
import { type Period, toSpan } from './period.ts';
import type { Atom } from './period-units.ts';

/** "The first two weeks of October": so many days from an end of the month. */
export function edgeOfMonth(
  which: string | undefined,
  days: number,
  month: string | undefined,
  year: string | undefined,
  setting: Setting,
): Atom | null {
  if (days < 1 || days > 28) return null;
  return partOfMonth(month, year, setting, ({ start, end }) =>
    which === 'first' ? [start, addDays(start, days - 1)] : [addDays(end, 1 - days), end],
  );
}

/** "The last weekend of September", whose Sunday lies in it too. */
export function weekendOfMonth(
  which: string | undefined,
  month: string | undefined,
  year: string | undefined,
  setting: Setting,
): Atom | null {
  return partOfMonth(month, year, setting, ({ start, end }) => {
    const sunday = startOf(addDays(end, 1), 'week');
    const saturday = which === 'first' ? addDays(startOf(addDays(start, 1), 'week'), 5) : addDays(sunday, -2);
    return [saturday, addDays(saturday, 1)];
  });
}

/** "The first half of October" is its first fifteen days. */
export function halfOfMonth(
  which: string | undefined,
  month: string | undefined,
  year: string | undefined,
  setting: Setting,
): Atom | null {
  return partOfMonth(month, year, setting, ({ start, end }) => {
    const middle = addDays(start, 14);
    return which === 'first' ? [start, middle] : [addDays(middle, 1), end];
  });
}

/** "Early September" is its first ten days, "mid September" the ten after them. */
export function thirdOfMonth(
  which: string | undefined,
  month: string | undefined,
  year: string | undefined,
  setting: Setting,
): Atom | null {
  // "Due by mid September" has another beginning.
  if (/^(?:by|until|till|to|from|since|before|after|than|through|as)$/.test(setting.before)) return null;
  // "Which deliveries were late in September?"
  const isAdverb = which === 'late' && !/^(?:in|at|around|the)$/.test(setting.typed.toLowerCase());
  if (isAdverb && !/^(?:|sales|revenue|turnover|vs|versus|and|with|against)$/.test(setting.before))
    return null;
  return partOfMonth(month, year, setting, ({ start, end }) =>
    which === 'early'
      ? [start, addDays(start, 9)]
      : which === 'late'
        ? [addDays(start, 20), end]
        : [addDays(start, 10), addDays(start, 19)],
  );
}

function partOfMonth(
  month: string | undefined,
  year: string | undefined,
  setting: Setting,
  toDays: (month: Period) => [first: Day, last: Day],
): Atom | null {
  const found = inYear(year, setting, (at) => ({ grain: 'month', start: toDay(at, toMonth(month), 1) }));
  if (found.kind !== 'period') return null;
  const period = toSpan(...toDays(found.period), 'day');
  return { kind: 'period', period, hasYear: true, year: found.year };
}

export function edgeOfYear(which: string | undefined, months: number, year: number): Atom | null {
  if (months < 1 || months > 12) return null;
  const first = which === 'first' ? 1 : 13 - months;
  const start = toDay(year, first, 1);
  return {
    kind: 'period',
    period: toSpan(start, endOf(addMonths(start, months - 1), 'month'), 'month'),
    hasYear: true,
    year,
  };
}

/** "The last week of 2024" is its last seven days. */
export function daysOfYear(which: string | undefined, days: number, year: number): Atom | null {
  if (days < 1 || days > 180) return null;
  const [first, last] = [toDay(year, 1, 1), toDay(year, 12, 31)];
  const span =
    which === 'first'
      ? toSpan(first, addDays(first, days - 1), 'day')
      : toSpan(addDays(last, 1 - days), last, 'day');
  return { kind: 'period', period: span, hasYear: true, year };
}
