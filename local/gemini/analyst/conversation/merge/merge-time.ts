import type { Parts } from '../../parts/parts.ts';
import type { DataQuestion, Question } from '../../question/question.ts';
import { periodBefore, runningUnit, yearBefore } from '../../reads/compare-sides.ts';
import { addDays, countUnits, type Day, startOf } from '../../time/calendar.ts';
import { type Period, toSpan } from '../../time/period.ts';
import { toUnit } from '../../time/period-units.ts';
import { shortMonths } from '../../time/time-patterns.ts';

export type MergedTime = Pick<DataQuestion, 'periods' | 'against'> & {
  /** The unit of the rows where another period makes rows of it: three months, then "for last year". */
  finer: DataQuestion['grain'];
};

/** When a follow-up is about: another period instead of the last one, one beside it, or the one before it. */
export function mergeTime(parts: Parts, previous: DataQuestion): MergedTime {
  const merged = toMerged(parts, previous);
  return ranksOneUnit(parts, merged.periods) ? { ...merged, periods: [] } : merged;
}

/** "What about the worst month?", after one month: of the year, where that one would be best and worst. */
function ranksOneUnit({ order, grain, time }: Parts, [only, ...others]: Period[]): boolean {
  const ranksTime = order !== null && /^(?:month|quarter|year)$/.test(grain ?? '');
  const isOne = others.length === 0 && only?.count === 1 && only.grain === grain;
  return ranksTime && isOne && time.periods.length === 0;
}

function toMerged(parts: Parts, previous: DataQuestion): MergedTime {
  const { time, focus } = parts;
  const [current] = previous.periods;
  // "Vs last year", after "vs last month": what was set beside it before gives way.
  const firstSide = previous.compares ? previous.periods.slice(0, 1) : previous.periods;
  const [asked, second] = time.periods;
  // "And the year before?" moves the period; "compared with the year before" sets both side by side.
  const moves =
    current !== undefined &&
    time.against !== null &&
    !focus.has('compare') &&
    !focus.has('change') &&
    !setsBeside(parts) &&
    (/^(and|what|how)/.test(parts.opening) ||
      /\bfor (?:the |one |a )?(?:day|week|month|quarter|year) (?:before|earlier|ago)\b/.test(parts.text) ||
      (parts.words <= 4 && /^(the|a|one) /.test(parts.opening)));
  if (
    current?.grain === 'day' &&
    /\bsame day (?:of )?(?:the )?(?:last|previous|prior|the) week\b/.test(parts.text)
  ) {
    const day = addDays(current.start, -7);
    return { periods: [current, toUnit(day, 'day')], against: null, finer: null };
  }
  if (moves) {
    const before = time.against === 'last_year' ? yearBefore(current) : oneBefore(current);
    return { periods: [before], against: null, finer: null };
  }
  const named =
    time.versus ?? (asked && !second && (focus.has('compare') || setsBeside(parts)) ? asked : null);
  // "Previous month", after May 2014, is April of that year.
  if (current !== undefined && !second && isOneBefore(parts, current))
    return named === null
      ? { periods: [oneBefore(current)], against: null, finer: null }
      : { periods: firstSide, against: 'previous', finer: null };
  const beside = named && toSameYear(named, current, parts.text);
  // "And last year?", after a comparison with the month before.
  const isOtherSide = previous.against !== null && asked !== undefined && !second && current !== undefined;
  if (isOtherSide && isYearBefore(asked, current))
    return { periods: previous.periods, against: 'last_year', finer: null };
  if (beside !== null) return { ...putBeside(parts, beside, previous.periods, firstSide), finer: null };
  if (time.periods.length === 0 && time.against !== null)
    return { periods: firstSide, against: time.against, finer: null };
  if (time.periods.length === 0) return { periods: previous.periods, against: previous.against, finer: null };
  // "Only December", of 2013 against 2012: of both.
  const isOfYears = previous.periods.length === 2 && previous.periods.every(({ grain }) => grain === 'year');
  if (isOfYears && asked && !second) {
    const both = previous.periods.map((year) => toSameYear(asked, year, parts.text));
    if (both.every(({ start }, at) => start.slice(0, 4) === previous.periods[at]?.start.slice(0, 4)))
      return { periods: both, against: null, finer: null };
  }
  const finer =
    previous.compares &&
    asked?.count === 1 &&
    current !== undefined &&
    current.count > 1 &&
    asked.grain !== current.grain
      ? current.grain
      : null;
  return {
    periods: time.periods.map((period) =>
      isLastShown(parts, period, previous)
        ? toUnit(startOf(current?.end ?? period.end, period.grain ?? 'month'), period.grain ?? 'month')
        : toSameYear(period, current, parts.text),
    ),
    against: time.against,
    finer,
  };
}

