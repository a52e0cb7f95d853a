import type { View } from '../reads/view.ts';
import { addDays, type Day, monthNames, nameUnit } from '../time/calendar.ts';
import { type FoundPeriods, findPeriods } from '../time/find-periods.ts';
import { type Period, toSpan } from '../time/period.ts';
import { toPeriodAhead } from '../time/period-ahead.ts';
import { toTokens } from '../vocabulary/words.ts';
import type { PastTurn, ToolStep } from './read-steps.ts';

/** Data that ended some time ago, and the day that periods are counted from instead of today. */
export type DataEnd = {
  last: Day;
  today: Day;
  /** Whether the periods that were named are others than they would be as of today. */
  moves: boolean;
};

/** Replication may be a day behind. Nobody orders from suppliers over a long weekend: that is no end of the data. */
const freshDays = (tool: string) => (tool === 'get_purchase_orders' ? 5 : 1);

/** The last day of the data, where a tool has shown that it lies before today, as in an import of old years. */
export function findDataEnd(turns: PastTurn[], today: Day): Day | null {
  const ends = turns
    .flatMap(({ steps }) => steps)
    .flatMap((step) => {
      const last = readEnd(step);
      return last === null ? [] : [{ last, tool: step.name }];
    });
  const end = ends.at(-1);
  return end !== undefined && addDays(end.last, freshDays(end.tool)) < today ? end.last : null;
}

/** A failure says which days are covered; a forecast begins where the data ends. */
export function readEnd({ outcome }: ToolStep): Day | null {
  if (outcome.kind === 'failure')
    return /data covers \d{4}-\d{2}-\d{2} to (\d{4}-\d{2}-\d{2})/.exec(outcome.failure.hint)?.[1] ?? null;
  if (outcome.kind !== 'result') return null;
  const { columns, rows, notes } = outcome.result;
  // "The data runs to 17 Oct 2025, so the last month is not complete.", "The record ends on 17 Oct 2025."
  const runsTo = notes
    .map((note) => /^The (?:data runs to|record ends on) (\d{1,2}) (\w{3})\w* (\d{4})/.exec(note))
    .find(Boolean);
  if (runsTo) {
    const month = monthNames.findIndex((name) => name.startsWith(runsTo[2]?.toLowerCase() ?? '-'));
    if (month >= 0)
      return `${runsTo[3]}-${String(month + 1).padStart(2, '0')}-${String(runsTo[1]).padStart(2, '0')}`;
  }
  const [period, forecast] = ['period', 'forecast'].map((name) =>
    columns.findIndex((column) => column.name === name),
  );
  if (forecast === undefined || forecast < 0 || notes.some((note) => / is not over /.test(note))) return null;
  const first = rows.find((row) => typeof row[forecast] === 'number')?.[period ?? -1];
  return typeof first === 'string' ? addDays(first, -1) : null;
}

/**
 * The day after the last one stands in for today, so that the last month is the last whole one. What runs until today ("this
 * month") runs until the last day.
 */
export function countFrom(last: Day, today: Day, find: (today: Day) => FoundPeriods): DataEnd {
  const next = addDays(last, 1);
  const named = (day: Day) => {
    const { periods, versus } = find(day);
    return [...periods, ...(versus ? [versus] : [])].filter(({ text }) => text !== 'all time');
  };
  // "July" after data to 30 June is the July before.
  const { periods, against, versus } = find(next);
  // "Are we ahead of last year?" sets the time that runs against it.
  const runs = periods.every(({ start, end }) => start <= last && end > last);
  // "2026 vs 2025": the running one is told to the last day, and so is the other.
  const isOfTwo = periods.length === 2 && periods.some(({ start, end }) => start <= last && end > last);
  const isRunning = (runs && (against !== null || versus !== null)) || isOfTwo;
  const isAfter = named(next).some(({ start, end }) => end === next || start > last);
  const asOf = isRunning || isAfter ? last : next;
  const days = (day: Day) => named(day).map(({ start, end }) => `${start}..${end}`);
  return { last, today: asOf, moves: days(asOf).join() !== days(today).join() };
}

/**
 * Arguments of a read with its periods as days: the tools would count "last month" from today.
 * @param known the periods of the question: those that were carried on were counted when they were named
 */
export function toDatedArgs(
  args: Record<string, unknown>,
  { last, today }: DataEnd,
  fiscalStartMonth: number,
  known: Period[] = [],
): Record<string, unknown> {
  const toDays = (text: unknown) => {
    // What runs until today.
    if (typeof text === 'string' && text.endsWith(`..${today}`) && today > last)
      return text.replace(`..${today}`, () => `..${last}`);
    if (typeof text !== 'string' || /\d{4}|^all time$/.test(text)) return text;
    // Promised days lie ahead of the last one.
    if (args.by === 'expected') {
      const { start, end } = toPeriodAhead(text, last);
      return `${start}..${end}`;
    }
    const own = known.find((period) => period.text === text);
    if (own && own.end <= last) return `${own.start}..${own.end}`;
    const find = (day: Day) => findPeriods(toTokens(text), day, fiscalStartMonth).periods[0];
    const counted = find(today);
    // "This month", carried on from a question before, is the month of the last day, and "today" that day.
    const period = counted !== undefined && counted.start > last ? find(last) : counted;
    if (!period) return text;
    const [start, end] = [period.start, period.end].map((day) => (day > last ? last : day));
    return `${start}..${end}`;
  };
  const { months, ...rest } = args;
  // "Today" against the same day of the year before: both a day earlier.
  const isOfToday = args.period === 'today' && today > last;
  const day = typeof args.compareTo === 'string' ? oneDay.exec(args.compareTo)?.[1] : undefined;
  const beside = day === undefined ? undefined : addDays(day, -1);
  return {
    ...rest,
    ...('period' in args && { period: toDays(args.period) }),
    ...('before' in args && { before: toDays(args.before) }),
    ...('compareTo' in args && {
      compareTo: isOfToday && beside !== undefined ? `${beside}..${beside}` : toDays(args.compareTo),
    }),
    ...(typeof months === 'number' && { period: toDays(`last ${months} months`) }),
  };
}

const oneDay = /^(\d{4}-\d\d-\d\d)\.\.\1$/;

/** A view whose periods are called by their days: "this year" would be the one of today. */
export function toDatedView(view: View, { last }: DataEnd): View {
  const name = ({ start, end, grain, ...rest }: Period): Period => ({
    ...rest,
    ...{ start, end, grain },
    spoken: toSpan(start, end > last ? last : end, end > last ? null : grain).spoken,
  });
  const { spans } = view;
  if (spans && spans.after.start > last && spans.before.start === spans.before.end) {
    const [after, before] = [last, addDays(spans.before.start, -1)].map((day) =>
      name(toSpan(day, day, 'day')),
    );
    return { ...view, period: null, spans: after && before ? { after, before } : spans };
  }
  return {
    ...view,
    period: null,
    spans: spans && { after: name(spans.after), before: name(spans.before) },
  };
}

/** What an answer says of it. */
export function speakDataEnd({ last }: DataEnd): string {
  return `The data ends on ${nameUnit(last, 'day')}, so times are counted from there and not from today.`;
}
