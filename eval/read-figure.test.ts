import { expect, test } from 'vitest';
import { readFigure } from './read-figure.ts';

test.each<[string, number, number]>([
  ['1,234', 1234, 0.5],
  ['$1.2M', 1_200_000, 50_000],
  ['12.3%', 0.123, 0.0005],
  ['-5', -5, 0.5],
  ['−7.3%', -0.073, 0.0005],
  ['3 million', 3_000_000, 500_000],
])('"%s" is %d, half of its last digit off at most', (text, value, precision) => {
  const figure = readFigure(text);
  expect(figure?.value).toBeCloseTo(value, 9);
  expect(figure?.precision).toBeCloseTo(precision, -Math.floor(Math.log10(precision)) + 1);
});

test('a text without a number has no figure', () => {
  expect(readFigure('none')).toBeNull();
});
