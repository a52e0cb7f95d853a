import { expect, test } from 'vitest';
import { toMoments, toNormalQuantile } from './statistics.ts';

test('mean and deviation count what was zero', () => {
  // 2, 4 and 6 among five: mean 2.4, sample variance (56 - 5 * 2.4^2) / 4 = 6.8.
  const { mean, deviation } = toMoments(12, 56, 5);
  expect(mean).toBeCloseTo(2.4, 12);
  expect(deviation).toBeCloseTo(Math.sqrt(6.8), 12);
  expect(toMoments(0, 0, 0)).toEqual({ mean: 0, deviation: 0 });
  expect(toMoments(7, 49, 1)).toEqual({ mean: 7, deviation: 0 });
});

test.each([
  [0.5, 0],
  [0.95, 1.6448536269514722],
  [0.975, 1.959963984540054],
  [0.99, 2.3263478740408408],
  [0.01, -2.3263478740408408],
])('the normal quantile of %d is %d', (probability, quantile) => {
  expect(toNormalQuantile(probability)).toBeCloseTo(quantile, 7);
});

test.each([0, 1, -0.5, Number.NaN])('%d is no probability of a quantile', (probability) => {
  expect(() => toNormalQuantile(probability)).toThrow(`between 0 and 1, not ${probability}`);
});
