import type { DataQuestion } from '../question/question.ts';
import {
  addDays,
  addMonths,
  addUnits,
  countUnits,
  type Day,
  endOf,
  type Grain,
  nameUnit,
  startOf,
} from '../time/calendar.ts';
import { toHoliday } from '../time/holidays.ts';
import { type Period, toSpan } from '../time/period.ts';

/** The day that times are counted from, and the last day of the data, which may lie before it. */
export type AsOf = { today: Day; last: Day };

/**
 * The two sides of a comparison in time, the later one first; null where nothing is compared in time.
 * @param last the last day of the data: what runs until today ends there
 */
export function toSides(
  question: DataQuestion,
  { today, last }: AsOf,
  isStock: boolean,
): { after: Period; before: Period } | null {
  const ofNow = isStock ? null : toSidesOfNow(question, today);
  if (ofNow) return ofNow;
  const [first, second] = question.periods;
  if (first && second) {
    const [before, after] = first.start > second.start ? [second, first] : [first, second];
    // Stock is of a day: the end of the month before, not the same day of it.
    return isStock ? { after, before } : toSameStretch(after, before, today);
  }
  const thisYear = (): Period => ({
    ...toSpan(startOf(last, 'year'), last, null),
    text: 'year to date',
    spoken: 'this year so far',
  });
  const ends = toEnds(question);
  if (ends) return ends;
  if (question.against === 'last_year') {
    // Stock is of a day: "and a year ago?" is about the same day.
    const after =
      first ?? (isStock ? { ...toSpan(today, today, 'day'), text: 'today', spoken: 'today' } : thisYear());
    return isStock ? { after, before: yearBefore(after) } : toSameStretch(after, yearBefore(after), today);
  }
  // "Is the west growing faster than the east?", "sales growth by region"
  const isRanked = question.order !== null || question.changeBounds.length > 0;
  const isSplit = question.dimensions.length > 0 && !isRanked && !question.why && question.against === null;
  const isOfMembers = comparesMembers(question) || (question.share && question.filters.length > 0) || isSplit;
  if (question.changes && isOfMembers && !first && question.grain === null && !isStock)
    return { after: thisYear(), before: yearBefore(thisYear()) };
  // "How has it changed since last year?", of each channel: against that year.
  const splits = question.dimensions.length > 0 || comparesMembers(question);
  const isSince = first?.spoken === `since ${Number(today.slice(0, 4)) - 1}`;
  if (question.changes && splits && isSince && question.grain === null && !isStock)
    return { after: thisYear(), before: yearBefore(thisYear()) };
  const comparesTime = question.compares && question.dimensions.length === 0 && !comparesMembers(question);
  const asked = question.changes || question.why || question.against === 'previous' || comparesTime;
  if (!asked) return null;
  // "Which products declined most?" sets every period against the one before it.
  const ranksChange =
    question.changes && question.order !== null && question.grain === null && question.dimensions.length > 0;
  const movesInDays = question.changes && first?.grain === 'day' && comparesMembers(question);
  const isNamed = question.why || ranksChange || movesInDays || isSplit || question.changeBounds.length > 0;
  const single = first ?? (isNamed || question.against === 'previous' ? lastMonth(today) : null);
  // Several months are compared with each other, not with those before.
  const runs = single !== null && (runningUnit(single) ?? runningMonths(single)) !== null;
  const open = single !== null && single.grain === null && !runs;
  // "Growth by region since June": against the same days of the year before.
  // Of stock by member: what lies there at the end, and what lay there before it began.
  if (single && open && isSplit && isStock)
    return { after: toDay(single.end, today), before: toDay(addDays(single.start, -1), today) };
  if (single && open && isSplit && !isStock) return { after: single, before: yearBefore(single) };
  if (!single || (open && !ranksChange)) return null;
  if (single.count > 1 && question.against === null && !isNamed) return null;
  const before = periodBefore(single);
  return isStock ? { after: single, before } : toSameStretch(single, before, today);
}

/** "Now vs a month ago" of what is counted over days: the time that runs, or as many days to either end as one reads without a time. */
function toSidesOfNow(
  { periods, measures, against }: DataQuestion,
  today: Day,
): { after: Period; before: Period } | null {
  if (!periods.some(({ now }) => now)) return null;
  const other = periods.find(({ now }) => !now);
  if (other === undefined && against !== 'last_year') return null;
  if (measures.every(isOfDays)) {
    const end = other?.end ?? addMonths(today, -12);
    return { after: toLastDays(today), before: toLastDays(end) };
  }
  const grain = other === undefined ? 'year' : other.grain;
  if (grain === null || grain === 'day' || (other && other.count > 1)) return null;
  const running = toSpan(startOf(today, grain), endOf(today, grain), grain);
  const before = other ?? yearBefore(running);
  return before.end < running.start ? toSameStretch(running, before, today) : null;
}

function toDay(day: Day, today: Day): Period {
  const span = toSpan(day, day, 'day');
  return day === today ? { ...span, text: 'today', spoken: 'today' } : span;
}

/** The days that what is counted over days is read of, where no time is named. */
export function toLastDays(end: Day): Period {
  const span = toSpan(addDays(end, -90), end, 'day');
  return { ...span, spoken: `the 91 days to ${nameUnit(end, 'day')}` };
}

