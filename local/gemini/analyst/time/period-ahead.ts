import { addDays, addUnits, type Day, endOf, nameUnit, startOf } from './calendar.ts';
import type { Period } from './period.ts';

/** "Next week", "this month", "today": whole periods, with the days that are still to come. */
export function toPeriodAhead(text: string, today: Day): Period {
  const [, which, count, unit] = form.exec(text === 'tomorrow' ? 'next day' : text) ?? [];
  const grain = grains.find((name) => name === unit) ?? 'day';
  const start = which === 'next' ? addDays(endOf(today, grain), 1) : startOf(today, grain);
  const end = addDays(addUnits(start, grain, Number(count ?? 1)), -1);
  const spoken = count === undefined ? nameUnit(start, grain) : `the ${text}`;
  return { text, spoken, start, end, grain: null, count: 1 };
}

const form = /^(next|this)(?: (\d+))? (day|week|month|quarter|year)s?$/;

export function isAhead(text: string): boolean {
  return form.test(text) || text === 'tomorrow' || text === 'today';
}

const grains = ['day', 'week', 'month', 'quarter', 'year'] as const;
