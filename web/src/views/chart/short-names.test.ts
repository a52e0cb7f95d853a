import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toShortNames } from './short-names.ts';

test.each([
  [
    ['Reno Distribution Center', 'San Antonio Distribution Center'],
    ['Reno', 'San Antonio'],
  ],
  [
    ['North', 'South'],
    ['North', 'South'],
  ],
  [
    ['Sunday', 'Monday'],
    ['Sun', 'Mon'],
  ],
  [['Reno Distribution Center'], ['Reno Distribution Center']],
  [
    ['Center', 'Reno Center'],
    ['Center', 'Reno Center'],
  ],
])('%j are drawn as %j', (names, short) => {
  expect([...toShortNames(names).values()]).toEqual(short);
});

test('names that differ stay different, and none is empty', () => {
  const word = fc.constantFrom('Main', 'Reno', 'Center', 'East');
  const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
  fc.assert(
    fc.property(fc.uniqueArray(name, { minLength: 1, maxLength: 6 }), (names) => {
      const short = [...toShortNames(names).values()];
      expect(new Set(short).size).toBe(names.length);
      expect(short.every((each) => each.length > 0)).toBe(true);
    }),
  );
});
