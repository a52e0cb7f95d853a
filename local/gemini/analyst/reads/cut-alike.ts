import { readEnd } from '../conversation/data-end.ts';
import type { ToolStep } from '../conversation/read-steps.ts';
import { addDays, countUnits } from '../time/calendar.ts';
import type { Read } from './plan-reads.ts';
import type { View } from './view.ts';

/**
 * The read of as many days of the time before ends where the data of the running one does: "spend this month vs last month", with
 * orders to the 27th.
 */
export function cutAlike(read: Read, main: ToolStep | null, { spans, sideBySide }: View): Read {
  const last = main === null ? null : readEnd(main);
  if (read.role !== 'before' || spans === null || sideBySide || last === null) return read;
  const { after, before } = spans;
  const isAlike = before.spoken.startsWith('the same days of ');
  if (!isAlike || last < after.start || last >= after.end) return read;
  const missing = (countUnits(last, after.end, 'day') ?? 1) - 1;
  const end = addDays(before.end, -missing);
  return end < before.start ? read : { ...read, args: { ...read.args, period: `${before.start}..${end}` } };
}
