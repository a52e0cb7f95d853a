import { addDays, addUnits, type Day, describeDay, endOf, parseDay, type Unit } from './calendar.ts';
import type { Period, PeriodContext } from './period.ts';
import { capitalise } from './words.ts';

/**
 * Periods that name their place in the calendar: a day, week, month, quarter, half or year, calendar or fiscal.
 * @param year stands in where the words name none; without it the latest that has begun is meant.
 */
export function parseAbsolutePeriod(
  words: string,
  context: PeriodContext,
  year?: number,
): Period | undefined {
  return (
    parseNumbers(words) ??
    parseFiscal(words, context) ??
    parseQuarter(words, context, year) ??
    parseMonth(words, context, year)
  );
}

const monthNames = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** 2026, 2026-03, 2026-03-15, 2026-W12, week 12 of 2026. */
function parseNumbers(words: string): Period | undefined {
  const week = /^(\d{4})-?w(\d{1,2})$/.exec(words);
  if (week) return toWeek(Number(week[1]), Number(week[2]));
  const spoken = /^week (\d{1,2})(?: of)? (\d{4})$/.exec(words);
  if (spoken) return toWeek(Number(spoken[2]), Number(spoken[1]));
  const match = /^(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?$/.exec(words);
  if (!match) return undefined;
  const [, year, month, day] = match;
  const start = parseDay(Number(year), Number(month ?? 1), Number(day ?? 1));
  if (start === undefined) return undefined;
  if (day !== undefined) return toSingle(start);
  if (month !== undefined) return toMonth(start);
  return toNamed(start, 'year', 1, start.slice(0, 4));
}

/** Week 1 is the one with 4 January in it (ISO 8601). */
function toWeek(year: number, week: number): Period | undefined {
  const fourth = parseDay(year, 1, 4);
  if (fourth === undefined || week < 1) return undefined;
  const first = addDays(endOf('week', fourth), -6);
  const start = addDays(first, (week - 1) * 7);
  // The Thursday of a week says which year it belongs to.
  if (addDays(start, 3).slice(0, 4) !== String(year)) return undefined;
  return toNamed(start, 'week', 1, `week ${week} of ${year}`);
}

/** FY2026, FY26, fiscal 2026, FY2026 Q2, Q2 FY2026. */
function parseFiscal(words: string, context: PeriodContext): Period | undefined {
  const match =
    /^(?:q([1-4]) )?(?:fy|fiscal year|financial year|fiscal)[ -]?(\d{4}|\d{2})(?:[ -]q([1-4]))?$/.exec(words);
  if (!match) return undefined;
  const year = Number(match[2]?.padStart(4, '20'));
  const quarter = match[1] ?? match[3];
  const month = context.fiscalYearStartMonth;
  const start = parseDay(month === 1 ? year : year - 1, month, 1);
  if (start === undefined) return undefined;
  if (quarter === undefined) return toNamed(start, 'year', 1, `FY${year}`);
  const from = addUnits('quarter', start, Number(quarter) - 1);
  return toNamed(from, 'quarter', 1, `Q${quarter} FY${year}`);
}

/** Q2 2026, 2026-Q2, second quarter of 2026, H1 2026, and each without a year. */
function parseQuarter(words: string, context: PeriodContext, given?: number): Period | undefined {
  const ordinals = ['first', 'second', 'third', 'fourth'];
  const plain = words
    .replace(
      /\b(first|second|third|fourth|1st|2nd|3rd|4th) (quarter|half)( of)?\b/,
      (_, ordinal: string, unit: string) => {
        const index = ordinals.includes(ordinal)
          ? ordinals.indexOf(ordinal) + 1
          : Number(ordinal.slice(0, 1));
        return `${unit === 'half' ? 'h' : 'q'}${index}`;
      },
    )
    .replace(/^quarter ([1-4])\b/, 'q$1');
  const match =
    /^(?<unit>[qh])(?<index>[1-4])(?:[ -](?<after>\d{4}))?$|^(?<before>\d{4})[ -](?<unit2>[qh])(?<index2>[1-4])$/.exec(
      plain,
    )?.groups;
  if (!match) return undefined;
  const unit = match.unit ?? match.unit2 ?? 'q';
  const index = Number(match.index ?? match.index2);
  if (unit === 'h' && index > 2) return undefined;
  const months = unit === 'q' ? 3 : 6;
  const named = match.after ?? match.before;
  const month = (index - 1) * months + 1;
  const start = findDay({ month, day: 1, year: named === undefined ? given : Number(named) }, context);
  if (start === undefined) return undefined;
  return toNamed(start, 'month', months, `${unit.toUpperCase()}${index} ${start.slice(0, 4)}`);
}

/** March 2026, Mar 2026, March, 15 March 2026, March 15 2026. */
function parseMonth(words: string, context: PeriodContext, given?: number): Period | undefined {
  const match =
    /^(?:(?<day>\d{1,2})(?:st|nd|rd|th)?(?: of)? )?(?<month>[a-z]{3,9})\.?(?: (?<day2>\d{1,2})(?:st|nd|rd|th)?)?(?: (?<year>\d{4}))?$/.exec(
      words,
    )?.groups;
  if (match?.month === undefined) return undefined;
  const name = match.month === 'sept' ? 'sep' : match.month;
  const index = monthNames.findIndex(
    (month) => month === name || (name.length === 3 && month.startsWith(name)),
  );
  if (index < 0) return undefined;
  const year = match.year === undefined ? given : Number(match.year);
  const day = match.day ?? match.day2;
  const start = findDay({ month: index + 1, day: Number(day ?? 1), year }, context);
  if (start === undefined) return undefined;
  return day === undefined ? toMonth(start) : toSingle(start);
}

type Named = { month: number; day: number; year: number | undefined };

/** The day in the given year, else the latest that has begun; where days are told of ahead, in the running month also one to come. */
function findDay({ month, day, year }: Named, { today, ahead }: PeriodContext): Day | undefined {
  if (year !== undefined) return parseDay(year, month, day);
  const until = ahead ? endOf('month', today) : today;
  // 29 February may be eight years ago.
  return Array.from({ length: 9 }, (_, ago) => parseDay(Number(today.slice(0, 4)) - ago, month, day)).find(
    (found) => found !== undefined && found <= until,
  );
}

function toMonth(start: Day): Period {
  const name = monthNames[Number(start.slice(5, 7)) - 1] ?? '';
  return toNamed(start, 'month', 1, `${capitalise(name)} ${start.slice(0, 4)}`);
}

function toSingle(day: Day): Period {
  return toNamed(day, 'day', 1, describeDay(day));
}

function toNamed(start: Day, unit: Unit, count: number, label: string): Period {
  return { start, end: addDays(addUnits(unit, start, count), -1), label, named: { unit, count } };
}
