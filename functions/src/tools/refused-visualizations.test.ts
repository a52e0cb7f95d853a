import type { Rows } from '@tallyboard/contract';
import { expect, test } from 'vitest';
import { brand, month, onHand, region, revenue, share, show, units } from './testing/show-setting.ts';

test.each([
  [
    'an unknown result',
    [region, units],
    { resultId: 'r9', type: 'bar' },
    'unknown_result',
    /resultId that a tool returned/,
  ],
  [
    'an unknown column',
    [region, units],
    { type: 'bar', y: ['unit'] },
    'invalid_argument',
    /Did you mean "units"\? Its columns are: region, units\./,
  ],
  [
    'text as a figure',
    [region, brand, units],
    { type: 'bar', y: ['brand'] },
    'invalid_argument',
    /Columns with figures: units/,
  ],
  ['a line without time', [region, units], { type: 'line' }, 'invalid_argument', /Use type "bar"/],
  [
    'rows that differ by more than is drawn',
    [month, region, brand, units],
    { type: 'line' },
    'invalid_argument',
    /at most two dimensions/,
  ],
  ['a metric of text', [region], { type: 'metric' }, 'invalid_argument', /show a table/],
  [
    'several figures split by a series',
    [month, region, units, revenue],
    { type: 'bar', y: ['units', 'revenue'] },
    'invalid_argument',
    /Give one y/,
  ],
  [
    'a stack of ratios',
    [month, region, share],
    { type: 'stacked_bar' },
    'invalid_argument',
    /Use type "bar"/,
  ],
  [
    'areas of stock that is not of one moment',
    [month, region, onHand],
    { type: 'area' },
    'invalid_argument',
    /Use type "line"/,
  ],
  ['a stack of one', [month, units], { type: 'stacked_bar' }, 'invalid_argument', /Use type "bar"/],
  [
    'a stack of different units',
    [month, units, revenue],
    { type: 'stacked_bar', y: ['units', 'revenue'] },
    'invalid_argument',
    /one unit/,
  ],
  ['a pie of ratios', [region, share], { type: 'pie' }, 'invalid_argument', /use type "bar"/],
  ['a pie by two dimensions', [region, brand, units], { type: 'pie' }, 'invalid_argument', /region, brand/],
  ['a scatter of one measure', [region, units], { type: 'scatter' }, 'invalid_argument', /two measures/],
  [
    'a scatter without names',
    [units, revenue],
    { type: 'scatter' },
    'invalid_argument',
    /ask for rows by product/,
  ],
  [
    'a heat map by one dimension',
    [region, units],
    { type: 'heat_map' },
    'invalid_argument',
    /two dimensions/,
  ],
  [
    'a heat map of two measures',
    [region, brand, units, share],
    { type: 'heat_map', y: ['units', 'share'] },
    'invalid_argument',
    /units, share/,
  ],
])('refuses %s', async (_, columns, args, code, hint) => {
  expect(await show(columns, args)).toMatchObject({
    kind: 'failure',
    code,
    hint: expect.stringMatching(hint),
  });
});

test.each([
  ['more than six parts', 7, /Use type "bar"/],
  [
    'a part below zero',
    [
      ['North', 5],
      ['South', -1],
    ],
    /Use type "bar"/,
  ],
  ['only zeros', [['North', 0]], /Use type "bar"/],
  [
    'a part that comes twice',
    [
      ['North', 5],
      ['North', 1],
    ],
    /"bar" or "table"/,
  ],
] satisfies [string, number | Rows, RegExp][])('refuses a pie of %s', async (_, rows, hint) => {
  expect(await show([region, units], { type: 'pie' }, rows)).toMatchObject({
    kind: 'failure',
    hint: expect.stringMatching(hint),
  });
});

test('refuses an area below zero', async () => {
  const rows = [['2026-01-01', -5]];
  expect(await show([month, revenue], { type: 'area' }, rows)).toMatchObject({ hint: 'Use type "line".' });
});

test('refuses a result without rows', async () => {
  expect(await show([region, units], { type: 'bar' }, 0)).toMatchObject({ code: 'invalid_argument' });
});
