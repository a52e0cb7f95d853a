import { toOrdinal } from '../vocabulary/numbers.ts';
import { addDays, addUnits, startOf, toDay, toGrain } from './calendar.ts';
import {
  dayAlone,
  dayOfMonth,
  daysOfMonth,
  dottedDay,
  half,
  inYear,
  namedMonth,
  numberedWeek,
  type PeriodForm,
  weekdayForms,
} from './dated-periods.ts';
import { edgeForms, monthWord } from './edge-forms.ts';
import { halfOfMonth } from './edges.ts';
import type { Against } from './find-periods.ts';
import { fiscalForms } from './fiscal-periods.ts';
import { holidayForms } from './holidays.ts';
import { toSpan } from './period.ts';
import { type Atom, fixed, lastUnits, pastUnit, running, toUnit, unitsAgo } from './period-units.ts';
import { season, seasonForms } from './seasons.ts';
import { month, unit } from './time-patterns.ts';

type Form = { pattern: RegExp; read: PeriodForm['read'] };

const ofYear = '(?:(?:of |in )?((?:19|20)\\d\\d|last year|this year|the year) )?';

/** The first form that fits wins, so longer ones stand before shorter ones. */
export const periodForms: Form[] = [
  ...fiscalForms.map(({ pattern, read }) => form(pattern, read)),
  form(
    '(?:the |that |this )?(?:very )?same (?:period|point|stage|stretch|time|month|quarter|week|day|span|dates?|interval)s? (?:of |in |from )?(?:the )?(?:last|previous|prior|a|1) year (?:ago |earlier |before )?',
    () => toAgainst('last_year'),
  ),
  form(
    'that (?:period|month|quarter|week) (?:of |in |from )?(?:the )?(?:(?:last|previous|prior) year|(?:a|1) year (?:ago|earlier|before)) ',
    () => toAgainst('last_year'),
  ),
  form(
    '(?:the )?same (?:point|time|stage|days?|dates?|period|span|stretch) (?:of |in |from )?(?:the )?(?:last|previous|prior) (?:month|week|quarter) ',
    () => toAgainst('previous'),
  ),
  form(
    `the (?:\\d+|few) (?:${unit}s? )?(?:before|prior|previous|preceding|earlier)(?: that| those| it)? (?!yesterday|today|the |${monthWord}|\\d)`,
    () => toAgainst('previous'),
  ),
  ...edgeForms.map(({ pattern, read }) => form(pattern, read)),
  form('(?:calendar |iso )?week (\\d{1,2}) (?:(?:of |in )?((?:19|20)\\d\\d) )?', ([week, year], setting) =>
    numberedWeek(Number(week), year, setting),
  ),
  ...weekdayForms.map(({ pattern, read }) => form(pattern, read)),
  form('(?:a |1 )year (?:ago|earlier|before) ', () => toAgainst('last_year')),
  form('(?:year (?:over|on|to) year(?! )|year (?:over|on) year|yoy|y o y) ', () => toAgainst('last_year')),
  form('(?:month (?:over|on) month|quarter (?:over|on) quarter|week (?:over|on) week|mom|qoq|wow) ', () =>
    toAgainst('previous'),
  ),
  form('(?:the )?(?:previous|prior|preceding) (?:period|1|span) ', () => toAgainst('previous')),
  form(
    `(?:the )?(period|1|day|month|quarter|week|year) before(?: that| it)? (?!last |${monthWord}|\\d)`,
    ([name]) => toAgainst(name === 'year' ? 'last_year' : 'previous'),
  ),
  // "Next day" is said of a delivery, and is in names.
  form(
    `(?!next day )(?:the )?(?:next|coming|upcoming|following) (?:(\\d+|few|couple of) )?${unit}s? `,
    ([count, name]) => ({
      kind: 'future',
      spoken: `next ${count ? `${count} ` : ''}${name}${count ? 's' : ''}`,
    }),
  ),
  form(`(?:the )?(?:season|${season}) before(?: that)? `, () => toAgainst('last_year')),
  ...holidayForms.map(({ pattern, read }) => form(pattern, read)),
  ...seasonForms.map(({ pattern, read }) => form(pattern, read)),
  form('(?:(?:the )?day after tomorrow|tomorrow|tonight) ', () => ({ kind: 'future', spoken: 'tomorrow' })),
  form(`(?:the )?(?:rest|remainder|remaining part) of (?:the |this )?${unit} `, ([name]) => ({
    kind: 'future',
    spoken: `the rest of this ${name}`,
  })),
  form(
    `(?:by (?:the )?end of (?:the |this )${unit}|by (?:the )?(month|quarter|year) end) `,
    ([name, other]) => ({
      kind: 'future',
      spoken: `the end of this ${name ?? other}`,
    }),
  ),
  form(`later this ${unit} `, ([name]) => ({ kind: 'future', spoken: `later this ${name}` })),
  form('(?:this )?(?:last|past|previous|over the|during the|on the) weekend ', (_, { today }) => {
    const saturday = addDays(startOf(today, 'week'), -2);
    return fixed(toSpan(saturday, addDays(saturday, 1), 'day'));
  }),
  // "The first half of October"; a half alone is one of a year.
  form(
    `(?:the )?(first|second) half of ${monthWord} (?:((?:19|20)\\d\\d) )?`,
    ([which, month, year], setting) => halfOfMonth(which, month, year, setting),
  ),
  form('(?:the )?(?:first|second) half of (?:the |last |this )?(?:month|week|quarter|day) ', () => null),
  form(
    `(?:so far )?(?:in )?(?:this|current) ${unit} (?:so far |to date |until now |up to now )?`,
    ([name], { today }) => running(name, today),
  ),
  form(`so far (?:in )?this ${unit} `, ([name], { today }) => running(name, today)),
  form('((?:19|20)\\d\\d) (?:year to date|ytd|so far|to date) ', ([year], { today }) =>
    year === today.slice(0, 4)
      ? running('year', today)
      : fixed(toUnit(toDay(Number(year), 1, 1), 'year'), true),
  ),
  form(`${unit} to date `, ([name], { today }) => running(name, today)),
  form('(ytd|qtd|mtd|wtd) ', ([name], { today }) =>
    running({ ytd: 'year', qtd: 'quarter', mtd: 'month', wtd: 'week' }[name ?? ''], today),
  ),
  form(
    `(?:the )?(?:last|past|previous|prior|preceding|trailing|rolling|most recent|latest) (?:(\\d+)(?: of)?|few|several|(half)(?: a)?) (?:full |complete |whole |calendar )?${unit}s? `,
    ([count, half, name], { today }) =>
      half ? lastUnits(6, 'month', today) : lastUnits(count ? Number(count) : 3, name, today),
  ),
  // "The worst three weeks of the last twelve".
  form(
    `(?:of|out of|in|over) (?:the |our )?(?:last|past) (\\d+) (?!(?:full |complete |whole |calendar )?${unit})`,
    ([count], { today, before }) =>
      /^(day|week|month|quarter|year)$/.test(before) ? lastUnits(Number(count), before, today) : null,
  ),
  form('(?:over|during|throughout) the last year ', (_, { today }) => pastUnit('year', today)),
  form(`(?:the )?past ${unit} `, ([name], { today }) => pastUnit(name, today)),
  form(
    `(?:the )?(?:last|previous|prior|preceding|most recent|latest) (?:full |complete |whole |calendar )?${unit} `,
    ([name], { today }) => lastUnits(1, name, today),
  ),
  form(`(\\d+|a) ${unit} ago `, ([count, name], { today }) =>
    unitsAgo(count === 'a' ? 1 : Number(count), name, today),
  ),
  form('today (now )?', ([now], { today }) =>
    fixed({
      ...{ text: 'today', spoken: 'today', start: today, end: today, grain: 'day', count: 1 },
      ...(now !== undefined && { now: true }),
    }),
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
  form(
    `(?:the )?(?:start|beginning) of (?:the |this |(last ))?(year|quarter|month) `,
    ([last, name], { today }) => {
      const grain = toGrain(name) ?? 'year';
      const start = addUnits(startOf(today, grain), grain, last === undefined ? 0 : -1);
      return fixed(toSpan(start, start, 'day'));
    },
  ),
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
  // "October 3 to 17", "3 to 17 October", "3-17 Oct".
  form(
    `${monthWord} (\\d{1,2})(?:st|nd|rd|th)? (?:to|until|till|through|and|until) (?:the )?(\\d{1,2})(?:st|nd|rd|th)? (?:of )?(?:((?:19|20)\\d\\d) )?(?!${monthWord})`,
    ([month, first, last, year], setting) => daysOfMonth(first, last, month, year, setting),
  ),
  form(
    `(?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?: (?:to|until|till|through|and) (?:the )?|[-–])(\\d{1,2})(?:st|nd|rd|th)? (?:of )?${monthWord} (?:((?:19|20)\\d\\d) )?`,
    ([first, last, month, year], setting) => daysOfMonth(first, last, month, year, setting),
  ),
  form('(\\d{1,2})\\.(\\d{1,2})\\.((?:19|20)\\d\\d) ', ([date, month, year]) => dottedDay(date, month, year)),
  form(`${monthWord} (\\d{1,2})(?:st|nd|rd|th)? ${ofYear}`, ([month, date, year], setting) =>
    dayOfMonth(date, month, year, setting),
  ),
  form(`(\\d{1,2})(?:st|nd|rd|th)? (?:of )?${monthWord} ${ofYear}`, ([date, month, year], setting) =>
    dayOfMonth(date, month, year, setting),
  ),
  form(
    `on the (\\d{1,2})(?:st|nd|rd|th) (?!(?:of|to|and|until|till|day|week|floor|${month})\\b)`,
    ([date], setting) => dayAlone(date, setting),
  ),
  form(`(?:last )?${monthWord} ${ofYear}`, ([month, year], setting) => namedMonth(month, year, setting)),
  form('(\\d{4}-\\d{2}-\\d{2}) ', ([day = '']) => fixed({ ...toSpan(day, day, 'day'), text: day }, true)),
  form('(\\d{4})-(\\d{2}) ', ([year, month]) =>
    fixed(toUnit(toDay(Number(year), Number(month), 1), 'month'), true),
  ),
  form('(?:the year |year )?((?:19|20)\\d\\d) (?=(\\S*))', ([year, next], { before, today }) =>
    isAmount(Number(year), before, next, today)
      ? null
      : fixed(toUnit(toDay(Number(year), 1, 1), 'year'), true),
  ),
];

/** "Less than 2000 units", "under 2000 last week": after a word that bounds, with a unit or so long ago, it is no year. */
function isAmount(year: number, before: string, next: string | undefined, today: string): boolean {
  const isBound = /^(than|over|under|above|below|least|most)$/.test(before);
  const isCounted = /^(units|pieces|items|orders|customers|products|pcs|dollars)$/.test(next ?? '');
  return isBound && (isCounted || year < Number(today.slice(0, 4)) - 20);
}

function form(pattern: string, read: Form['read']): Form {
  return { pattern: new RegExp(`^${pattern}`), read };
}

function toAgainst(against: Against): Atom {
  return { kind: 'against', against };
}
