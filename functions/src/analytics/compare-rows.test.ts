import type { Cell } from '@tallyboard/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toComparedColumns, toComparedRows } from './compare-rows.ts';
import { readModels } from './read-models.ts';

const { sales } = await readModels(new URL('../../../bigquery/models/', import.meta.url));
const byCategory = { measures: ['revenue'], dimension: 'category' };

test('a comparison has the change, its share of before, and its share of the total before', () => {
  const rows = [
    ['Kitchen', 150, 100],
    ['Garden', 80, 300],
    ['New', 20, 0],
  ];
  expect(toComparedRows(rows, byCategory, sales, null)).toEqual([
    ['Garden', 80, 300, -220, -220 / 300, -0.55],
    ['Kitchen', 150, 100, 50, 0.5, 0.125],
    ['New', 20, 0, 20, null, 0.05],
  ]);
});

test('what is cut becomes one row', () => {
  const rows = [
    ['A', 10.1, 0.1],
    ['B', 5.3, 1.1],
    ['C', 2.2, 1.2],
    ['D', 2.5, 2],
  ];
  const found = toComparedRows(rows, byCategory, sales, 2);
  expect(found.map(([name, , , change]) => [name, change])).toEqual([
    ['A', 10],
    ['B', 4.2],
    ['All others', 1.5],
  ]);
});

test('changes of members add up exactly to the change of the total, and contributions to its relative change', () => {
  const cents = fc.integer({ min: 0, max: 1_000_000_00 }).map((value) => value / 100);
  const members = fc.array(fc.tuple(fc.string(), cents, cents), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(members, fc.option(fc.integer({ min: 1, max: 50 })), (rows, limit) => {
      const toCents = (cell: Cell | undefined) => Math.round(Number(cell) * 100);
      const found = toComparedRows(rows, byCategory, sales, limit);
      const before = rows.reduce((total, [, , each]) => total + toCents(each), 0);
      const now = rows.reduce((total, [, each]) => total + toCents(each), 0);
      expect(found.reduce((total, row) => total + toCents(row[3]), 0)).toBe(now - before);
      if (before === 0) return;
      const contributions = found.reduce((total, row) => total + Number(row[5]), 0);
      expect(contributions).toBeCloseTo((now - before) / before, 6);
    }),
  );
});

test('what does not add up over the dimension has no contribution, nor a figure for all others', () => {
  const compared = { measures: ['margin_rate', 'orders'], dimension: 'category' };
  const rows = ['A', 'B', 'C'].map((name) => [name, 0.3, 0.2, 7, 5]);
  const found = toComparedRows(rows, compared, sales, 1);
  expect(found[0]).toEqual(['A', 0.3, 0.2, 0.1, expect.closeTo(0.5, 9), 7, 5, 2, 0.4]);
  expect(found[1]).toEqual(['All others', null, null, null, null, null, null, null, null]);
  const columns = toComparedColumns(
    { ...compared, before: 'September 2026', types: new Map([['orders', 'integer']]) },
    sales,
  );
  expect(columns.map(({ name }) => name)).not.toContain('orders_contribution');
  expect(columns.find(({ name }) => name === 'orders_before')?.label).toBe('Orders, September 2026');
  expect(columns.find(({ name }) => name === 'orders_change')).toMatchObject({
    type: 'integer',
    summable: false,
  });
});

test('changes of shares add up to nothing, where the shares of both periods add up to all', () => {
  const members = fc.array(fc.tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 9999 })), {
    minLength: 2,
    maxLength: 40,
  });
  fc.assert(
    fc.property(members, (amounts) => {
      const total = (side: 0 | 1) => amounts.reduce((sum, each) => sum + each[side], 0);
      const rows = amounts.map(([now, before], index) => [`M${index}`, now / total(0), before / total(1)]);
      const shares = { measures: ['revenue_share'], dimension: 'category' };
      const found = toComparedRows(rows, shares, sales, 10);
      expect(found.reduce((sum, row) => sum + Number(row[3]), 0)).toBeCloseTo(0, 9);
    }),
  );
});
