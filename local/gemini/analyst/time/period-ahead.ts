import { addDays, addUnits, type Day, endOf, nameUnit, startOf, toGrain } from './calendar.ts';
import { type Period, toSpan } from './period.ts';

/** "Next week", "this month", "today": whole periods, with the days that are still to come. */
export function toPeriodAhead(text: string, today: Day): Period {
  const [, ended] = endOfUnit.exec(text) ?? [];
  const runs = toGrain(ended);
  const [, from, until] = stretch.exec(runs ? `${today}..${endOf(today, runs)}` : text) ?? [];
  if (from !== undefined && until !== undefined) {
    const isMonth = startOf(from, 'month') === from && endOf(from, 'month') === until;
    const span = toSpan(from, until, isMonth ? 'month' : 'day');
    return { ...span, text: from === until ? from : span.text, grain: null, count: 1 };
  }
  const [, which, count, unit] = form.exec(text === 'tomorrow' ? 'next day' : text) ?? [];
  const grain = toGrain(unit) ?? 'day';
  const start = which === 'next' ? addDays(endOf(today, grain), 1) : startOf(today, grain);
  const end = addDays(addUnits(start, grain, Number(count ?? 1)), -1);
  const spoken = count === undefined ? nameUnit(start, grain) : `the ${text}`;
  return { text, spoken, start, end, grain: null, count: 1 };
}

const form = /^(next|this)(?: (\d+))? (day|week|month|quarter|year)s?$/;

/** Days that were named: "due by Friday". */
const stretch = /^(\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)$/;

/** "By the end of the month" is from today on. */
const endOfUnit = /^the end of this (\w+)$/;

export function isAhead(text: string): boolean {
  return (
    endOfUnit.test(text) || form.test(text) || stretch.test(text) || text === 'tomorrow' || text === 'today'
  );
}
