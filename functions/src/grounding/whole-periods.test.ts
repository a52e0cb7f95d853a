import { expect, test } from 'vitest';
import { month, prove, revenue, toResult } from './testing/test-results.ts';

const rows = [
  ['2026-08-01', 812_345.5],
  ['2026-09-01', 934_120.25],
  ['2026-10-01', 1_204_877.75],
  ['2026-11-01', 97_113],
];
const running = {
  ...toResult([month, revenue], rows),
  notes: ['The last month is cut: it holds only the days to 3 Nov 2026.'],
};

test('where the last period is cut, the mean, the sum and the number of whole ones are proved', () => {
  expect(prove('Revenue averaged $983,781 a month.', [running])).toEqual([['$983,781', 'mean']]);
  expect(prove('The whole months made $2,951,344.', [running])).toEqual([['$2,951,344', 'sum']]);
  expect(prove('Over 3 whole months.', [running])).toEqual([['3', 'count']]);
});

test('where the records begin or end within a period, the whole ones are proved, too', () => {
  const notes = [
    'The data runs to 3 Nov 2026, so the last month is not complete.',
    'The data begins on 20 Aug 2026, so the first month is not complete.',
  ];
  expect(prove('The whole months made $2,138,998.', [{ ...running, notes }])).toEqual([
    ['$2,138,998', 'sum'],
  ]);
});

test('where no period is cut, a mean without the last row is not proved', () => {
  expect(prove('Revenue averaged $983,781 a month.', [toResult([month, revenue], rows)])).not.toContainEqual([
    '$983,781',
    'mean',
  ]);
});
