import { expect, test } from 'vitest';
import { toTokens } from '../vocabulary/words.ts';
import { normaliseQuestion } from '../wording/normalise-question.ts';
import { findPeriods } from './find-periods.ts';
import { toEaster } from './holidays.ts';

const today = '2026-11-23';
const read = (question: string) => findPeriods(toTokens(normaliseQuestion(question)), today);
const days = (question: string) => read(question).periods.map(({ start, end }) => `${start}..${end}`);

test.each([
  [1818, '1818-03-22'],
  [1943, '1943-04-25'],
  [2000, '2000-04-23'],
  [2013, '2013-03-31'],
  [2024, '2024-03-31'],
  [2025, '2025-04-20'],
  [2026, '2026-04-05'],
  [2038, '2038-04-25'],
])('Easter of %i is on %s', (year, day) => {
  expect(toEaster(year)).toBe(day);
});

test.each<[string, ...string[]]>([
  ['sales on Christmas Day', '2025-12-25..2025-12-25'],
  ['Christmas sales', '2025-12-24..2025-12-26'],
  ['sales on Boxing Day 2024', '2024-12-26..2024-12-26'],
  ["sales on New Year's Eve", '2025-12-31..2025-12-31'],
  ["orders on Valentine's Day 2026 by region", '2026-02-14..2026-02-14'],
  ['sales at Easter', '2026-04-03..2026-04-06'],
  ['sales on Easter Monday 2025', '2025-04-21..2025-04-21'],
  ['sales in Easter week', '2026-03-30..2026-04-05'],
  ['sales in the week of Thanksgiving 2025', '2025-11-24..2025-11-30'],
  ['sales on Thanksgiving 2025', '2025-11-27..2025-11-27'],
  ['sales between Easter and Whitsun', '2026-04-03..2026-05-25'],
  ['sales since Christmas', '2025-12-24..2026-11-23'],
  ['sales after Easter 2026', '2026-04-07..2026-11-23'],
  ['sales in the two weeks before Christmas 2025', '2025-12-10..2025-12-23'],
  ['sales on the day after Black Friday 2025', '2025-11-29..2025-11-29'],
  ['Christmas 2025 vs 2024', '2025-12-24..2025-12-26', '2024-12-24..2024-12-26'],
  ['this Easter vs last Easter', '2026-04-03..2026-04-06', '2025-04-18..2025-04-21'],
  // Goods of that name.
  ['Christmas tree sales in 2025', '2025-01-01..2025-12-31'],
  ['sales of Easter eggs last month', '2026-10-01..2026-10-31'],
])('%s', (question, ...spans) => {
  expect(days(question)).toEqual(spans);
  expect(read(question).against).toBeNull();
});

test('a time before it has no beginning', () => {
  expect(read('sales before Christmas').used.size).toBe(1);
});
