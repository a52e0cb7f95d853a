import type { Token } from '../vocabulary/words.ts';
import { addDays, addMonths, type Day, endOf, monthNames, startOf, weekdays } from './calendar.ts';
import type { FoundPeriods } from './find-periods.ts';
import { type Period, toSpan } from './period.ts';

/**
 * "What is due on Friday?", "orders due by 5 December", "deliveries expected in December": a day of what is still to come lies ahead,
 * where of sales it would be the last one. "By" a day is all until then.
 */
export function withDueDay(time: FoundPeriods, tokens: Token[], today: Day): FoundPeriods {
  const words = tokens.map(({ word }) => word);
  const text = words.join(' ');
  if (!coming.test(text) || gone.test(text) || time.future !== null || time.periods.length > 1) return time;
  const isMonthNamed = monthNames.some((name) => new RegExp(`\\b${name.slice(0, 3)}`).test(text));
  const at = words.findIndex((word) => weekdays.includes(word) || (!isMonthNamed && ordinal.test(word)));
  const said = words[at] ?? '';
  const [named] = time.periods;
  const period = ordinal.test(said)
    ? toDate(Number.parseInt(said, 10), today)
    : at >= 0
      ? toWeekday(said, words[at - 1] === 'next', today)
      : named && toComing(named, text, today);
  if (!period || (at < 0 && period === named)) return time;
  const from = at >= 0 ? at : Math.min(...time.used);
  const lead = /(?:^| )((?:by|until|till|up to|before)(?: the)?|(?:on|for|in|this|next)(?: the)?)$/.exec(
    words.slice(0, from).join(' '),
  )?.[1];
  const used = new Set(time.used).add(from);
  for (let index = from - (lead?.split(' ').length ?? 0); index < from; index += 1) used.add(index);
  const ends = /^before/.test(lead ?? '') ? addDays(period.start, -1) : period.end;
  const isUntil = /^(?:by|until|till|up|before)/.test(lead ?? '');
  return { ...time, periods: [], future: `${isUntil ? today : period.start}..${ends}`, used };
}

const coming =
  /\b(?:due(?! to)|expect(?:ed|ing)?|arriv(?:es?|ing)|incoming|coming in|scheduled|promised for)\b/;
const gone = /\b(?:was|were|did|had|last|ago|past|arrived|received|delivered|came|20\d\d)\b/;

const ordinal = /^\d{1,2}(?:st|nd|rd|th)$/;

/** "By the 5th": of this month, or of the next one where that day is over. */
function toDate(date: number, today: Day): Period | undefined {
  const own = addDays(startOf(today, 'month'), date - 1);
  const day = own < today ? addDays(addMonths(startOf(today, 'month'), 1), date - 1) : own;
  return Number(day.slice(8)) === date ? toSpan(day, day, 'day') : undefined;
}

/** The next such day, today as well; the "next" one is that of the week to come. */
export function toWeekday(name: string, isNext: boolean, today: Day): Period {
  const own = addDays(startOf(today, 'week'), weekdays.indexOf(name));
  const day = isNext || own < today ? addDays(own, 7) : own;
  return toSpan(day, day, 'day');
}

/** A day or a month of a year that is over is that of the next one. */
function toComing(period: Period, text: string, today: Day): Period {
  const { grain, start, end } = period;
  if ((grain !== 'day' && grain !== 'month') || end >= today || /\b(?:today|yesterday)\b/.test(text))
    return period;
  const [next, last] = [addMonths(start, 12), addMonths(end, 12)];
  // "Between 1 and 10 December" is all of it.
  return grain === 'day' ? toSpan(next, last, 'day') : toSpan(next, endOf(last, 'month'), 'month');
}
