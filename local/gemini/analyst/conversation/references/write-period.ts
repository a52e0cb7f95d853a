import type { Question } from '../../question/question.ts';
import { startOf } from '../../time/calendar.ts';
import type { Period } from '../../time/period.ts';
import { toUnit } from '../../time/period-units.ts';

/** "in 2026-10": from its first day to its last would be two days that something grew between. */
export function writeTime(period: Period): string {
  if (/ to date$/.test(period.text)) return period.spoken;
  const written = writePeriod(period);
  return /^(?:from|since) /.test(written) ? written : `in ${written}`;
}

/** A period as a sentence names it. */
export function writePeriod({ text, start, end, grain, count, holiday }: Period): string {
  if (holiday !== undefined) return `${holiday} ${start.slice(0, 4)}`;
  if (text === 'since') return `since ${start}`;
  if (grain !== null && count === 1 && start === startOf(start, grain))
    return grain === 'week' ? `the week of ${start}` : toUnit(start, grain).text;
  return start === end ? start : `from ${start} to ${end}`;
}

/** The one time of a question, as the end of a sentence. */
export function inTimeOf(previous: Question): string {
  const [period, ...others] = 'periods' in previous ? previous.periods : [];
  return period === undefined || others.length > 0 ? '' : ` ${writeTime(period)}`;
}
