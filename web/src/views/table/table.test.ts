import type { Column, Rows } from '@tallyboard/contract';
import { describe, expect, test } from 'vitest';
import { sortRows } from './sort-rows.ts';
import { toTotals } from './to-totals.ts';
import { toWidestTexts } from './to-widest-texts.ts';
import { toRowWindow } from './use-row-window.ts';

const name: Column = {
  name: 'name',
  label: 'Name',
  type: 'string',
  role: 'dimension',
  unit: 'none',
  summable: false,
};
const sold: Column = {
  name: 'sold',
  label: 'Sold',
  type: 'integer',
  role: 'measure',
  unit: 'units',
  summable: true,
};
const stock: Column = { ...sold, name: 'stock', label: 'Stock', summable: false };
const rows: Rows = [
  ['item 10', 3, 7],
  ['item 2', null, 9],
  ['item 1', 5, null],
];

describe('sorting', () => {
  test('puts numbers in texts in their order', () => {
    const sorted = sortRows(rows, { column: 0, direction: 'ascending' }, 'en');
    expect(sorted.map((row) => row[0])).toEqual(['item 1', 'item 2', 'item 10']);
  });

  test.each(['ascending', 'descending'] as const)('%s puts nulls last', (direction) => {
    expect(sortRows(rows, { column: 1, direction }, 'en').at(-1)?.[1]).toBeNull();
  });

  test('without a choice keeps the order of the result', () => {
    expect(sortRows(rows, null, 'en')).toBe(rows);
  });
});

describe('totals', () => {
  test('are given only for columns that may be summed', () => {
    expect(toTotals([name, sold, stock], rows, 0)).toEqual([null, 8, null]);
  });

  test.each([
    ['rows were cut', [name, sold], rows, 1],
    ['no column may be summed', [name, stock], rows, 0],
    ['there is one row', [name, sold], rows.slice(0, 1), 0],
  ])('are left out where %s', (_reason, columns, some, cut) => {
    expect(toTotals(columns, some, cut)).toBeNull();
  });
});

test('a column is as wide as its widest text, over all rows', () => {
  const many: Rows = Array.from({ length: 1000 }, (_, index) => [
    index === 777 ? 'the longest name of all' : 'name',
    index === 501 ? -1_234_567 : index,
  ]);
  const format = { locale: 'en', currency: 'USD' };
  expect(toWidestTexts([name, sold], many, format)).toEqual(['the longest name of all', '-1,234,567']);
});

describe('the window over 10,000 rows', () => {
  const rowPx = 30;
  test.each([0, 1, 17, 500, 999, 1000])('covers what is in sight at step %i, in full height', (step) => {
    const { first, end, beforePx, afterPx } = toRowWindow({ step, rows: 14 }, 10_000, rowPx);
    const top = Math.min(step * 10, 10_000 - 14);
    expect(first).toBeLessThanOrEqual(top);
    expect(end).toBeGreaterThanOrEqual(Math.min(10_000, top + 14));
    expect(end - first).toBeLessThan(70);
    expect(beforePx + (end - first) * rowPx + afterPx).toBe(10_000 * rowPx);
  });
});
