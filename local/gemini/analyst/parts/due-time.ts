import { addDays, addMonths, type Day } from '../time/calendar.ts';
import type { Period } from '../time/period.ts';
import { toPeriodAhead } from '../time/period-ahead.ts';
import type { Parts } from './parts.ts';

/** "Next week" and what is left of the running one: days that the tool takes by the promised day. */
export function toAhead(time: Parts['time'], said: string, today: Day): Parts['time'] {
  const [running] = time.periods;
  if (time.future === null && running && !/ so far$|^today$/.test(running.spoken))
    return { ...time, periods: [toComing(running, said, today)] };
  const text = time.future ?? running?.spoken.replace(/ so far$/, '') ?? 'today';
  return { ...time, future: null, periods: [toPeriodAhead(text, today)] };
}

/** "Due in December", "between 1 and 10 December": the coming one, where no year is said; "were due last week" is over. */
function toComing(period: Period, said: string, today: Day): Period {
  const isThen = /\b(?:was|were|last|ago|past|(?:19|20)\d\d)\b/.test(said);
  // "Due in October", said in November, is over as well: the next one is further off.
  const isNearer = addMonths(period.start, 12) > addMonths(today, 9);
  if (isThen || isNearer || period.end >= today) return { ...period, grain: null };
  const [start, end] = [addMonths(period.start, 12), addDays(addMonths(addDays(period.end, 1), 12), -1)];
  const spoken = period.spoken.replaceAll(period.start.slice(0, 4), start.slice(0, 4));
  return { ...period, text: `${start}..${end}`, spoken, start, end, grain: null };
}
