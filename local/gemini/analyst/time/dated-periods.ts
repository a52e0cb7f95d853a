import { addDays, type Day, endOf, type Grain, monthNames, startOf, toDay, weekdays } from './calendar.ts';
import { type Period, toSpan } from './period.ts';
import { type Atom, toUnit } from './period-units.ts';

export type Setting = {
  today: Day;
  fiscalStartMonth: number;
  /** The first day of the time that was named before, in the same sentence. */
  earlier: Day | null;
  before: string;
  after: string;
  typed: string;
  opens: boolean;
};

/** How a time is said, and which one it is; null where the words mean none. */
export type PeriodForm = {
  pattern: string;
  read: (groups: (string | undefined)[], setting: Setting) => Atom | null;
};

/** A unit of a year: of the one named, else the latest that has begun. */
export function inYear(
  year: string | undefined,
  { today }: Setting,
  at: (year: number) => { grain: Grain; start: Day },
): Atom {
  const thisYear = Number(today.slice(0, 4));
  const toPeriod = (of: number) => {
    const { grain, start } = at(of);
    return toUnit(start, grain);
  };
  const named = toYear(year, thisYear);
  const latest = at(thisYear).start <= today ? thisYear : thisYear - 1;
  const chosen = named ?? latest;
  return toAtom(toPeriod, chosen, named !== null);
}

/** A period of a year that may still be set: "Q1 and Q2 2025" names it once. */
function toAtom(toPeriod: (year: number) => Period, year: number, hasYear: boolean): Atom {
  return { kind: 'period', period: toPeriod(year), hasYear, year, inYear: toPeriod };
}

function toYear(year: string | undefined, thisYear: number): number | null {
  if (year === undefined) return null;
  if (year === 'last year') return thisYear - 1;
  return /^\d+$/.test(year) ? Number(year) : thisYear;
}

export function namedMonth(
  month: string | undefined,
  year: string | undefined,
  setting: Setting,
): Atom | null {
  // "May" is a verb, too: it is a month after a preposition, before a year, another month or a figure, or with a
  // capital inside a sentence.
  if (month === 'may' || month === 'mar' || month === 'march') {
    const introduced =
      /^(in|for|of|since|from|to|until|till|through|during|and|vs|versus|with|than|last|between|by|against|compared|over)$/.test(
        setting.before,
      );
    const capital = /^M/.test(setting.typed) && !setting.opens;
    const spans = new RegExp(
      `^(?:to|until|till|through|thru|and) (?:the )?(?:end of )?(?:${monthNames.map((name) => name.slice(0, 3)).join('|')})`,
    ).test(setting.after);
    // "Sales in April", and then "May"; "May sales by year", but not "may I see the sales?"
    const isFirst =
      setting.before === '' && !/^(?:i|we|you|he|she|it|they|there|be|have|someone)\b/.test(setting.after);
    const isOfFigure =
      /^(?:sales|revenue|turnover|units|orders|returns|profit|margin|spend|purchases|figures|numbers|results)\b/.test(
        setting.after,
      );
    if (year === undefined && !introduced && !capital && !spans && !isFirst && !isOfFigure) return null;
  }
  return inYear(year, setting, (at) => ({ grain: 'month', start: toDay(at, toMonth(month), 1) }));
}

export function toMonth(name: string | undefined): number {
  return monthNames.findIndex((month) => month.startsWith((name ?? '').slice(0, 3))) + 1;
}

export function dayOfMonth(
  date: string | undefined,
  month: string | undefined,
  year: string | undefined,
  setting: Setting,
): Atom | null {
  const day = Number(date);
  // "Territory 4 Nov 2013": the number is that of the territory.
  if (numbered.test(setting.before)) return null;
  // A leap year has all days that there are.
  if (day < 1 || day > Number(endOf(toDay(2024, toMonth(month), 1), 'month').slice(8))) return null;
  return inYear(year, setting, (at) => ({ grain: 'day', start: toDay(at, toMonth(month), day) }));
}

const numbered =
  /^(territory|region|zone|district|store|shop|branch|site|warehouse|depot|customer|client|supplier|vendor|product|item|article|sku|number|no)$/;

