import { expect, test } from 'vitest';
import { toSeasonal, toSeasonFactor } from './season.ts';

test.each([
  [910, 310, 1, 'a day like the others'],
  [910, 465, 1.5, 'half as much again'],
  [910, 2800, 2, 'no more than twice'],
  [910, 80, 0.5, 'no less than half'],
  [199, 300, 1, 'too few sold then'],
  [910, 49, 0.5, 'hardly any after the season'],
  [910, 0, 0.5, 'none after the season'],
  [null, null, 1, 'no such year on record'],
])(
  '%s units in the weeks then and %s in the weeks after make a factor of %s: %s',
  (then, after, factor, _why) => {
    expect(toSeasonFactor(then, after)).toBeCloseTo(factor, 12);
  },
);

test('the season moves demand and its deviation alike', () => {
  expect(toSeasonal({ perDay: 4, sdPerDay: 2 }, 1.5)).toEqual({ perDay: 6, sdPerDay: 3 });
});
