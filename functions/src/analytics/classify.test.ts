import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toAbcClass, toVariation, toXyzClass } from './classes.ts';
import { toClassifiedProducts } from './classify.ts';

const year = { start: '2025-11-01', end: '2026-10-31' };

test.each([
  [0, 'A'],
  [0.79, 'A'],
  [0.8, 'B'],
  [0.94, 'B'],
  [0.95, 'C'],
  [null, 'C'],
])('after a share of %s comes class %s', (share, expected) => {
  expect(toAbcClass(share)).toBe(expected);
});

test.each([
  [0.5, 'X'],
  [0.51, 'Y'],
  [1, 'Y'],
  [1.01, 'Z'],
  [null, null],
])('a variation of %s is %s', (variation, expected) => {
  expect(toXyzClass(variation)).toBe(expected);
});

test('variation counts months without a sale', () => {
  // 10, 20 and 0 units: mean 10, sample deviation 10.
  expect(toVariation(30, 500, 3)).toEqual({ mean: 10, variation: 1 });
  expect(toVariation(30, 500, 2).variation).toBeNull();
  expect(toVariation(0, 0, 12)).toEqual({ mean: 0, variation: null });
});

test('shares are of the total, and what lost value has none', () => {
  const row = (name: string, value: number) => [name, name, 'Tools', value, 12, 12, 12, '2025-11-01', null];
  const found = toClassifiedProducts([row('a', 700), row('b', 200), row('c', 100), row('d', -50)], year);
  expect(found.map(({ abc, share, cumulativeShare }) => [abc, share, cumulativeShare])).toEqual([
    ['A', 0.7, 0.7],
    ['A', 0.2, 0.9],
    ['B', 0.1, 1],
    ['C', null, null],
  ]);
});

test('a product counts from its launch', () => {
  const months = (first: string, launched: string | null) =>
    toClassifiedProducts([['a', 'a', 'Tools', 5, 3, 3, 3, first, launched]], year)[0]?.months;
  expect(months('2026-08-01', '2026-08-15')).toBe(3);
  expect(months('2026-08-01', null)).toBe(12);
  expect(months('2026-06-01', '2026-08-15')).toBe(5);
  expect(months('2025-11-01', '2020-01-01')).toBe(12);
});

test('classes never rise down the list, and cumulative shares end at one', () => {
  const values = fc.array(fc.double({ min: 0.01, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(values, (given) => {
      const rows = given
        .toSorted((a, b) => b - a)
        .map((value, index) => [`p${index}`, `s${index}`, 'Tools', value, 1, 1, 1, '2025-11-01', null]);
      const found = toClassifiedProducts(rows, year);
      const classes = found.map(({ abc }) => abc).join('');
      expect(classes).toMatch(/^A+B*C*$/);
      expect(found.at(-1)?.cumulativeShare).toBeCloseTo(1, 9);
    }),
  );
});
