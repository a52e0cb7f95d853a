import { expect, test } from 'vitest';
import { dropRepeatedYears, toTimeTick } from './to-time-ticks.ts';

test('a tick names its period above its year', () => {
  expect(toTimeTick('2026-08-01', 'month', 'en-US')).toEqual(['Aug', '2026']);
  expect(toTimeTick('2026-07-01', 'quarter', 'en-US')).toEqual(['Q3', '2026']);
  expect(toTimeTick('2026-08-03', 'week', 'de-DE')).toEqual(['3. Aug.', '2026']);
});

test('of the ticks that are drawn, the first of a year names it', () => {
  const ticks = [['Nov', '2025'], ['Jan', '2026'], ['Mar', '2026'], ['2027']].map((label) => ({ label }));
  dropRepeatedYears(ticks);
  expect(ticks.map(({ label }) => label)).toEqual([['Nov', '2025'], ['Jan', '2026'], ['Mar'], ['2027']]);
});
