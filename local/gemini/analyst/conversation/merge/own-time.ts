import type { Parts } from '../../parts/parts.ts';
import { isOfNow } from '../../parts/purchasing-figures.ts';
import { toRunning } from '../../question/bare-periods.ts';
import type { DataQuestion } from '../../question/question.ts';
import { isOfDays, toLastDays } from '../../reads/compare-sides.ts';
import type { Day } from '../../time/calendar.ts';
import { type Period, toSpan } from '../../time/period.ts';

/** "Vs last month", after a figure without a time: stock is that of today, what is counted over days that of the unit that still runs. */
export function withOwnTime(parts: Parts, previous: DataQuestion, today: Day): DataQuestion {
  const versus = findBeside(parts);
  // "Which warehouse got most of it?", after how it stands to last year: of the year that was told.
  const isBare = previous.periods.length === 0 && previous.grain === null && !isNow(previous);
  if (isBare && previous.against === 'last_year' && previous.tool !== 'query_inventory')
    return { ...previous, periods: [toRunning('year', today)] };
  const isOpen = previous.periods.length === 0 && previous.grain === null && previous.against === null;
  if (!isOpen || versus === null || versus.grain === null || isNow(previous)) return previous;
  const day = { ...toSpan(today, today, 'day'), text: 'today', spoken: 'today' };
  const isOfYear = versus.text === 'last year';
  const isStock = previous.tool === 'query_inventory';
  if (isStock && !previous.measures.every(isOfDays)) return { ...previous, periods: [day] };
  if (isStock && isOfYear) return { ...previous, periods: [toLastDays(today)] };
  return isOfYear ? previous : { ...previous, periods: [toRunning(versus.grain, today)] };
}

/** What is open, or late, is so now: of a month before there is no such figure. */
export function findNow(parts: Parts, previous: DataQuestion): string | null {
  const versus = findBeside(parts);
  return versus !== null && previous.periods.length === 0 && isNow(previous) ? versus.spoken : null;
}

/** "Vs the end of September" is no time of its own either. */
function findBeside({ time, focus }: Parts): Period | null {
  const [only, second] = time.periods;
  return time.versus ?? (only && !second && focus.has('compare') ? only : null);
}

function isNow({ tool, measures }: DataQuestion): boolean {
  return tool === 'get_purchase_orders' && measures.every(isOfNow);
}

/** "What did Orsini deliver?", after what was ordered last month: what came in then, and not of what was ordered then. */
export function withReceipts(question: DataQuestion, { purchasing, text }: Parts): DataQuestion {
  const came =
    purchasing === 'received' &&
    /\b(?:deliver|delivered|receive|received|came|arrive|arrived|supplied|sent)\b/.test(text) &&
    !/\bof (?:it|that|them|those|these)\b/.test(text);
  const isReceived =
    question.daysOf === null && question.measures.every((name) => name.startsWith('received_'));
  return came && isReceived ? { ...question, daysOf: 'received' } : question;
}
