import { addUnits, startOf } from '../analytics/calendar.ts';
import type { Period } from '../analytics/period.ts';

/** So many complete months before today, or before the data ends where it ended earlier. */
export function lastMonths(count: number) {
  const months = count === 1 ? 'month' : 'months';
  const number = count === 1 ? '' : `${count} `;
  return (days: { last: string } | null, today: string): Period => {
    const anchor =
      days !== null && days.last < startOf('month', today) ? addUnits('day', days.last, 1) : today;
    const end = startOf('month', anchor);
    const isLate = anchor !== today;
    return {
      start: addUnits('month', end, -count),
      end: addUnits('day', end, -1),
      label: isLate ? `last ${number}complete ${months} of data` : `last ${number}${months}`,
    };
  };
}

export const lastTwelveMonths = lastMonths(12);
