import type { Column } from '@tallyboard/contract';
import { expect, test } from 'vitest';
import type { GroundedResult } from './grounded-result.ts';
import { byMonth, dimension, prove, revenue, toResult, units } from './testing/test-results.ts';

test.each([
  ['Revenue was seven million dollars in October.', false],
  ['Revenue was one million dollars in October.', 'cell'],
  ['Revenue rose by ninety-one percent from September to October.', false],
  ['Revenue rose by twenty-nine percent from September to October.', 'change'],
  ['In October it was `$5,000,000`.', false],
  ['Revenue was ５,０００,０００ in October.', false],
  ['Revenue was ٤٨٣ in October.', false],
  ['| October | $5,000,000 |', false],
  ['Next you could ask why October made $5,000,000.', false],
])('in words, code, tables and other digits: %s', (text, formula) => {
  expect(prove(text)).toEqual([[expect.any(String), formula]]);
});

test.each([
  '`r1`',
  '`revenue_2026`',
  'one of the three months',
  'hundreds of units',
  'the ninety days before',
])('%s is no figure', (text) => {
  expect(prove(`It is in ${text}.`)).toEqual([]);
});

test('a number of the question is a bound where the answer uses it so, and a figure where the answer states it', () => {
  const question = 'Revenue was $5,000,000 in October, up 12%, right? And what is below 100?';
  expect(prove('Yes, revenue was $5,000,000 in October.', [byMonth], question)).toEqual([
    ['$5,000,000', false],
  ]);
  expect(prove('Yes, up 12% in October.', [byMonth], question)).toEqual([['12%', false]]);
  expect(prove('Nothing is below 100, and none has 100 or less.', [byMonth], question)).toEqual([]);
  expect(prove('It was not $5,000,000 but $1,204,878 in October.', [byMonth], question)).toEqual([
    ['$1,204,878', 'cell'],
  ]);
  const months = 'Compare the last 12 months';
  expect(prove('Revenue rose 12% in October.', [byMonth], months)).toEqual([['12%', false]]);
});

test('in a long result an explanation proves a short number only where the row is named', () => {
  const why: Column = { ...dimension('why'), role: 'detail' };
  const rows = Array.from({ length: 60 }, (_, n) => [
    `Product ${String.fromCharCode(65 + (n % 26))}${n < 26 ? 'a' : n < 52 ? 'b' : 'c'}`,
    1000 + 7 * n,
    `Order ${n + 20}, for ${4_321 + n} a year`,
  ]);
  const long = toResult([dimension('product'), units, why], rows);
  const short = toResult(long.columns, rows.slice(0, 40));
  const proved = (text: string, result: GroundedResult) => prove(text, [result]).map((figure) => figure[1]);
  expect(proved('Product Kb needs 56.', long)).toEqual(['note']);
  expect(proved('It needs 56.', long)).toEqual([false]);
  expect(proved('It needs 56.', short)).toEqual(['note']);
  expect(proved('It sells 4,357 a year.', long)).toEqual(['note']);
});

test('numbers of the question, of names and of notes are not held against the answer', () => {
  const result = toResult(
    [dimension('product'), units],
    [
      ['Trail Bike 500', 80],
      ['Helmet 2', 45],
    ],
    {
      notes: ['A service level of 95% is assumed.'],
    },
  );
  const text = '2 products are below 100: Trail Bike 500 has 80, Helmet 2 has 45. The service level is 95%.';
  expect(prove(text, [result], 'what is below 100?')).toEqual([
    ['2', 'count'],
    ['80', 'cell'],
    ['45', 'cell'],
    ['95%', 'note'],
  ]);
});

test('a figure that is, begins or ends like a name of digits is held to proof all the same', () => {
  const scope = {
    ...toResult([revenue], []).scope,
    warehouses: { all: true, ids: ['9', '60'], names: ['4'] },
  };
  const result = toResult([dimension('size'), revenue], [['7', 7_688_537]], { scope });
  const text = '- 7: $7,688,538, 60.4% more than 9; it was 4.5 %, -7 or $4 before.';
  expect(prove(text, [result])).toEqual(
    ['$7,688,538', '60.4%', '9', '4.5 %', '-7', '$4'].map((figure) => [figure, false]),
  );
});
