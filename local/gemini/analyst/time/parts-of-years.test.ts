import { expect, test } from 'vitest';
import { toTokens } from '../vocabulary/words.ts';
import { normaliseQuestion } from '../wording/normalise-question.ts';
import { findPeriods } from './find-periods.ts';

const today = '2026-11-23';
const read = (question: string) => findPeriods(toTokens(normaliseQuestion(question)), today);
const days = (question: string) => read(question).periods.map(({ start, end }) => `${start}..${end}`);

test.each<[string, ...string[]]>([
  // Two stretches, and not four months.
  [
    'sales in March and April 2025 compared with March and April 2024',
    '2025-03-01..2025-04-30',
    '2024-03-01..2024-04-30',
  ],
  [
    'revenue Nov 2025 - Jan 2026 compared with Nov 2024 - Jan 2025',
    '2025-11-01..2026-01-31',
    '2024-11-01..2025-01-31',
  ],
  ['compare January-June 2026 to January-June 2025', '2026-01-01..2026-06-30', '2025-01-01..2025-06-30'],
  ['Q1 and Q2 2026 vs Q1 and Q2 2025', '2026-01-01..2026-06-30', '2025-01-01..2025-06-30'],
  ['lead time during Jan-June 2026 versus what they promised', '2026-01-01..2026-06-30'],
  // The same part of another year.
  ['sales in December 2025 vs 2024', '2025-12-01..2025-12-31', '2024-12-01..2024-12-31'],
  ['sales July to September 2025 vs 2024', '2025-07-01..2025-09-30', '2024-07-01..2024-09-30'],
  [
    'sales in October 2024, 2025 and 2026',
    ...['2024-10-01..2024-10-31', '2025-10-01..2025-10-31', '2026-10-01..2026-10-31'],
  ],
  ['october orders this year vs last year', '2026-10-01..2026-10-31', '2025-10-01..2025-10-31'],
  // A whole year is set beside a month of another one.
  [
    'margin rate in October compared to the average of 2025',
    '2026-10-01..2026-10-31',
    '2025-01-01..2025-12-31',
  ],
  ['how did summer compare to spring', '2026-06-01..2026-08-31', '2026-03-01..2026-05-31'],
  ['compare summer with spring', '2026-06-01..2026-08-31', '2026-03-01..2026-05-31'],
  ['first half of October vs second half', '2026-10-01..2026-10-15', '2026-10-16..2026-10-31'],
  // So much that ends in a month.
  ['sales in the year to June 2026', '2025-07-01..2026-06-30'],
  ['sales in the quarter to August 2026', '2026-06-01..2026-08-31'],
  // The edge of another time.
  ['sales in the last week of 2024', '2024-12-25..2024-12-31'],
  ['sales in the last weekend of September', '2026-09-26..2026-09-27'],
  ['orders on the first weekend of October 2026', '2026-10-03..2026-10-04'],
  ['sales winter 2025/26', '2025-12-01..2026-02-28'],
  // On one side of a time.
  ['sales before 2025', '1900-01-01..2024-12-31'],
  ['sales after March 2026', '2026-04-01..2026-11-23'],
  ['sales before June this year', '2026-01-01..2026-05-31'],
  ['sales until the end of March this year', '2026-01-01..2026-03-31'],
  ['sales up to last Friday this month', '2026-11-01..2026-11-20'],
  // What ends at a time begins with its year; the answer says so.
  ['sales until 10 October', '2026-01-01..2026-10-10'],
  ['sales in 2025 until the end of March', '2025-01-01..2025-03-31'],
  ['helmets sold up to 10 March 2026', '2026-01-01..2026-03-10'],
  ['sales to 15 October', '2026-01-01..2026-10-15'],
  // So much beside a time.
  ['sales in the week after 10 March 2026', '2026-03-11..2026-03-17'],
  ['sales in the 3 months after March 2026', '2026-04-01..2026-06-30'],
  ['sales in the month before March 2026', '2026-02-01..2026-02-28'],
  // The thirds of a month.
  ['sales mid-September', '2026-09-11..2026-09-20'],
  ['sales in early March 2026 vs late March 2026', '2026-03-01..2026-03-10', '2026-03-21..2026-03-31'],
])('%s', (question, ...spans) => {
  expect(days(question)).toEqual(spans);
});

test.each([
  ['Jan to April 2026 compared to the same period in 2025', '2026-01-01..2026-04-30', 'last_year'],
  ['January to March 2026 vs the previous three months', '2026-01-01..2026-03-31', 'previous'],
  ['last 90 days vs previous 90 days', 'last 90 days', 'previous'],
])('%s is set against what lies before', (question, text, against) => {
  expect(read(question)).toMatchObject({ periods: [{ text }], against });
});

test('what is left open is said to be: a day before or after, and the last day of each month', () => {
  const words = (question: string) => {
    const tokens = toTokens(normaliseQuestion(question));
    const { used } = findPeriods(tokens, today);
    return tokens.flatMap(({ word }, at) => (used.has(at) ? [] : [word])).join(' ');
  };
  expect(words('sales before 10 October')).toContain('before');
  expect(words('stock until 10 October')).toContain('until');
  expect(words('orders due until 10 October')).toContain('until');
  expect(words('which deliveries were late September 2026')).toContain('late');
  expect(words('the weekend after 10 October')).toContain('after');
  expect(words('sales before and after 1 July')).toContain('before and after');
  expect(words('sales on the last day of each month this year')).toContain('last day of each month');
});
