import {
  addDays,
  addUnits,
  type Day,
  endOf,
  type Grain,
  monthNames,
  nameUnit,
  startOf,
  toDay,
} from './calendar.ts';
import type { Against } from './find-periods.ts';
import { spellNumber, toOrdinal } from './numbers.ts';
import { type Period, toSpan } from './period.ts';

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

type Setting = { today: Day; fiscalStartMonth: number; before: string; typed: string; opens: boolean };
type Form = { pattern: RegExp; read: (groups: (string | undefined)[], setting: Setting) => Atom | null };

const unit = '(day|week|month|quarter|year)';
const monthWord =
  '(january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)';
const ofYear = '(?:(?:of |in )?((?:19|20)\\d\\d|last year|this year|the year) )?';

/** The first form that fits wins, so longer ones stand before shorter ones. */
export const periodForms: Form[] = [
  form(
    '(?:the )?same (?:period|time|month|quarter|week|day|span|dates?|interval)s? (?:of |in |from )?(?:the )?(?:last|previous|prior|a) year (?:ago |earlier |before )?',
    () => toAgainst('last_year'),
  ),
  form('(?:a |1 )year (?:ago|earlier|before) ', () => toAgainst('last_year')),
  form('(?:year (?:over|on|to) year(?! )|year (?:over|on) year|yoy|y o y) ', () => toAgainst('last_year')),
  form('(?:month (?:over|on) month|quarter (?:over|on) quarter|week (?:over|on) week|mom|qoq|wow) ', () =>
    toAgainst('previous'),
  ),
  form('(?:the )?(?:previous|prior|preceding) (?:period|one|span) ', () => toAgainst('previous')),
  form('(?:the )?(?:period|1|month|quarter|week|year) before(?: that| it)? ', () => toAgainst('previous')),
  form(
    `(?:the )?(?:next|coming|upcoming|following) (?:(\\d+|few|couple of) )?${unit}s? `,
    ([count, name]) => ({
      kind: 'future',
      spoken: `next ${count ? `${count} ` : ''}${name}${count ? 's' : ''}`,
    }),
  ),
  form('tomorrow ', () => ({ kind: 'future', spoken: 'tomorrow' })),
  form(
    `(?:so far )?(?:in )?(?:this|current) ${unit} (?:so far |to date |until now |up to now )?`,
    ([name], { today }) => running(name, today),
  ),
  form(`so far (?:in )?this ${unit} `, ([name], { today }) => running(name, today)),
  form(`${unit} to date `, ([name], { today }) => running(name, today)),
  form('(ytd|qtd|mtd|wtd) ', ([name], { today }) =>
    running({ ytd: 'year', qtd: 'quarter', mtd: 'month', wtd: 'week' }[name ?? ''], today),
  ),
  form(
    `(?:the )?(?:last|past|previous|prior|preceding|trailing|most recent|latest) (?:(\\d+)(?: of)?|few|several|(half)(?: a)?) (?:full |complete |whole |calendar )?${unit}s? `,
    ([count, half, name], { today }) =>
      half ? lastUnits(6, 'month', today) : lastUnits(count ? Number(count) : 3, name, today),
  ),
  form(`(?:the )?past ${unit} `, ([name], { today }) => pastUnit(name, today)),
  form(
    `(?:the )?(?:last|previous|prior|preceding|most recent|latest) (?:full |complete |whole |calendar )?${unit} `,
    ([name], { today }) => lastUnits(1, name, today),
  ),
  form(`(\\d+|a) ${unit} ago `, ([count, name], { today }) =>
    unitsAgo(count === 'a' ? 1 : Number(count), name, today),
  ),
  form('today ', (_, { today }) =>
    fixed({ text: 'today', spoken: 'today', start: today, end: today, grain: 'day', count: 1 }),
  ),
  form('(?:right )?now |currently |at the moment ', () => null),
  form('yesterday ', (_, { today }) => {
    const day = addDays(today, -1);
    return fixed({ text: 'yesterday', spoken: 'yesterday', start: day, end: day, grain: 'day', count: 1 });
  }),
  form('(?:recently|lately|these days) ', (_, { today }) => lastUnits(30, 'day', today)),
  form(
    '(?:of )?(?:all time|all the time|all history|since the (?:very )?(?:beginning|start)(?! of)|ever) ',
    (_, { today }) =>
      fixed({ text: 'all time', spoken: 'all time', start: '1900-01-01', end: today, grain: null, count: 1 }),
  ),
  form(`(?:the )?(?:start|beginning) of (?:the |this |last )?(year|quarter|month) `, ([name], { today }) => {
    const start = startOf(today, toGrain(name) ?? 'year');
    return fixed(toSpan(start, start, 'day'));
  }),
  form(
    `(?:the )?(?:q([1-4])|(first|second|third|fourth|1st|2nd|3rd|4th) quarter|quarter ([1-4])) ${ofYear}`,
    ([digit, word, after, year], setting) =>
      inYear(year, setting, (at) => ({
        grain: 'quarter',
        start: toDay(at, (Number(digit ?? after ?? toOrdinal(word ?? '')) - 1) * 3 + 1, 1),
      })),
  ),
  form(`((?:19|20)\\d\\d) q([1-4]) `, ([year, digit], setting) =>
    inYear(year, setting, (at) => ({ grain: 'quarter', start: toDay(at, (Number(digit) - 1) * 3 + 1, 1) })),
  ),
  form(`(?:the )?(?:h([12])|(first|second) half) ${ofYear}`, ([digit, word, year], setting) =>
    half(Number(digit ?? toOrdinal(word ?? '')), year, setting),
  ),
  form('(?:fy|fiscal year|financial year) ?((?:19|20)\\d\\d) ', ([year], { fiscalStartMonth }) =>
    fiscalYear(Number(year), fiscalStartMonth),
  ),
  form('fy((?:19|20)?\\d\\d) ', ([year], { fiscalStartMonth }) =>
    fiscalYear((Number(year) % 2000) + 2000, fiscalStartMonth),
  ),
  form(`${monthWord} (\\d{1,2})(?:st|nd|rd|th)? (?:((?:19|20)\\d\\d) )?`, ([month, date, year], setting) =>
    dayOfMonth(date, month, year, setting),
  ),
  form(
    `(\\d{1,2})(?:st|nd|rd|th)? (?:of )?${monthWord} (?:((?:19|20)\\d\\d) )?`,
    ([date, month, year], setting) => dayOfMonth(date, month, year, setting),
  ),
  form(`(?:last )?${monthWord} ${ofYear}`, ([month, year], setting) => namedMonth(month, year, setting)),
  form('(\\d{4}-\\d{2}-\\d{2}) ', ([day = '']) => fixed({ ...toSpan(day, day, 'day'), text: day }, true)),
  form('(\\d{4})-(\\d{2}) ', ([year, month]) =>
    fixed(toUnit(toDay(Number(year), Number(month), 1), 'month'), true),
  ),
  form('(?:the year |year )?((?:19|20)\\d\\d) ', ([year]) =>
    fixed(toUnit(toDay(Number(year), 1, 1), 'year'), true),
  ),
];

