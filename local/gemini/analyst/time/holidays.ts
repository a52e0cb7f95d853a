import { addDays, type Day, startOf, toDay } from './calendar.ts';
import type { PeriodForm, Setting } from './dated-periods.ts';
import { type Period, toSpan } from './period.ts';
import { type Atom, toUnit } from './period-units.ts';

/** First and last day of what people call by a name, in each year. */
const days: Record<string, (year: number) => [first: Day, last: Day]> = {
  'new year day': (year) => one(toDay(year, 1, 1)),
  valentine: (year) => one(toDay(year, 2, 14)),
  'valentine day': (year) => one(toDay(year, 2, 14)),
  'good friday': (year) => one(addDays(toEaster(year), -2)),
  'easter sunday': (year) => one(toEaster(year)),
  'easter monday': (year) => one(addDays(toEaster(year), 1)),
  easter: toEasterDays,
  'easter weekend': toEasterDays,
  whitsun: (year) => [addDays(toEaster(year), 49), addDays(toEaster(year), 50)],
  pentecost: (year) => [addDays(toEaster(year), 49), addDays(toEaster(year), 50)],
  halloween: (year) => one(toDay(year, 10, 31)),
  thanksgiving: (year) => one(toThanksgiving(year)),
  'thanksgiving day': (year) => one(toThanksgiving(year)),
  'black friday': (year) => one(addDays(toThanksgiving(year), 1)),
  'cyber monday': (year) => one(addDays(toThanksgiving(year), 4)),
  'christmas eve': (year) => one(toDay(year, 12, 24)),
  'christmas day': (year) => one(toDay(year, 12, 25)),
  christmas: (year) => [toDay(year, 12, 24), toDay(year, 12, 26)],
  'boxing day': (year) => one(toDay(year, 12, 26)),
  'new year eve': (year) => one(toDay(year, 12, 31)),
};

function one(day: Day): [Day, Day] {
  return [day, day];
}

/** Good Friday to Easter Monday. */
function toEasterDays(year: number): [Day, Day] {
  return [addDays(toEaster(year), -2), addDays(toEaster(year), 1)];
}

/** The fourth Thursday of November, as in the United States. */
function toThanksgiving(year: number): Day {
  // The Monday on or before 1 November is at most six days back: three days on is a Thursday.
  const thursday = addDays(startOf(toDay(year, 11, 1), 'week'), 3);
  return addDays(thursday, thursday < toDay(year, 11, 1) ? 28 : 21);
}

/** Easter Sunday of the western churches, by the rule of Meeus, Jones and Butcher. */
export function toEaster(year: number): Day {
  const [golden, century, rest] = [year % 19, Math.floor(year / 100), year % 100];
  const leaps = Math.floor(century / 4);
  const moon = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - leaps - moon + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - epact - (rest % 4)) % 7;
  const shift = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const sum = epact + weekday - 7 * shift + 114;
  return toDay(year, Math.floor(sum / 31), (sum % 31) + 1);
}

/** A well-known time in a year, or null where nothing is called so. */
export function toHoliday(name: string, year: number): Period | null {
  const [first, last] = days[name]?.(year) ?? [];
  return first === undefined || last === undefined ? null : { ...toSpan(first, last, 'day'), holiday: name };
}

const names = Object.keys(days).toSorted((a, b) => b.length - a.length);
const named = `(${names.join('|')}|xmas)`;
const ofYear = '(?:(?:of |in )?((?:19|20)\\d\\d|last year|this year) )?';

/** "On Black Friday", "over Christmas 2025", "Easter vs last Easter"; the answer states the days meant. */
export const holidayForms: PeriodForm[] = [
  // "The week of Easter", "Thanksgiving week": from its Monday on.
  {
    pattern: `(?:(?:in|during|over) )?(?:the )?(?:week of ${named}|${named} week) ${ofYear}`,
    read: ([of, own, year], setting) => {
      const found = readHoliday(of ?? own, year, '', setting);
      if (found?.kind !== 'period') return null;
      const { start, holiday } = found.period;
      const day =
        holiday === 'easter' ? addDays(start, 2) : holiday === 'christmas' ? addDays(start, 1) : start;
      return { ...found, period: toUnit(startOf(day, 'week'), 'week'), hasYear: true };
    },
  },
  {
    pattern: `(?:(?:on|over|at|during|around|for|in) )?(?:the )?(?:(last|this|previous) )?${named} (?:time |holidays? )?${ofYear}`,
    read: ([which, name, year], setting) => {
      // "Christmas trees", "Easter eggs" are goods.
      const isSaid = [setting.before, setting.typed.toLowerCase()].some((word) => introduces.test(word));
      const isFigure = ofFigure.test(setting.after);
      const isTime = year !== undefined || isFigure || (ends.test(setting.after) && (which || isSaid));
      return isTime || setting.after === '' ? readHoliday(name, year, which ?? '', setting) : null;
    },
  },
];

const introduces =
  /^(?:on|over|at|during|around|for|in|since|before|after|until|till|to|from|between|of|vs|versus|than|against|with|through)$/;
const ofFigure =
  /^(?:sales|revenue|turnover|orders|returns|units|profit|margin|figures|trading|vs|versus|against|than|compared)\b/;
const ends =
  /^(?:$|(?:in|on|at|by|per|for|of|from|to|with|without|and|or|until|till|across|via|through|each|season|did|do|does|was|were|is|are|we|how|which|what|this|last|split|as)\b)/;

/** The latest that has come, or that is over where it has several days, unless its year is named. */
function readHoliday(
  spoken: string | undefined,
  year: string | undefined,
  which: string,
  { today }: Setting,
): Atom | null {
  const name = spoken === 'xmas' ? 'christmas' : (spoken ?? '');
  const thisYear = Number(today.slice(0, 4));
  const own = toHoliday(name, thisYear);
  if (own === null) return null;
  const hasCome = own.end <= today && !(which === 'last' && own.end === today);
  const fromWord = year === 'last year' ? thisYear - 1 : year === 'this year' ? thisYear : Number(year);
  const latest = hasCome ? thisYear : thisYear - 1;
  const chosen = year !== undefined ? fromWord : which === 'this' ? thisYear : latest;
  const inYear = (of: number) => toHoliday(name, of) ?? own;
  if (which === 'this' && !hasCome) return { kind: 'future', spoken: `this ${name}` };
  return { kind: 'period', period: inYear(chosen), hasYear: year !== undefined, year: chosen, inYear };
}
