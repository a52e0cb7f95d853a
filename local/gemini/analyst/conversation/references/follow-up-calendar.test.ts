import { expect, test } from 'vitest';
import { monthly, reads, sales } from '../../test-reads.ts';

const revenue = { measures: ['revenue'] };

/** Times that a follow-up leaves to the one before it; today is 23 November 2026. */
test.each<[string[], object]>([
  // Part of the year that was asked about.
  [['sales in 2024', 'first half'], sales({ ...revenue, period: 'H1 2024' })],
  [['sales in 2024', 'first half', 'second half'], sales({ ...revenue, period: 'H2 2024' })],
  [['sales in 2025', 'first half', 'q3'], sales({ ...revenue, period: 'Q3 2025' })],
  [['sales in 2025', 'q3', 'december'], sales({ ...revenue, period: '2025-12' })],
  [['sales by month in 2025', 'only the first quarter'], monthly({ ...revenue, period: 'Q1 2025' })],
  [['sales in 2025 by quarter', 'last quarter only'], sales({ ...revenue, period: 'Q4 2025' })],
  [['sales in March 2025', 'April', 'May'], sales({ ...revenue, period: '2025-05' })],
  // The one before it, and the one after.
  [['sales in May 2026', 'previous month'], sales({ ...revenue, period: '2026-04-01..2026-04-30' })],
  [['sales in Q3', 'previous quarter'], sales({ ...revenue, period: '2026-04-01..2026-06-30' })],
  [['sales in Q1 2025', 'next quarter'], sales({ ...revenue, period: 'Q2 2025' })],
  [['sales last weekend', 'the one before'], sales({ ...revenue, period: '2026-11-14..2026-11-15' })],
  // Of two years, that part of both.
  [['sales 2025 vs 2024', 'only december'], sales({ ...revenue, period: '2025-12' })],
  [['sales in 2025 by month', 'average'], monthly({ ...revenue, period: '2025' })],
  // The same days of another month.
  [
    ['sales from 1 to 15 September', 'same days in August'],
    sales({ ...revenue, period: '2026-08-01..2026-08-15' }),
  ],
])('%j is of the time before it', async (questions, call) => {
  expect((await reads(...questions)).slice(0, 1)).toEqual([call]);
});
