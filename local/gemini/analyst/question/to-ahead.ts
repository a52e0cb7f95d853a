import type { Parts } from '../parts/parts.ts';
import { addDays, addMonths, countUnits, type Day, endOf, startOf } from '../time/calendar.ts';
import type { Period } from '../time/period.ts';
import { toPeriodAhead } from '../time/period-ahead.ts';
import { toUnit } from '../time/period-units.ts';
import type { Ahead } from './question.ts';
import type { AsOf } from './to-report.ts';

/** How far a forecast has to reach, and what of it is asked for. */
export type Wish = { grain?: string; horizon: number; asked: Ahead };

type Span = { start: Day; end: Day; spoken: string };

const foretelling =
  /\b(?:will|shall|going to|gonna|likely to|forecast\w*|predict\w*|project(?:ed|ion)|expect(?:ed)?)\b|['’]ll\b/;

const isDated = /\b(?:(?:19|20)\d\d|last|past|previous|since|ago|until)\b/;

/** "What will we sell in July?", "sales of Garden in spring 2027": of a time to come, with its year or without. */
export function foretells({ text, time: { periods } }: Parts, { today, last }: AsOf): boolean {
  if (periods.length === 0) return false;
  const says = foretelling.test(text);
  if (periods.every(({ start }) => start > today)) return says || last === null;
  return says && periods.length === 1 && periods.every(isNamedUnit) && !/\bthis\b|\byear\b/.test(text)
    ? !isDated.test(text)
    : false;
}

/** "And in January?", after a forecast of December: times of which none is over, each the one of its name that is nearest. */
export function comesNext(parts: Parts, asOf: AsOf): boolean {
  const { today } = asOf;
  const nearest = addMonths(today, 6);
  const isPast = /\b(?:was|were|did|had|sold|actual\w*)\b/.test(parts.text);
  return toSpans(parts, asOf).every(
    ({ start, end }, at) =>
      end >= today && (start <= nearest || parts.time.periods[at]?.start === start) && !isPast,
  );
}

/** A month, a quarter, several in a row, a half or a season. */
function isNamedUnit({ grain, spoken }: Period): boolean {
  const isOfMonths = grain === 'month' || grain === 'quarter';
  return isOfMonths || /^(?:spring|summer|autumn|winter) \d|^the \w+ half of \d/.test(spoken);
}

export function toAhead(parts: Parts, asOf: AsOf): Wish | null {
  const spans = toSpans(parts, asOf);
  if (spans.length === 0) return toHorizon(parts.time.future, asOf);
  const grain = spans.every(({ start, end }) => countUnits(start, end, 'month') === null) ? 'week' : 'month';
  const end =
    spans
      .map((span) => span.end)
      .toSorted()
      .at(-1) ?? asOf.today;
  const horizon = countUnits(toFirst(grain, asOf), endOf(end, grain), grain) ?? 0;
  return { ...(grain === 'week' && { grain }), horizon: Math.max(1, horizon), asked: { spans } };
}

/** What no forecast tells of the time that is asked for; null where one does. */
export function findUnforeseen(parts: Parts, asOf: AsOf): string | null {
  const spans = toSpans(parts, asOf);
  const isWhole = (grain: 'week' | 'month') =>
    spans.every(({ start, end }) => countUnits(start, end, grain) !== null);
  if (!isWhole('week') && !isWhole('month')) return 'forecast of single days, but of weeks and months,';
  // "What will we sell tomorrow?", "in the next ten days"
  const { future } = parts.time;
  if (future !== null && toAhead(parts, asOf) === null)
    return /day|tomorrow/.test(future)
      ? 'forecast of single days, but of weeks and months,'
      : `forecast of ${future}, but of whole weeks and months,`;
  // Where the data ended is not known before it is read.
  if (asOf.last !== null && spans.some(({ end }) => end < toFirst('month', asOf)))
    return 'record of what was forecast for a time that is over';
  const { horizon = 0, grain = 'month' } = toAhead(parts, asOf) ?? {};
  if (grain === 'week') return horizon > 52 ? 'forecast by week for more than a year ahead' : null;
  return horizon > 24 ? 'forecast for more than two years ahead' : null;
}

/** The first period that a forecast tells: the running one, or that after data that ended with a whole one. */
function toFirst(grain: 'week' | 'month', { today, last }: AsOf): Day {
  return startOf(last === null ? today : addDays(last, 1), grain);
}

/** The times that are named: what runs is whole, and what has no year is the next one of that name. */
function toSpans({ text, time }: Parts, { today, last }: AsOf): Span[] {
  const [, left] = /^the (?:rest|end) of this (month|quarter|year)$/.exec(time.future ?? '') ?? [];
  if (left !== undefined) {
    const { end, spoken } = toPeriodAhead(`this ${left}`, last ?? today);
    const next = startOf(addMonths(last ?? today, 1), 'month');
    const start = next > end ? startOf(end, 'month') : next;
    return [{ start, end, spoken: `the rest of ${spoken}` }];
  }
  // "Expected sales for January" is dated as what is due is.
  if (/^\d{4}-/.test(time.future ?? '')) return [toPeriodAhead(time.future ?? '', last ?? today)];
  // "From this month to next quarter"
  const runs = fromRunning.test(text);
  const until = runs && time.future !== null ? toPeriodAhead(time.future, last ?? today) : null;
  const periods = until === null ? time.periods : [...time.periods, until];
  const spans = periods.map((period): Span => {
    const [running] = /^this (?:week|month|quarter|year)(?= so far$)/.exec(period.spoken) ?? [];
    if (running !== undefined) return toPeriodAhead(running, last ?? today);
    // "This autumn" is the whole of it.
    if (period.spoken.endsWith(', so far)'))
      return {
        start: period.start,
        end: addDays(addMonths(period.start, 3), -1),
        spoken: period.spoken.replace(', so far', ''),
      };
    const isOpen = isNamedUnit(period) && !isDated.test(text) && period.end < (last ?? today);
    return isOpen ? toNext(period, last ?? today) : period;
  });
  // "From this month to February" has all that lies between them.
  const [first, then, ...more] = spans;
  return runs && first && then && more.length === 0 && first.start <= then.start
    ? [{ start: first.start, end: then.end, spoken: `${first.spoken} to ${then.spoken}` }]
    : spans;
}

const fromRunning = /\bfrom this (?:week|month|quarter) to\b/;

function toNext({ start, end, grain, count, spoken }: Period, today: Day): Span {
  const years = [1, 2].find((years) => addMonths(end, 12 * years) >= today) ?? 1;
  const next = addMonths(start, 12 * years);
  const named = spoken.replace(/\d{4}/g, (year) => String(Number(year) + years));
  if (count === 1 && (grain === 'month' || grain === 'quarter')) return toUnit(next, grain);
  return { start: next, end: endOf(addMonths(end, 12 * years), 'month'), spoken: named };
}

/**
 * Periods ahead, the running one included: "next month" is the second, and the one asked for. After data that ended with a whole
 * period it is the first.
 */
function toHorizon(future: string | null, { today, last }: AsOf): Wish | null {
  const match = /^next (?:(\d+|few|couple of) )?(week|month|quarter|year)s?$/.exec(future ?? '');
  if (!match) return null;
  const count = match[1] === 'few' ? 3 : match[1] === 'couple of' ? 2 : Number(match[1] ?? 1);
  const isOver = (grain: 'week' | 'month') => last !== null && endOf(last, grain) === last;
  if (match[2] === 'week')
    return { grain: 'week', horizon: count + (isOver('week') ? 0 : 1), asked: { last: count } };
  // Months left of the quarter or the year, the running one included.
  const month = Number((last ?? today).slice(5, 7)) - 1;
  const running = isOver('month') ? 0 : 1;
  if (match[2] === 'month') return { horizon: count + running, asked: { last: count } };
  // Where the data ended is not known before it is read: as many months as the quarter needs, wherever it stands.
  if (match[2] === 'quarter') {
    const left = last === null ? 2 : 2 - (month % 3);
    return { horizon: left + running + 3 * count, asked: { next: 'quarter', count } };
  }
  return { horizon: 11 - month + running + 12 * count, asked: { next: 'year', count } };
}
