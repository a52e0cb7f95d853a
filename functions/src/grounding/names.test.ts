import type { Column } from '@tallyboard/contract';
import { expect, test } from 'vitest';
import { dimension, measure, prove, toResult, units } from './testing/test-results.ts';

const sku: Column = { ...dimension('sku'), label: 'SKU', role: 'detail' };
const bikes = toResult([dimension('product'), sku, units], [['Trail Bike', '4711', 12]]);
const order: Column = { ...dimension('purchase_order'), label: 'Purchase order' };
const late = toResult(
  [order, dimension('supplier'), measure('days_late', 'days')],
  [
    ['2', 'Advanced Bicycles', 1241],
    ['4004', 'Wide World', 18],
    ['4711', 'Wide World', 12],
  ],
);

test.each([
  'East sold 4711 units of Trail Bike.',
  'East sold 4711 of Trail Bike.',
  'Trail Bike: 4711',
  '- 4711: that many were sold of Trail Bike',
])('a figure that is equal to a number in a code is a figure: %s', (text) => {
  expect(prove(text, [bikes])).toEqual([['4711', false]]);
});

test.each(['Trail Bike (SKU 4711) sold 12.', 'SKU no. 4711 sold 12.'])(
  'a code that is called so is none: %s',
  (text) => {
    expect(prove(text, [bikes])).toEqual([['12', 'cell']]);
  },
);

test.each([
  ['Purchase order 4711 is 12 days late.', ['12']],
  ['Orders 4004 and **4711** are late by 18 and 12 days.', ['18', '12']],
  ['- 2, Advanced Bicycles: days late 1,241', ['1,241']],
  ['**2 is highest with 1,241 days late.**', ['1,241']],
  ['3. 4711: 12 days', ['12']],
  ['| 4004 | Wide World | 18 |', ['18']],
  ['The orders are 4,711 days late, 4711 in all.', ['4,711', '4711']],
  ['4711 units came late.', ['4711']],
])(
  'a row that is named by a number is told by it where rows are listed, or where it is called so: %s',
  (text, figures) => {
    expect(prove(text, [late]).map(([figure]) => figure)).toEqual(figures);
  },
);

test('a name that the rows are narrowed to, among many, is no figure', () => {
  const { scope, ...rest } = toResult([units], [[12]]);
  const filters = ['Product is Kenya AA 250 g or Rooibos 50 bags or Vanilla Syrup 1 l'];
  const narrowed = { ...rest, scope: { ...scope, filters } };
  expect(prove('On order: 12 (Product is Kenya AA 250 g or others).', [narrowed])).toEqual([['12', 'cell']]);
});
