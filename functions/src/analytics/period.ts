import { parseAbsolutePeriod } from './absolute-period.ts';
import {
  addDays,
  addUnits,
  type Day,
  endOf,
  startOf,
  startOfFiscalQuarter,
  startOfFiscalYear,
  type Unit,
  units,
} from './calendar.ts';
import { fail, type Outcome, succeed } from './outcome.ts';

/** Days that a request covers, first and last included. */
export type Period = {
  start: Day;
  end: Day;
  /** "last 3 months", "March 2026", "this month so far". */
  label: string;
  /** What the words named, also where it is not over: 3 months, a fiscal year. None where they named a first and a last day. */
  named?: { unit: Unit; count: number };
};

export type PeriodContext = {
  /** Today in the company's time zone. */
  today: Day;
  /** The first month of the fiscal year, 1 to 12. A fiscal year is named after the calendar year it ends in. */
  fiscalYearStartMonth: number;
  /** First and last day of the data; null where it has none. */
  coverage: { first: Day; last: Day } | null;
  /** The days are of what is to come, too: "this week" is the whole of it. */
  ahead?: boolean;
};

/**
 * Resolves a period as a person or the model names it. "last N units" are the complete units before now: on 23 Nov
 * the last 3 months are August to October; "next N units" are those after it. "this …" and "… to date" run from the first day of
 * the unit to today. A name without a year ("March", "Q2", "30 November") is the latest one that has begun. Everything is resolved in
 * whole days of the company's time zone.
 */
export function parsePeriod(text: string, context: PeriodContext): Outcome<Period> {
  const words = normalise(text);
  const period =
    parseRunning(words, context) ??
    parseLast(words, context) ??
    parseNext(words, context) ??
    parseAgo(words, context) ??
    parseRange(words, context) ??
    parseAbsolutePeriod(words, context);
  if (period === undefined && /^(?:the )?same period|^(?:previous|same)_period/.test(words)) {
    return fail(
      'invalid_argument',
      `period "${text}" says what to compare with, not which days.`,
      'Give it as compareTo (compare_sales, query_inventory, get_stock_movements, get_purchase_orders), and the days themselves as period.',
    );
  }
  if (period === undefined && words.includes(' and ')) {
    return fail(
      'invalid_argument',
      `period "${text}" names two periods.`,
      'Ask for each by itself, or give one as period and the other as compareTo. A span is "January to March 2026".',
    );
  }
  // 9999 years back or ahead there is no such day.
  if (period === undefined || ![period.start, period.end].every((day) => /^\d{4}-/.test(day))) {
    return fail(
      'invalid_argument',
      `period "${text}" is not one this tool knows.`,
      'Use for example "last 3 months", "this month", "year to date", "Q2 2026", "2026-03", "2026-01-01..2026-03-31" or "all time".',
    );
  }
  if (period.start > period.end) {
    return fail(
      'invalid_argument',
      `period "${text}" begins on ${period.start}, after its end ${period.end}.`,
      'Give the earlier day first.',
    );
  }
  return succeed(period);
}

const numberWords = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');

function normalise(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[–—]/g, '-')
    .replaceAll(/[,]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/^((in|for|during|over|within|the|of) )+/, '')
    .replaceAll(/\b[a-z]+\b/g, (word) =>
      numberWords.includes(word) ? String(numberWords.indexOf(word)) : word,
    );
}

function parseRunning(words: string, context: PeriodContext): Period | undefined {
  const { today, coverage } = context;
  if (/^(all time|all|ever|everything|all data|whole period|since the beginning)$/.test(words)) {
    return { start: coverage?.first ?? '2000-01-01', end: coverage?.last ?? today, label: 'all time' };
  }
  if (words === 'today') return toSingle(today, 'today so far');
  if (words === 'yesterday') return toSingle(addDays(today, -1), 'yesterday');
  const short = { wtd: 'week', mtd: 'month', qtd: 'quarter', ytd: 'year' }[words];
  const running =
    /^(?:(?:this|current|the current) (.+?)(?: so far| to date)?|(.+) to date|(.+) so far)$/.exec(words);
  const name = short ?? running?.[1] ?? running?.[2] ?? running?.[3];
  const unit = name === undefined ? undefined : toUnit(name);
  if (unit === undefined) return undefined;
  const start = startOfNamed(unit, today, context);
  const named = { unit: unit.unit, count: 1 };
  if (context.ahead && running?.[1] !== undefined)
    return { start, end: addDays(addUnits(unit.unit, start, 1), -1), label: `this ${describe(unit)}`, named };
  return { start, end: today, label: `this ${describe(unit)} so far`, named };
}

function parseLast(words: string, context: PeriodContext): Period | undefined {
  const last =
    /^(?:last|past|previous|prior|trailing|rolling|most recent)(?: (\d{1,4}))?(?: (?:full|complete|whole|calendar))? (.+)$/.exec(
      words,
    );
  const unit = last?.[2] === undefined ? undefined : toUnit(last[2]);
  if (unit === undefined) return undefined;
  const count = Number(last?.[1] ?? 1);
  if (count < 1) return undefined;
  const before = startOfNamed(unit, context.today, context);
  const label = count === 1 ? `last ${describe(unit)}` : `last ${count} ${describe(unit)}s`;
  const named = { unit: unit.unit, count };
  return { start: addUnits(unit.unit, before, -count), end: addDays(before, -1), label, named };
}

