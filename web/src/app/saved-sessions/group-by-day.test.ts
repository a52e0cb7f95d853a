import { expect, test } from 'vitest';
import { groupByDay } from './group-by-day.ts';

const now = new Date(2026, 10, 23, 9, 0);
const entry = (day: number, hour = 12) => ({ lastAccessedAt: new Date(2026, 10, day, hour) });

test('sessions are grouped under today, yesterday, the weekday, and then the date', () => {
  const groups = groupByDay([entry(23, 8), entry(22, 23), entry(22, 1), entry(19), entry(10)], now, 'en-GB');
  expect(groups.map((group) => [group.label, group.entries.length])).toEqual([
    ['Today', 1],
    ['Yesterday', 2],
    ['Thursday', 1],
    ['10 November', 1],
  ]);
});

test('the same day of two years is two groups, and another year is named', () => {
  const before = { lastAccessedAt: new Date(2025, 10, 10) };
  const labels = groupByDay([entry(10), before], now, 'en-GB').map((group) => group.label);
  expect(labels).toEqual(['10 November', '10 November 2025']);
});

test('a clock that runs ahead still shows under today', () => {
  expect(groupByDay([entry(24)], now, 'en-GB')[0]?.label).toBe('Today');
});