/** A time beside those of before: the same one of the year before, or another one. */
function putBeside(
  parts: Parts,
  beside: Period,
  [current, ...more]: Period[],
  firstSide: Period[],
): Pick<MergedTime, 'periods' | 'against'> {
  if (current === undefined)
    return beside.text === 'last year'
      ? { periods: firstSide, against: 'last_year' }
      : { periods: [beside], against: null };
  // The end of last year is no time that a day of this year is set against.
  const isEnd = /\b(?:the end of|year[- ]end)\b/.test(parts.text);
  if (isYearBefore(beside, current) && !isEnd) return { periods: firstSide, against: 'last_year' };
  // "Compared with the previous quarter", of the last one: that is the one before it.
  if (beside.start === current.start && beside.end === current.end)
    return { periods: [current], against: 'previous' };
  // "Q2 as well", after Q3 of two years: all three.
  if (more.length > 0 && setsBeside(parts)) return { periods: [current, ...more, beside], against: null };
  return { periods: [current, beside], against: null };
}

/** "Add last year", "with last year next to it". */
function setsBeside({ text, opening }: Parts): boolean {
  return (
    /^(?:and |also |now |then |please )*(?:add|plus|include|with|put)\b/.test(opening) ||
    /\b(?:next to|beside|alongside|side by side|for comparison|as well|too)\b/.test(text)
  );
}

/** "Last year" beside a month or the running year is the same time of the year before. */
function isYearBefore(beside: Period, current: Period): boolean {
  const isYear = beside.grain === 'year' && beside.count === 1;
  const days = countUnits(current.start, current.end, 'day') ?? 400;
  const isNext = Number(current.end.slice(0, 4)) === Number(beside.start.slice(0, 4)) + 1;
  return isYear && isNext && days <= 366 && current.start > beside.end;
}

/** "Previous quarter", after a quarter: the one before it, and not the last one of today. */
function isOneBefore({ text, time }: Parts, current: Period): boolean {
  const [, unit] = /\b(?:previous|prior|preceding) (week|month|quarter|year)\b/.exec(text) ?? [];
  const asked = time.versus ?? time.periods[0];
  if (unit === undefined || asked?.text !== `last ${unit}`) return false;
  return (current.grain === unit && current.count === 1) || runningUnit(current) === unit;
}

/** "Last quarter only", after 2025 by quarter, is the last one that was shown. */
function isLastShown({ text, words }: Parts, { grain, start }: Period, previous: DataQuestion): boolean {
  const [current] = previous.periods;
  const isOnly =
    words <= 5 && /\b(?:only|just)\b/.test(text) && /\blast (?:week|month|quarter|year)\b/.test(text);
  return isOnly && grain !== null && grain === previous.grain && current !== undefined && current.end < start;
}

/** Before a weekend lies another one, and no Thursday. */
function oneBefore(current: Period): Period {
  const { start, end } = current;
  const isWeekend = addDays(start, 1) === end && startOf(end, 'week') === addDays(end, -6);
  return isWeekend ? toSpan(addDays(start, -7), addDays(end, -7), 'day') : periodBefore(current);
}

