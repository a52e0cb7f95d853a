import { expect, test } from 'vitest';
import { findNearest, measureLikeness } from './nearest.ts';

const names = ['Bikes', 'Mountain Bikes', 'Helmets', 'Accessories', 'Clothing', 'Crème brûlée'];

test.each([
  ['bike', 'Bikes'],
  ['helmtes', 'Helmets'],
  ['acessories', 'Accessories'],
  ['montain bikes', 'Mountain Bikes'],
  ['creme brulee', 'Crème brûlée'],
])('%s is nearest to %s', (wanted, nearest) => {
  expect(findNearest(wanted, names)[0]).toBe(nearest);
});

test('names that are not alike are not offered', () => {
  expect(findNearest('zzz', names)).toEqual([]);
  expect(findNearest('', names)).toEqual([]);
});

test('case, accents and punctuation do not count', () => {
  expect(measureLikeness('CREME-BRULEE', 'Crème brûlée')).toBe(1);
});

test('a word within a misspelt one is not what was meant: "ktichen" is nearer to Kitchen than to Chen', () => {
  expect(findNearest('ktichen', ['Chen', 'Kitchen'])[0]).toBe('Kitchen');
  expect(measureLikeness('ada chen', 'Chen')).toBeGreaterThan(0.7);
});

test('a unit may stand apart from its number: "Cable 2.5mm" is "cable 2.5 mm", but a code stays whole', () => {
  expect(measureLikeness('cable 2.5 mm', 'Cable 2.5mm')).toBe(1);
  expect(measureLikeness('house blend 1kg', 'House Blend 1 kg')).toBe(1);
  expect(measureLikeness('60x60', '60 x60')).toBeLessThan(1);
});
