import type { Filter } from './question.ts';
import type { Token } from './words.ts';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** "On Mondays", "at weekends": a filter on the day of the week. A single "Monday" is a date, which period forms read. */
export function findWeekdays(
  tokens: Token[],
  used: ReadonlySet<number>,
): { filters: Filter[]; used: Set<number>; apart: boolean } {
  const isLeftOut = tokens.some(
    ({ word }, index) =>
      /^(without|excluding|exclude|except|ignoring|not|besides)$/.test(word) &&
      tokens.slice(index + 1, index + 4).some((later) => isWeekday(later.word)),
  );
  const taken = new Set<number>();
  const values = tokens.flatMap(({ word }, index) => {
    if (used.has(index)) return [];
    const day = weekdays.find((name) => word === `${name.toLowerCase()}s`);
    const days = word === 'weekend' || word === 'weekends' ? ['Saturday', 'Sunday'] : day ? [day] : [];
    if (days.length > 0) taken.add(index);
    return days;
  });
  // "Weekends against weekdays" are all days.
  if (taken.size > 0 && tokens.some(({ lemma }) => lemma === 'weekday'))
    return { filters: [], used: taken, apart: true };
  const filters: Filter[] =
    values.length > 0
      ? [{ dimension: 'weekday', op: isLeftOut ? 'is_not' : 'is', values: [...new Set(values)] }]
      : [];
  return { filters, used: taken, apart: false };
}

function isWeekday(word: string): boolean {
  return /^weekends?$/.test(word) || weekdays.some((name) => word === `${name.toLowerCase()}s`);
}
