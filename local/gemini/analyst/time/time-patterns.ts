import { monthNames, weekdays } from './calendar.ts';

/** Patterns of a unit of time, of months and of days of the week, whole or short. */
export const unit = '(day|week|month|quarter|year)';
export const months = monthNames.join('|');
/** How each month begins: "sept" goes on with a letter. */
export const shortMonths = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
export const month =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
export const dayName = `(?:${weekdays.join('|')})`;
export const shortWeekdays = 'mon|tue|wed|thu|fri|sat|sun';
