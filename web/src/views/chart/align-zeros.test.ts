import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alignZeros } from './align-zeros.ts';

test('axes whose bars all stand on zero are left alone', () => {
  expect(alignZeros([1, 2, null], [0.5, 0])).toBeNull();
});

test('the zeros of two axes lie level and every bar is within', () => {
  const figures = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(figures, figures, (first, second) => {
      const bounds = alignZeros(first, second);
      if (bounds === null) return;
      const [a, b] = bounds;
      expect(-a.min / (a.max - a.min)).toBeCloseTo(-b.min / (b.max - b.min));
      for (const [{ min, max }, values] of [[a, first] as const, [b, second] as const]) {
        expect(Math.min(...values)).toBeGreaterThanOrEqual(min);
        expect(Math.max(...values)).toBeLessThanOrEqual(max);
      }
    }),
  );
});
