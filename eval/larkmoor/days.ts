import { countDaysFrom } from '../made/count-days.ts';

/** Of the records: Monday 4 September 2023 to Friday 17 October 2025. */
export const { toDate, toDay } = countDaysFrom(Date.UTC(2023, 8, 4));
export const lastDay = 774;
