import type { Cell } from '@tallyboard/contract';
import { expect, test } from 'vitest';
import { toSlowMovers } from './slow-movers.ts';

const settings = { stockDay: '2026-11-22', days: 91, coverDays: 180 };

function row(change: Partial<Record<keyof typeof places, Cell>> = {}): Cell[] {
  const cells: Cell[] = ['Vase', 'V-1', 'North', 'Decor', 100, 10, 4.5, '2026-11-20', 45, false, false];
  for (const [name, index] of Object.entries(places)) {
    const value = Object.entries(change).find(([key]) => key === name)?.[1];
    if (value !== undefined) cells[index] = value;
  }
  return cells;
}
const places = {
  onHand: 4,
  reserved: 5,
  unitCost: 6,
  lastSale: 7,
  units: 8,
  isNew: 9,
  isOld: 10,
} as const;

test('stock that lasts longer than it should is overstocked beyond that', () => {
  // 45 units in 91 days: 90 available last 182 days; 180 days need 89.01 units.
  expect(toSlowMovers([row()], settings)).toEqual([
    {
      product: 'Vase',
      sku: 'V-1',
      warehouse: 'North',
      category: 'Decor',
      slowness: 'overstocked',
      onHand: 100,
      stockValue: 450,
      daysSinceSale: 2,
      unitsSold: 45,
      daysOfCover: expect.closeTo(182, 9),
      overstock: 0,
      overstockValue: 0,
    },
  ]);
  expect(toSlowMovers([row({ reserved: 12 })], settings)).toEqual([]);
});

test('what nobody bought is overstock as a whole', () => {
  expect(toSlowMovers([row({ units: null, lastSale: null })], settings)).toMatchObject([
    { slowness: 'not sold', daysSinceSale: null, daysOfCover: null, overstock: 90, overstockValue: 405 },
  ]);
});

test('what came into stock within the window is left out, unless it is discontinued', () => {
  const fresh = row({ units: null, lastSale: null, isNew: true });
  expect(toSlowMovers([fresh], settings)).toEqual([]);
  expect(toSlowMovers([[...fresh.slice(0, 10), true]], settings)).toMatchObject([
    { slowness: 'discontinued' },
  ]);
});

test('most money in overstock comes first, and what has no cost last', () => {
  const rows = [
    row({ units: null, unitCost: 1 }),
    row({ units: null, unitCost: null }),
    row({ units: null, unitCost: 2 }),
  ];
  expect(toSlowMovers(rows, settings).map(({ overstockValue }) => overstockValue)).toEqual([180, 90, null]);
});
