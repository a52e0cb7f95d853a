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
