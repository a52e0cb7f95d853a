import type { Parts } from '../parts/parts.ts';
import { addDays, addMonths, type Day, type Grain, startOf } from '../time/calendar.ts';
import { type Period, toAllTime, toSpan } from '../time/period.ts';
import { spellNumber } from '../vocabulary/numbers.ts';

/** The periods of a new question; a bare comparison and a bare overview look at the last three months. */
export function toPeriods(parts: Parts, dimensions: string[], today: Day): Period[] {
  const { periods, versus, against } = parts.time;
  if (versus && versus.grain !== null && versus.text !== 'last year' && periods.length === 0)
    return [toRunning(versus.grain, today), versus];
  const isOpen = periods.length === 0 && versus === null && against === null;
  if (isOpen && parts.grain === null && everDone.test(parts.text)) return [toAllTime(today)];
  const bare = isOpen && parts.names.length < 2 && dimensions.length === 0;
  const asks = parts.focus.has('compare') || (parts.focus.has('overview') && parts.measures.length === 0);
  if (bare && asks && parts.grain === null && parts.conditions.length === 0) return [toLastMonths(3, today)];
  // "Why was total revenue in June lower than in May?" sets them apart.
  const setsApart = parts.focus.has('change') || parts.focus.has('compare') || parts.focus.has('why');
  const isJoined = !totalOfEach.test(parts.text) || asOne.test(parts.text);
  return parts.focus.has('total') && !setsApart && isJoined ? joinAdjoining(periods) : periods;
}

/** "Total revenue this year and last year" is the total of each. */
const totalOfEach = /\btotal (?!of\b|for\b|in\b|over\b|from\b|across\b|(?:this|last)\b)[a-z]+/;
const asOne = /\b(?:together|in total|in all|altogether|combined|overall|all told|(?:added|summed) up)\b/;

/** "How many bikes have we sold in total?" is of all that was ever sold. */
const everDone =
  /^(?:and |so )?how (?:many|much)\b.* (?:have|has) .*\b(?:sold|made|earned|shipped|turned over|bought|ordered|received|spent|returned|placed|brought in|generated)\b.*\b(?:in total|in all|altogether|all in all|overall|all told|so far|until now|up to now|to this day)\W*$/;

/** "Q1 and Q2 together" are one stretch of time. */
export function joinAdjoining(periods: Period[]): Period[] {
  const sorted = periods.toSorted((a, b) => a.start.localeCompare(b.start));
  const adjoins = sorted.every(
    (period, index) => index === 0 || addDays(sorted[index - 1]?.end ?? '', 1) === period.start,
  );
  const [first] = sorted;
  const last = sorted.at(-1);
  if (!first || !last || periods.length < 2 || !adjoins) return periods;
  return [toSpan(first.start, last.end, first.grain)];
}

/** The unit that today lies in, as far as it has come: "this month so far". */
export function toRunning(grain: Grain, today: Day): Period {
  const start = startOf(today, grain);
  return {
    ...toSpan(start, today, null),
    text: grain === 'day' ? 'today' : `${grain} to date`,
    spoken: `this ${grain} so far`,
  };
}

function toLastMonths(count: number, today: Day): Period {
  const start = addMonths(startOf(today, 'month'), -count);
  const end = addDays(startOf(today, 'month'), -1);
  return {
    text: `last ${count} months`,
    spoken: `the last ${spellNumber(count)} months`,
    start,
    end,
    grain: 'month',
    count,
  };
}