/** "On the 15th": the latest one that was; beside another time it is open of which month. */
export function dayAlone(date: string | undefined, { today, earlier }: Setting): Atom | null {
  const day = Number(date);
  if (earlier !== null || day < 1 || day > 31) return null;
  const own = addDays(startOf(today, 'month'), day - 1);
  const found = own <= today ? own : addDays(startOf(addDays(startOf(today, 'month'), -1), 'month'), day - 1);
  // The 31st of a month that has 30 days.
  return Number(found.slice(8)) === day
    ? { kind: 'period', period: toUnit(found, 'day'), hasYear: true, year: Number(found.slice(0, 4)) }
    : null;
}

/** "3 to 17 October" */
export function daysOfMonth(
  first: string | undefined,
  last: string | undefined,
  month: string | undefined,
  year: string | undefined,
  setting: Setting,
): Atom | null {
  const [from, to] = [Number(first), Number(last)];
  if (from < 1 || to > 31 || to < from) return null;
  const thisYear = Number(setting.today.slice(0, 4));
  const toPeriod = (of: number) =>
    toSpan(toDay(of, toMonth(month), from), toDay(of, toMonth(month), to), 'day');
  const named = toYear(year, thisYear);
  const chosen = named ?? (toPeriod(thisYear).start <= setting.today ? thisYear : thisYear - 1);
  return toAtom(toPeriod, chosen, named !== null);
}

/** "19.10.2026", the day first. */
export function dottedDay(
  date: string | undefined,
  month: string | undefined,
  year: string | undefined,
): Atom | null {
  const [day, at] = [Number(date), Number(month)];
  if (day < 1 || day > 31 || at < 1 || at > 12) return null;
  return {
    kind: 'period',
    period: toUnit(toDay(Number(year), at, day), 'day'),
    hasYear: true,
    year: Number(year),
  };
}

export function half(which: number, year: string | undefined, setting: Setting): Atom {
  const toPeriod = (of: number): Period => ({
    ...toSpan(
      toDay(of, which === 1 ? 1 : 7, 1),
      toDay(of, which === 1 ? 6 : 12, which === 1 ? 30 : 31),
      'month',
    ),
    text: `H${which} ${of}`,
    spoken: `the ${which === 1 ? 'first' : 'second'} half of ${of}`,
  });
  const thisYear = Number(setting.today.slice(0, 4));
  const named = toYear(year, thisYear);
  const latest = toPeriod(thisYear).start <= setting.today ? thisYear : thisYear - 1;
  const chosen = named ?? latest;
  return toAtom(toPeriod, chosen, named !== null);
}

/** ISO weeks: the first one holds the fourth of January. */
export function numberedWeek(week: number, year: string | undefined, { today }: Setting): Atom | null {
  if (week < 1 || week > 53) return null;
  const toStart = (of: number) => addDays(startOf(toDay(of, 1, 4), 'week'), 7 * (week - 1));
  const thisYear = Number(today.slice(0, 4));
  const chosen = year !== undefined ? Number(year) : toStart(thisYear) <= today ? thisYear : thisYear - 1;
  return { kind: 'period', period: toUnit(toStart(chosen), 'week'), hasYear: true, year: chosen };
}

const weekday = `(${weekdays.join('|')})`;

export const weekdayForms: PeriodForm[] = [
  { pattern: `(?:on |last )${weekday} `, read: ([name], { today }) => latestWeekday(name, today) },
  // "Yesterday compared with the Saturday before": the last one before that day.
  {
    pattern: `(?:the )?(?:(?:previous|preceding|prior) ${weekday}|${weekday} (?:before|earlier|prior)(?: that| it)?) (?!last |yesterday |today )`,
    read: ([name, other], { earlier }) => (earlier === null ? null : latestWeekday(name ?? other, earlier)),
  },
];

/** The latest such day before another. */
function latestWeekday(name: string | undefined, today: Day): Atom {
  const wanted = weekdays.indexOf(name ?? '');
  const monday = startOf(today, 'week');
  const own = addDays(monday, wanted);
  const day = own < today ? own : addDays(own, -7);
  return { kind: 'period', period: toUnit(day, 'day'), hasYear: true, year: Number(day.slice(0, 4)) };
}
