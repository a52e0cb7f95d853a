import { countDaysFrom } from '../made/count-days.ts';

/** Of the records: Monday 2 January 2023 to Tuesday 11 March 2025. */
export const { toDate, toDay } = countDaysFrom(Date.UTC(2023, 0, 2));
export const lastDay = toDay('2025-03-11');