/** "And in July?", "first half", after June 2013: those of that year. */
function toSameYear(period: Period, before: Period | undefined, text: string): Period {
  const isOpen = partOfYear.test(text) && !/\d{4}|\b(?:last|this|ago|past|previous|prior)\b/.test(text);
  if (!before?.grain || !isOpen || !isPartOfYear(period)) return period;
  const [year, own] = [before.start.slice(0, 4), period.start.slice(0, 4)];
  // The year after that of a month that was read is none that has come: "Dec", after "Jan".
  if (year >= own || before.end.slice(0, 4) !== year || period.end.slice(0, 4) !== own) return period;
  const toYear = (day: Day) => `${year}${day.slice(4)}`;
  const start = toYear(period.start);
  if (/^H[12] /.test(period.text))
    return {
      ...toSpan(start, toYear(period.end), 'month'),
      text: `${period.text.slice(0, 2)} ${year}`,
      spoken: period.spoken.replace(own, year),
    };
  if (period.count === 1 && period.grain) return toUnit(start, period.grain);
  return toSpan(start, toYear(period.end), period.grain);
}

function isPartOfYear({ grain, text, start, end }: Period): boolean {
  const isLeap = [start, end].some((day) => day.endsWith('02-29'));
  return grain === 'day' ? !isLeap && /\d{4}/.test(text) : grain === 'month' || grain === 'quarter';
}

const partOfYear = new RegExp(
  `\\b(?:${shortMonths})|\\bq[1-4]\\b|\\bh[12]\\b|\\b(?:first|second|third|fourth) (?:half|quarter)\\b`,
);

/** "Over the year", "for the whole period": the time of the last question as one. */
export function withWholeTime(parts: Parts, previous: DataQuestion | null, before: Question | null): Parts {
  const both = joinTimes(parts, previous, before);
  if (both) return both;
  const unit = (whole.exec(parts.text) ?? wholeUnit.exec(parts.text))?.[1];
  const [current] = previous?.periods ?? [];
  if (unit === undefined || current === undefined || parts.time.periods.length > 0) return parts;
  // "Which gained most over that period?", after two times: between them.
  const isOfTwo = previous !== null && (previous.periods.length > 1 || previous.against !== null);
  if (isOfTwo && parts.focus.has('change')) return { ...parts, goesOn: true };
  const period = toWhole(current, unit, wholeUnit.test(parts.text));
  if (period === null) return parts;
  return {
    ...parts,
    // "Quarter by quarter for the whole year" has rows.
    grain: parts.grain === unit ? null : parts.grain,
    focus: parts.grain === null || parts.grain === unit ? new Set([...parts.focus, 'whole']) : parts.focus,
    time: { ...parts.time, periods: [period] },
  };
}

/** "And the whole quarter?", after September: the quarter that it lies in. Null where the time is longer than what is named. */
function toWhole(current: Period, unit: string, isNamed: boolean): Period | null {
  const grain = (['week', 'month', 'quarter', 'year'] as const).find((one) => one === unit);
  if (grain === undefined || current.grain === grain || runningUnit(current) === grain) return current;
  if (!isNamed && current.grain === null) return current;
  const around = toUnit(startOf(current.start, grain), grain);
  if (current.end <= around.end) return around;
  return isNamed && grain !== 'year' ? null : current;
}

/** "Both years together": the times of the last two questions as one. */
function joinTimes(parts: Parts, previous: DataQuestion | null, before: Question | null): Parts | null {
  if (!/\b(?:both|the two) (?:days|weeks|months|quarters|years|periods)\b/.test(parts.text)) return null;
  const [own] = previous?.periods ?? [];
  const [other] = before && 'periods' in before ? before.periods : [];
  if (!own || !other) return null;
  const [first, second] = own.start < other.start ? [own, other] : [other, own];
  if (addDays(first.end, 1) !== second.start) return null;
  return {
    ...parts,
    grain: null,
    focus: new Set([...parts.focus, 'whole']),
    time: { ...parts.time, periods: [toSpan(first.start, second.end, null)] },
  };
}

const wholeUnit =
  /\b(?:whole|entire|full|complete) (week|month|quarter|year)\b(?! (?:before|to date|so far|ago|over))/;

const whole =
  /\b(?:over|for|in|across|during|throughout) (?:the|that|this) (?:whole |entire |full |same )?(year|quarter|month|period|time)\b(?! (?:before|to date|so far|ago|over))/;
