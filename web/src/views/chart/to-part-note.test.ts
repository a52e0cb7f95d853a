import { expect, test } from 'vitest';
import { category, month, revenue, toExample } from './chart-example.ts';
import { toPartNote } from './to-part-note.ts';

const byMonth = toExample({ mark: 'line', x: 'month', y: ['revenue'], series: null });
const rows = [
  ['2026-11-01', 3],
  ['2026-09-01', 1],
  ['2026-10-01', 2],
];
const noteOf = (start: string, end: string) =>
  toPartNote(byMonth, [month, revenue], rows, { start, end }, 'en-US');

test('a chart says which months at its ends the days cut', () => {
  expect(noteOf('2026-09-01', '2026-11-28')).toBe('Only a part of Nov 2026 is in these days.');
  expect(noteOf('2026-09-04', '2026-11-28')).toBe(
    'Only a part of Sep 2026 and of Nov 2026 is in these days.',
  );
  expect(noteOf('2026-09-01', '2026-11-30')).toBe('');
});

test('a chart names the weeks that the days cut as a sentence does', () => {
  const weeks = [month, revenue].map((column) =>
    column === month ? { ...column, grain: 'week' as const } : column,
  );
  const byWeek = [
    ['2026-04-27', 1],
    ['2026-05-04', 3],
  ];
  const days = { start: '2026-05-01', end: '2026-05-10' };
  expect(toPartNote(byMonth, weeks, byWeek, days, 'en-US')).toBe(
    'Only a part of the week of Apr 27, 2026 is in these days.',
  );
});

test('a chart of names, or of no days, has no months to cut', () => {
  const byName = toExample({ mark: 'bar', x: 'category', y: ['revenue'], series: null });
  const days = { start: '2026-09-04', end: '2026-11-28' };
  expect(toPartNote(byName, [category, revenue], [['Home', 1]], days, 'en-US')).toBe('');
  expect(toPartNote(byMonth, [month, revenue], rows, null, 'en-US')).toBe('');
});
