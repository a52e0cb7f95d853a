import { expect, test } from 'vitest';
import { toPeriods } from './to-periods.ts';

test.each([
  ['week', '2026-09-27', '2026-10-11', ['2026-09-27', '2026-10-04', '2026-10-11']],
  ['quarter', '2026-01-01', '2026-07-01', ['2026-01-01', '2026-04-01', '2026-07-01']],
  ['year', '2024-01-01', '2026-01-01', ['2024-01-01', '2025-01-01', '2026-01-01']],
] as const)('periods of a %s from %s to %s are all there', (grain, from, to, all) => {
  expect(toPeriods([to, from], grain)).toEqual(all);
});
