import type { PeriodForm } from './dated-periods.ts';
import { daysOfYear, edgeOfMonth, edgeOfYear, thirdOfMonth, weekendOfMonth } from './edges.ts';
import { month } from './time-patterns.ts';

export const monthWord = `(${month})`;

const form = (pattern: string, read: PeriodForm['read']): PeriodForm => ({ pattern, read });

/** What begins or ends a month or a year. */
export const edgeForms: PeriodForm[] = [
  // "The first two weeks of October", "the last two months of 2025".
  form(
    `(?:the )?(first|last) (?:(\\d+) )?(day|week)s? (?:of|in) ${monthWord} (?:((?:19|20)\\d\\d) )?`,
    ([which, count, name, month, year], setting) =>
      edgeOfMonth(which, Number(count ?? 1) * (name === 'week' ? 7 : 1), month, year, setting),
  ),
  form(`(?:the )?(first|last) weekend (?:of|in) ${monthWord} (?:((?:19|20)\\d\\d) )?`, (said, setting) =>
    weekendOfMonth(said[0], said[1], said[2], setting),
  ),
  form(
    `(?:in |at |around )?(?:the )?(early|mid|middle|late)(?: of)? ${monthWord} (?:((?:19|20)\\d\\d) )?`,
    ([which, month, year], setting) => thirdOfMonth(which, month, year, setting),
  ),
  form(
    '(?:the )?(first|last) (?:(\\d+) )?(day|week)s? (?:of|in) (?:the year )?((?:19|20)\\d\\d) ',
    ([which, count, name, year]) =>
      daysOfYear(which, Number(count ?? 1) * (name === 'week' ? 7 : 1), Number(year)),
  ),
  form(
    '(?:the )?(first|last) (?:(\\d+) )?months? (?:of|in) (?:the year )?((?:19|20)\\d\\d) ',
    ([which, count, year]) => edgeOfYear(which, Number(count ?? 1), Number(year)),
  ),
];