function parseNext(words: string, context: PeriodContext): Period | undefined {
  if (words === 'tomorrow') return toNext({ unit: 'day', fiscal: false }, 1, 'tomorrow', context);
  const next = /^(?:next|coming|following)(?: (\d{1,4}))?(?: (?:full|complete|whole|calendar))? (.+)$/.exec(
    words,
  );
  const unit = next?.[2] === undefined ? undefined : toUnit(next[2]);
  const count = Number(next?.[1] ?? 1);
  if (unit === undefined || count < 1) return undefined;
  const label = count === 1 ? `next ${describe(unit)}` : `next ${count} ${describe(unit)}s`;
  return toNext(unit, count, label, context);
}

function toNext(unit: NamedUnit, count: number, label: string, context: PeriodContext): Period {
  const start = addUnits(unit.unit, startOfNamed(unit, context.today, context), 1);
  const named = { unit: unit.unit, count };
  return { start, end: addDays(addUnits(unit.unit, start, count), -1), label, named };
}

/** "30 days ago" is that day, "3 months ago" the month three before the running one; "same month last year" that of a year before. */
function parseAgo(words: string, context: PeriodContext): Period | undefined {
  const { today } = context;
  const ago = /^(?:(\d{1,4})|an?) ([a-z]+) (?:ago|before|earlier)$/.exec(words);
  const same = /^(?:the )?same (month|quarter) (?:of )?(?:last year|the year before|a year ago)$/.exec(words);
  const unit = toUnit(ago?.[2] ?? same?.[1] ?? '')?.unit;
  if (unit === undefined) return undefined;
  if (same !== null) {
    const start = addUnits(unit, startOf(unit, today), unit === 'month' ? -12 : -4);
    return { start, end: endOf(unit, start), label: `same ${unit} last year`, named: { unit, count: 1 } };
  }
  const count = Number(ago?.[1] ?? 1);
  const start = addUnits(unit, startOf(unit, today), -count);
  const label = `${count} ${unit}${count === 1 ? '' : 's'} ago`;
  return { start, end: endOf(unit, start), label, named: { unit, count: 1 } };
}

function parseRange(words: string, context: PeriodContext): Period | undefined {
  const since = /^(?:since|from) (.+?)(?: until (?:now|today))?$/.exec(words);
  // "March and May" are two periods; only after "between" is it all that lies between them.
  const range =
    /^between (.+?) and (.+)$/.exec(words) ??
    /^(?:from |between )?(.+?)(?:\.\.\.?| to | until | through | - )(.+)$/.exec(words);
  if (range?.[1] !== undefined && range[2] !== undefined) {
    const end = parsePoint(range[2].trim(), context);
    if (end === undefined) return undefined;
    const first = range[1].trim();
    const year = Number(end.end.slice(0, 4));
    // "March to May 2025": a first part without a year takes that of the second, or the one before: "November to January 2025".
    const years = hasYear(first) ? [undefined] : [year, year - 1];
    const starts = years.flatMap((each) => parsePoint(first, context, each) ?? []);
    const start = starts.find((each) => each.start <= end.end) ?? starts[0];
    if (start === undefined) return undefined;
    return { start: start.start, end: end.end, label: `${start.label} to ${end.label}` };
  }
  const start = since?.[1] === undefined ? undefined : parsePoint(since[1], context);
  if (start === undefined) return undefined;
  return { start: start.start, end: context.today, label: `since ${start.label}` };
}

function parsePoint(words: string, context: PeriodContext, year?: number): Period | undefined {
  if (words === 'today' || words === 'now') return toSingle(context.today, 'today');
  if (words === 'yesterday') return toSingle(addDays(context.today, -1), 'yesterday');
  return parseAbsolutePeriod(words, context, year);
}

function toSingle(day: Day, label: string): Period {
  return { start: day, end: day, label, named: { unit: 'day', count: 1 } };
}

function hasYear(words: string): boolean {
  return /\d{4}/.test(words);
}

type NamedUnit = { unit: Unit; fiscal: boolean };

function toUnit(name: string): NamedUnit | undefined {
  const match = /^(?:(fiscal|financial) )?(day|week|month|quarter|year)s?$/.exec(name);
  const unit = units.find((known) => known === match?.[2]);
  if (unit === undefined) return undefined;
  const fiscal = match?.[1] !== undefined;
  return fiscal && unit !== 'year' && unit !== 'quarter' ? undefined : { unit, fiscal };
}

function describe({ unit, fiscal }: NamedUnit): string {
  return fiscal ? `fiscal ${unit}` : unit;
}

/** The first day of the running unit. A fiscal quarter is a quarter of the fiscal year. */
function startOfNamed({ unit, fiscal }: NamedUnit, today: Day, context: PeriodContext): Day {
  if (!fiscal) return startOf(unit, today);
  const { fiscalYearStartMonth } = context;
  return unit === 'year'
    ? startOfFiscalYear(today, fiscalYearStartMonth)
    : startOfFiscalQuarter(today, fiscalYearStartMonth);
}