/** "Which category grew most from 2012 to 2013": the last unit of the span against the first. */
function toEnds(question: DataQuestion): { after: Period; before: Period } | null {
  const [span] = question.periods;
  const splits = question.dimensions.length > 0 || comparesMembers(question);
  // The last day of a month against its first says nothing of how it went.
  if (
    !span?.grain ||
    span.grain === 'day' ||
    span.count < 2 ||
    !question.changes ||
    !splits ||
    question.grain !== null
  )
    return null;
  if (!span.spoken.includes(' to ')) return null;
  const { grain } = span;
  return {
    after: toSpan(startOf(span.end, grain), span.end, grain),
    before: toSpan(span.start, endOf(span.start, grain), grain),
  };
}

/** "November against October", in November: as many days of both. */
function toSameStretch(after: Period, before: Period, today: Day): { after: Period; before: Period } {
  const { grain, count } = after;
  const runs = grain !== null && grain !== 'day' && after.start <= today && after.end > today;
  if (!runs || before.grain !== grain || before.count !== count)
    return { after, before: toSameDays(after, before) };
  // "Autumn 2024 vs autumn 2025", in October.
  if (count !== 1) {
    const same = toSameDate(after.start, before.start, today);
    return {
      after: { ...toSpan(after.start, today, null), spoken: `${after.spoken} so far` },
      before: { ...toSpan(before.start, same, null), spoken: `the same days of ${before.spoken}` },
    };
  }
  const running = {
    ...toSpan(after.start, today, null),
    text: `${grain} to date`,
    spoken: `${after.spoken} so far`,
  };
  return { after: running, before: toSameDays(running, before) };
}

/** The day that lies as far from the one start as from the other; of other years the same date. */
function toSameDate(start: Day, other: Day, day: Day): Day {
  const years = Number(start.slice(0, 4)) - Number(other.slice(0, 4));
  if (start.slice(4) === other.slice(4)) return addMonths(day, -12 * years);
  return addDays(other, (countUnits(start, day, 'day') ?? 1) - 1);
}

/** A running period is set against as many days of the one before, not against the whole of it. */
export function toSameDays(after: Period, before: Period): Period {
  const unit = runningUnit(after);
  const months = runningMonths(after);
  const whole = unit !== null && before.grain === unit && before.count === 1;
  const wholeFiscal = months !== null && before.grain === 'month' && before.count === months;
  if (!whole && !wholeFiscal) return before;
  const days = (countUnits(after.start, after.end, 'day') ?? 1) - 1;
  // Of a year to the same date: one of both may have a leap day.
  const years = Number(after.start.slice(0, 4)) - Number(before.start.slice(0, 4));
  const isYear = unit === 'year' || months === 12;
  const same = isYear ? addMonths(after.end, -12 * years) : addDays(before.start, days);
  const [last] = [same, before.end].toSorted();
  return { ...toSpan(before.start, last ?? before.end, null), spoken: `the same days of ${before.spoken}` };
}

function comparesMembers({ filters }: DataQuestion): boolean {
  return filters.some(({ op, values }) => op === 'is' && values.length > 1);
}

function lastMonth(today: Day): Period {
  const start = addMonths(startOf(today, 'month'), -1);
  return { ...toSpan(start, endOf(start, 'month'), 'month'), text: 'last month' };
}

export function yearBefore(period: Period): Period {
  // "Black Friday, compared to last year": that of the year before, and not its date.
  const { holiday } = period;
  const before = holiday === undefined ? null : toHoliday(holiday, Number(period.start.slice(0, 4)) - 1);
  if (before !== null) return before;
  // The same dates are no week from Monday on: "same week last year".
  if (period.grain === 'week') return toSpan(addDays(period.start, -364), addDays(period.end, -364), 'week');
  const start = addMonths(period.start, -12);
  const end =
    period.grain === null ? addMonths(period.end, -12) : endOf(addMonths(period.end, -12), period.grain);
  return toSpan(start, end, period.grain);
}

export function periodBefore(period: Period): Period {
  // "From 1 October to 31 October" is a month.
  const months = period.grain === 'day' ? countUnits(period.start, period.end, 'month') : null;
  if (months !== null) return toSpan(addMonths(period.start, -months), addDays(period.start, -1), 'month');
  if (period.grain !== null) {
    const start = addUnits(period.start, period.grain, -period.count);
    return toSpan(start, addDays(period.start, -1), period.grain);
  }
  const unit = runningUnit(period);
  if (unit) return toSpan(addUnits(period.start, unit, -1), addDays(period.start, -1), unit);
  const own = runningMonths(period);
  if (own) return toSpan(addMonths(period.start, -own), addDays(period.start, -1), 'month');
  const days = countUnits(period.start, period.end, 'day') ?? 1;
  return toSpan(addDays(period.start, -days), addDays(period.start, -1), 'day');
}

/** The unit that a running period has begun: "this month so far". */
export function runningUnit(period: Period): Grain | null {
  // The tools are told the days of a week.
  const [, unit] =
    /^(week|month|quarter|year) to date$/.exec(period.text) ??
    /^this (week|month|quarter|year) so far$/.exec(period.spoken) ??
    [];
  return (['week', 'month', 'quarter', 'year'] as const).find((grain) => grain === unit) ?? null;
}

/** The months of the fiscal year or quarter that a running period has begun: "fiscal year 2026 so far". */
function runningMonths({ spoken }: Period): number | null {
  const running = /^(Q\d of )?fiscal year \d{4} so far$/.exec(spoken);
  if (running === null) return null;
  return running[1] === undefined ? 12 : 3;
}

/** What a tool reads of the last 91 days where no time is named: a turnover of one day is none. */
export function isOfDays(name: string): boolean {
  return /^(?:turnover|sell_through|average_on_hand|average_stock_value|stock_out_days|unsold_\w+|units_sold_in_period|sold_or_left|cost_of_period)$/.test(
    name,
  );
}
