import { expect, test } from 'vitest';
import { periodBefore } from '../reads/compare-sides.ts';
import { compared, is, reads, sales } from '../test-reads.ts';
import { toSpan } from '../time/period.ts';
import { leadsIn } from './subject.ts';

const both = {
  ...{ measures: ['revenue'], dimension: 'category' },
  filters: is('category', 'Bikes', 'Helmets'),
};
const october = { ...both, compareTo: '2026-09-01..2026-09-30' };

test.each<[string[], object]>([
  [
    ['revenue of Bikes last month', 'and Helmets?', 'which of the two is growing'],
    compared({ ...october, period: 'last month' }),
  ],
  [
    ['revenue of Bikes in October', 'and Helmets?', 'which one is growing faster'],
    compared({ ...october, period: '2026-10' }),
  ],
  [
    ['revenue of Bikes this year', 'and Helmets?', 'which of the two is growing'],
    compared({ ...both, period: 'year to date', compareTo: '2025-01-01..2025-11-23' }),
  ],
  [
    ['revenue of Bikes this year', 'and Helmets?', 'which one sold more?'],
    sales({
      ...{ measures: ['revenue'], dimensions: ['category'], period: 'year to date' },
      filters: is('category', 'Bikes', 'Helmets'),
    }),
  ],
])('%j sets the times of the last two against those before', async (questions, call) => {
  expect(await reads(...questions)).toContainEqual(call);
});

test('the days of whole months are set against whole months', () => {
  expect(periodBefore(toSpan('2026-10-01', '2026-10-31', 'day'))).toMatchObject({
    start: '2026-09-01',
    end: '2026-09-30',
  });
});

test('the day that an answer tells of is no other whose name it has', () => {
  const answer = '**15 November 2026 was the day with the lowest revenue: $24,443.**';
  expect(leadsIn(answer, '2026-11-15', 'day')).toBe(true);
  expect(leadsIn(answer, '2026-11-05', 'day')).toBe(false);
});
