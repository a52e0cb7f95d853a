import { expect, test } from 'vitest';
import { formatMinuteFrom } from './format-minute-from.ts';

test.each([
  ['2026-11-28T15:11:00.000', '3:11 PM'],
  ['2026-11-28T15:11:00.001', '3:12 PM'],
  ['2026-11-28T15:11:40.000', '3:12 PM'],
  ['2026-11-28T23:59:30.000', '12:00 AM'],
])('what is free at %s is said to be free at %s', (at, text) => {
  const written = formatMinuteFrom(new Date(at), 'en-US');
  expect(written.replace(/\s/g, ' ')).toBe(text);
  expect(written).not.toContain(' ');
});
