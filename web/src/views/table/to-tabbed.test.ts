import type { Column } from '@tallyboard/contract';
import { expect, test } from 'vitest';
import { toTabbed } from './to-tabbed.ts';

const format = { locale: 'en-US', currency: 'EUR' };
const text = { type: 'string', role: 'dimension', unit: 'none', summable: false } as const;
const figure = { type: 'number', role: 'measure', unit: 'currency', summable: true } as const;
const product: Column = { ...text, name: 'product', label: 'Product' };
const month: Column = { ...text, name: 'month', label: 'Month', type: 'date', grain: 'month' };
const revenue: Column = { ...figure, name: 'revenue', label: 'Revenue' };
const stock: Column = { ...figure, name: 'stock', label: 'On hand', type: 'integer', unit: 'units' };
const columns = [product, month, revenue, stock];

test('copied rows have their units in the headings, plain figures, and nothing where nothing is known', () => {
  const rows = [
    ['Bike', '2026-10-01', -1234.5, 7],
    ['Helmet', '2026-10-01', null, 0],
  ];
  expect(toTabbed(columns, rows, format)).toBe(
    'Product\tMonth\tRevenue (EUR)\tOn hand (units)\nBike\tOct 2026\t-1234.5\t7\nHelmet\tOct 2026\t\t0',
  );
});

test('a name keeps to its cell and is no formula where it is pasted', () => {
  const [, line] = toTabbed([product], [['=1+1\tand\nmore']], format).split('\n');
  expect(line).toBe("'=1+1 and more");
});
