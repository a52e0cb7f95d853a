import { expect, test } from 'vitest';
import { bySale, dimension, measure, month, prove, revenue, toResult } from './testing/test-results.ts';

const byProduct = toResult(
  [dimension('product'), measure('on_hand', 'units'), measure('cover', 'days', false)],
  [
    ['Oak Chair', 120, 14],
    ['Pine Desk', 0, null],
    ['Elm Stool', -7, 2],
    ['Ash Shelf', 2480, 31],
  ],
);

test.each(['Oak Chair has 2,480 units.', 'Elm Stool stands at 7 units.', 'Pine Desk has 2,480 units.'])(
  'the distance of another row from zero proves nothing of a named one: %s',
  (text) => {
    expect(prove(text, [byProduct])).toEqual([[expect.any(String), false]]);
  },
);

test('the distance from zero is proved where it is told as one', () => {
  expect(prove('Ash Shelf has 2,480 more units than Pine Desk.', [byProduct])[0]?.[1]).not.toBe(false);
  const result = toResult(
    [month, revenue],
    [
      ['2026-09-01', 4_410],
      ['2026-10-01', 0],
    ],
  );
  expect(prove('In October it fell by $4,410 to nothing.', [result])[0]?.[1]).not.toBe(false);
});

const compared = toResult(
  [
    dimension('region'),
    revenue,
    { ...revenue, name: 'revenue_before', label: 'Revenue before' },
    measure('revenue_change_rate', 'fraction', false),
  ],
  [
    ['North', 500_000, 625_000, -0.2],
    ['South', 330_000, 300_000, 0.1],
  ],
);

test.each(['South was down 10%.', 'Revenue fell 10% in the South.', 'North grew by 20%.', 'North: +20.0%'])(
  'a change is not proved the other way round: %s',
  (text) => {
    expect(prove(text, [compared])).toEqual([[expect.any(String), false]]);
  },
);

test.each(['South was up 10%.', 'North was down 20%.', 'South: +10.0%', 'North: −20.0%'])(
  'a change is proved the way that it went: %s',
  (text) => {
    expect(prove(text, [compared])).toEqual([[expect.any(String), 'cell']]);
  },
);

test.each(['East gave 46% away.', 'West made $0.35M.', 'East made $3.1M.', '- North: $2.4M'])(
  'what another pair of rows differs by is no value of a row: %s',
  (text) => {
    expect(prove(text, [bySale])).toEqual([[expect.any(String), false]]);
  },
);

test.each([
  'South made $2.35M more than North.',
  'North is $740,000 ahead of East.',
  'The gaps:\n- North, South: $2,350,000',
  '| Regions | Gap |\n|---|---|\n| North, South | $2,350,000 |',
  'South against North: $2.35M.',
])('it is proved where the words set one against the other: %s', (text) => {
  for (const [, formula] of prove(text, [bySale])) expect(formula).not.toBe(false);
});
