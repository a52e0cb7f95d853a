import { expect, test } from 'vitest';
import { reads, stock } from '../test-reads.ts';

const always = '2000-01-01..2026-11-23';
const listed = (period: string, ...having: object[]) =>
  stock({
    measures: ['unsold_units', 'unsold_value'],
    dimensions: ['product'],
    period,
    orderBy: { by: 'unsold_units', direction: 'desc' },
    having,
  });
const unsold = (op: string, value: number, measure = 'unsold_units') => ({ measure, op, value });

test.each([
  ['which products were never sold?', listed(always, unsold('above', 0))],
  ['which products had no sales ever?', listed(always, unsold('above', 0))],
  ['products with stock but never sold', listed(always, unsold('above', 0))],
  ['how many products have we never sold?', stock({ measures: ['unsold_products'], period: always })],
])('"%s" is of all the time on record', async (question, expected) => {
  expect(await reads(question)).toContainEqual(expected);
});

test.each([
  [
    'products with more than 100 units in stock but no sales last month',
    listed('last month', unsold('above', 100)),
  ],
  [
    'how many products with more than 100 units in stock had no sales last month?',
    listed('last month', unsold('above', 100)),
  ],
  [
    'products with less than 10 units in stock and no sales last month',
    listed('last month', unsold('above', 0), unsold('below', 10)),
  ],
  [
    'products with stock value above 500 and no sales last month',
    listed('last month', unsold('above', 500, 'unsold_value')),
  ],
])('"%s" holds both of its conditions', async (question, expected) => {
  expect(await reads(question)).toContainEqual(expected);
});

test.each([
  "how much stock do we hold of products that didn't sell last month?",
  'how much inventory did not sell last month',
])('"%s" is one figure, in units and money', async (question) => {
  expect(await reads(question)).toContainEqual(
    stock({ measures: ['unsold_units', 'unsold_value'], period: 'last month' }),
  );
});