function form(pattern: string, read: Form['read']): Form {
  return { pattern: new RegExp(`^${pattern}`), read };
}

function toAgainst(against: Against): Atom {
  return { kind: 'against', against };
}

function fixed(period: Period, hasYear = false): Atom {
  return { kind: 'period', period, hasYear, year: Number(period.start.slice(0, 4)) };
}

function toGrain(name: string | undefined): Grain | null {
  const grains = ['day', 'week', 'month', 'quarter', 'year'] as const;
  return grains.find((grain) => grain === name) ?? null;
}

/** The text by which the tools know one whole unit. */
function toUnit(start: Day, grain: Grain): Period {
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

function running(name: string | undefined, today: Day): Atom | null {
  const grain = toGrain(name);
  if (grain === null) return null;
  const start = startOf(today, grain);
  const text = grain === 'day' ? 'today' : grain === 'week' ? `${start}..${today}` : `${grain} to date`;
  const spoken = grain === 'day' ? 'today' : `this ${grain} so far`;
  return fixed({ text, spoken, start, end: today, grain: null, count: 1 });
}

/** Complete units before today. */
function lastUnits(count: number, name: string | undefined, today: Day): Atom | null {
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
function pastUnit(name: string | undefined, today: Day): Atom | null {
  if (name === 'year') return lastUnits(12, 'month', today);
  if (name === 'quarter') return lastUnits(3, 'month', today);
  if (name === 'month') return lastUnits(30, 'day', today);
  return lastUnits(name === 'week' ? 7 : 1, 'day', today);
}

function unitsAgo(count: number, name: string | undefined, today: Day): Atom | null {
  const grain = toGrain(name);
  if (grain === null) return null;
  return fixed(toUnit(addUnits(startOf(today, grain), grain, -count), grain), true);
}

/** A unit of a year: of the one named, else the latest that has begun. */
function inYear(
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
  return {
    kind: 'period',
    period: toPeriod(chosen),
    hasYear: named !== null,
    year: chosen,
    inYear: toPeriod,
  };
}

function toYear(year: string | undefined, thisYear: number): number | null {
  if (year === undefined) return null;
  if (year === 'last year') return thisYear - 1;
  return /^\d+$/.test(year) ? Number(year) : thisYear;
}

function namedMonth(month: string | undefined, year: string | undefined, setting: Setting): Atom | null {
  // "May" is a verb, too: it is a month after a preposition, before a year, or with a capital inside a sentence.
  if (month === 'may' || month === 'mar' || month === 'march') {
    const introduced =
      /^(in|for|of|since|from|to|until|till|through|during|and|vs|versus|with|than|last|between|by|against|compared|over)$/.test(
        setting.before,
      );
    const capital = /^M/.test(setting.typed) && !setting.opens;
    if (year === undefined && !introduced && !capital) return null;
  }
  return inYear(year, setting, (at) => ({ grain: 'month', start: toDay(at, toMonth(month), 1) }));
}

function toMonth(name: string | undefined): number {
  return monthNames.findIndex((month) => month.startsWith((name ?? '').slice(0, 3))) + 1;
}

function dayOfMonth(
  date: string | undefined,
  month: string | undefined,
  year: string | undefined,
  setting: Setting,
): Atom | null {
  const day = Number(date);
  if (day < 1 || day > 31) return null;
  return inYear(year, setting, (at) => ({ grain: 'day', start: toDay(at, toMonth(month), day) }));
}

function half(which: number, year: string | undefined, setting: Setting): Atom {
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
  return {
    kind: 'period',
    period: toPeriod(chosen),
    hasYear: named !== null,
    year: chosen,
    inYear: toPeriod,
  };
}

/** Named by the calendar year in which it ends. */
function fiscalYear(year: number, startMonth: number): Atom {
  const start = toDay(startMonth === 1 ? year : year - 1, startMonth, 1);
  const end = addDays(addUnits(start, 'year', 1), -1);
  return fixed(
    { text: `FY${year}`, spoken: `fiscal year ${year}`, start, end, grain: 'month', count: 12 },
    true,
  );
}
