import { addDays, addUnits, type Day, type Grain, toDay } from './calendar.ts';
import type { PeriodForm, Setting } from './dated-periods.ts';
import { toSpan } from './period.ts';
import { type Atom, fixed, running as runningUnit, toUnit } from './period-units.ts';

const unit = '(year|quarter)';

/** Fiscal years, named by the calendar year in which they end, and their quarters and halves, as `fiscal-times.ts` writes them. */
export const fiscalForms: PeriodForm[] = [
  {
    pattern: 'q([1-4]) fy ?((?:19|20)\\d\\d) ',
    read: ([index, year], { fiscalStartMonth }) => quarterOf(Number(year), Number(index), fiscalStartMonth),
  },
  {
    pattern: 'h([12]) fy ?((?:19|20)\\d\\d) ',
    read: ([index, year], { fiscalStartMonth }) => halfOf(Number(year), Number(index), fiscalStartMonth),
  },
  {
    pattern: 'fiscal ([qh])([1-4]) (?:of (this|last) fiscal year )?',
    read: ([kind, digit, which], setting) => partOfYear(kind === 'h', Number(digit), which, setting),
  },
  { pattern: `(this|last) fiscal ${unit} `, read: ([which, name], setting) => named(which, name, setting) },
  {
    pattern: `(?:the )?(?:last|past|previous) (\\d+) (?:full |complete |whole )?fiscal ${unit} `,
    read: ([count, name], setting) => lastUnits(Number(count), toGrain(name), setting),
  },
  {
    pattern: `(?:the )?(?:next|coming) fiscal ${unit} `,
    read: ([name]) => ({ kind: 'future', spoken: `next fiscal ${name}` }),
  },
  {
    pattern: `(?:the )?(?:(?:rest|remainder|end) of (?:the |this )?|by (?:the )?end of (?:the |this )?)fiscal ${unit} (?!(?:19|20)?\\d\\d )`,
    read: ([name]) => ({ kind: 'future', spoken: `the rest of this fiscal ${name}` }),
  },
  {
    pattern: '(?:fy|fiscal(?: year)?) ?((?:19|20)\\d\\d) ',
    read: ([year], { fiscalStartMonth }) => fixed(yearOf(Number(year), fiscalStartMonth), true),
  },
  {
    pattern: '(?:fy|fiscal year) ?(\\d\\d) ',
    read: ([year], { fiscalStartMonth }) => fixed(yearOf(Number(year) + 2000, fiscalStartMonth), true),
  },
];

function toGrain(name: string | undefined): Grain {
  return name === 'quarter' ? 'quarter' : 'year';
}

function startOfYear(year: number, startMonth: number): Day {
  return toDay(startMonth === 1 ? year : year - 1, startMonth, 1);
}

/** The fiscal year that a day is in. */
function yearAt(day: Day, startMonth: number): number {
  const calendar = Number(day.slice(0, 4));
  return startMonth > 1 && Number(day.slice(5, 7)) >= startMonth ? calendar + 1 : calendar;
}

function yearOf(year: number, startMonth: number) {
  const start = startOfYear(year, startMonth);
  const end = addDays(addUnits(start, 'year', 1), -1);
  return { ...toSpan(start, end, 'month'), text: `FY${year}`, spoken: `fiscal year ${year}`, count: 12 };
}

function quarterOf(year: number, index: number, startMonth: number): Atom {
  const start = addUnits(startOfYear(year, startMonth), 'quarter', index - 1);
  // Where the years are those of the calendar, so are the quarters.
  if (startMonth === 1) return fixed(toUnit(start, 'quarter'), true);
  const end = addDays(addUnits(start, 'quarter', 1), -1);
  const name = { text: `FY${year} Q${index}`, spoken: `Q${index} of fiscal year ${year}` };
  return fixed({ ...toSpan(start, end, 'month'), ...name }, true);
}

function halfOf(year: number, index: number, startMonth: number): Atom {
  const start = addUnits(startOfYear(year, startMonth), 'month', (index - 1) * 6);
  const span = toSpan(start, addDays(addUnits(start, 'month', 6), -1), 'month');
  const half = index === 1 ? 'first' : 'second';
  return fixed({ ...span, spoken: `the ${half} half of fiscal year ${year}` }, true);
}

/** Of the year that is named, else the latest that has begun. */
function partOfYear(
  isHalf: boolean,
  index: number,
  which: string | undefined,
  { today, fiscalStartMonth }: Setting,
): Atom | null {
  if (isHalf && index > 2) return null;
  const own = yearAt(today, fiscalStartMonth) - (which === 'last' ? 1 : 0);
  const start = addUnits(startOfYear(own, fiscalStartMonth), 'month', (index - 1) * (isHalf ? 6 : 3));
  const year = which === undefined && start > today ? own - 1 : own;
  return isHalf ? halfOf(year, index, fiscalStartMonth) : quarterOf(year, index, fiscalStartMonth);
}

/** The first day of the running fiscal year or quarter. */
function startOfRunning(grain: Grain, { today, fiscalStartMonth }: Setting): Day {
  const start = startOfYear(yearAt(today, fiscalStartMonth), fiscalStartMonth);
  const quarters = [0, 1, 2, 3].map((index) => addUnits(start, 'quarter', index));
  return grain === 'year' ? start : (quarters.findLast((day) => day <= today) ?? start);
}

/** The running one so far, or the whole one before it. */
function named(which: string | undefined, name: string | undefined, setting: Setting): Atom | null {
  const { today, fiscalStartMonth } = setting;
  const grain = toGrain(name);
  if (which === 'this' && grain === 'quarter' && fiscalStartMonth === 1) return runningUnit(name, today);
  const running = startOfRunning(grain, setting);
  const start = which === 'last' ? addUnits(running, grain, -1) : running;
  const year = yearAt(start, fiscalStartMonth);
  const index = [0, 1, 2, 3].findIndex(
    (at) => addUnits(startOfYear(year, fiscalStartMonth), 'quarter', at) === start,
  );
  const whole =
    grain === 'year'
      ? fixed(yearOf(year, fiscalStartMonth), true)
      : quarterOf(year, index + 1, fiscalStartMonth);
  if (which === 'last' || whole.kind !== 'period') return whole;
  return fixed({ ...toSpan(start, today, null), spoken: `${whole.period.spoken} so far` }, true);
}

/** Complete ones before the running one. */
function lastUnits(count: number, grain: Grain, setting: Setting): Atom | null {
  if (count < 1 || count > 100) return null;
  const running = startOfRunning(grain, setting);
  const span = toSpan(addUnits(running, grain, -count), addDays(running, -1), 'month');
  const spoken = `the last ${count === 1 ? '' : `${count} `}fiscal ${grain}${count === 1 ? '' : 's'}`;
  return fixed({ ...span, spoken, text: `last ${count} fiscal ${grain}s` });
}
