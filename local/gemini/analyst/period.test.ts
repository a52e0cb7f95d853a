import { expect, test } from 'vitest';
import { findPeriods } from './find-periods.ts';
import { toTokens } from './words.ts';

const today = '2026-11-23';
const read = (question: string) => findPeriods(toTokens(question), today);

test.each([
  ['the last three months', 'last 3 months', '2026-08-01', '2026-10-31'],
  ['over the past 12 weeks', 'last 12 weeks', '2026-08-31', '2026-11-22'],
  ['in the last couple of months', 'last 2 months', '2026-09-01', '2026-10-31'],
  ['last month', 'last month', '2026-10-01', '2026-10-31'],
  ['last quarter', 'last quarter', '2026-07-01', '2026-09-30'],
  ['last year', 'last year', '2025-01-01', '2025-12-31'],
  ['over the past year', 'last 12 months', '2025-11-01', '2026-10-31'],
  ['this month so far', 'month to date', '2026-11-01', '2026-11-23'],
  ['YTD', 'year to date', '2026-01-01', '2026-11-23'],
  ['this week', '2026-11-23..2026-11-23', '2026-11-23', '2026-11-23'],
  ['in Q2', 'Q2 2026', '2026-04-01', '2026-06-30'],
  ['second quarter of 2025', 'Q2 2025', '2025-04-01', '2025-06-30'],
  ['Q4 last year', 'Q4 2025', '2025-10-01', '2025-12-31'],
  ['in March', '2026-03', '2026-03-01', '2026-03-31'],
  ['in December', '2025-12', '2025-12-01', '2025-12-31'],
  ['in Sept 2024', '2024-09', '2024-09-01', '2024-09-30'],
  ['from March to May 2025', '2025-03-01..2025-05-31', '2025-03-01', '2025-05-31'],
  ['between January and March', '2026-01-01..2026-03-31', '2026-01-01', '2026-03-31'],
  ['from 2026-01-05 to 2026-02-10', '2026-01-05..2026-02-10', '2026-01-05', '2026-02-10'],
  ['on 15 March 2026', '2026-03-15', '2026-03-15', '2026-03-15'],
  ['on March 15th', '2026-03-15', '2026-03-15', '2026-03-15'],
  ['in 2025', '2025', '2025-01-01', '2025-12-31'],
  ['in the first half of 2025', 'H1 2025', '2025-01-01', '2025-06-30'],
  ['since September', '2026-09-01..2026-11-23', '2026-09-01', '2026-11-23'],
  ['two months ago', '2026-09', '2026-09-01', '2026-09-30'],
  ['in week 40', '2026-09-28..2026-10-04', '2026-09-28', '2026-10-04'],
  ['in calendar week 3 of 2025', '2025-01-13..2025-01-19', '2025-01-13', '2025-01-19'],
  ['yesterday', 'yesterday', '2026-11-22', '2026-11-22'],
  ['last 30 days', 'last 30 days', '2026-10-24', '2026-11-22'],
])('"%s" is %s', (question, text, start, end) => {
  expect(read(`Sales ${question}?`).periods).toMatchObject([{ text, start, end }]);
});

test('two periods are kept apart, and a year that stands once holds for both', () => {
  expect(read('compare Q1 and Q2 2025').periods.map((period) => period.text)).toEqual(['Q1 2025', 'Q2 2025']);
  expect(read('this year versus last year').periods.map((period) => period.text)).toEqual([
    'year to date',
    'last year',
  ]);
});

test('a comparison can name the other side without a period', () => {
  expect(read('Q3 vs the same quarter last year')).toMatchObject({
    periods: [{ text: 'Q3 2026' }],
    against: 'last_year',
  });
  expect(read('October compared with the previous period').against).toBe('previous');
  expect(read('revenue growth yoy').against).toBe('last_year');
});

test('time to come is told apart', () => {
  expect(read('what will we sell next month')).toMatchObject({ periods: [], future: 'next month' });
});

test('"may" as a verb and "march" as an order are no months', () => {
  expect(read('what may I ask').periods).toEqual([]);
  expect(read('sales in may').periods).toMatchObject([{ text: '2026-05' }]);
});
