import type { Cell } from '@tallyboard/contract';
import { z } from 'zod';
import { countDays, type Day } from './calendar.ts';

/** A row of `compileSlowMovers`, in select order. */
const rowSchema = z.tuple([
  z.string(), // product
  z.string(), // sku
  z.string(), // warehouse
  z.string(), // category
  z.number(), // on_hand
  z.number(), // reserved
  z.number().nullable(), // unit_cost
  z.string().nullable(), // last_sale
  z.number().nullable(), // units
  z.boolean().nullable(), // is_new: first on record after the first recorded day of the window
  z.boolean(), // is_discontinued
]);

/** Why something counts as slow. */
export const slownesses = ['discontinued', 'not sold', 'overstocked'] as const;
export type Slowness = (typeof slownesses)[number];

export type SlowMover = {
  product: string;
  sku: string;
  warehouse: string;
  category: string;
  slowness: Slowness;
  onHand: number;
  /** Null where the product has no standard cost. */
  stockValue: number | null;
  /** Null where nothing was sold in two years. */
  daysSinceSale: number | null;
  unitsSold: number;
  /** Null where nothing was sold in the window. */
  daysOfCover: number | null;
  overstock: number;
  overstockValue: number | null;
};

export type SlowMoverSettings = {
  stockDay: Day;
  /** Days of sales on record that demand is taken from, the stock day last. */
  days: number;
  /** Stock for more days than this is too much. */
  coverDays: number;
};

/**
 * Stock that moves slowly, most money in overstock first.
 *
 * A product in a warehouse is slow where it has units on hand and
 * - it is discontinued, or
 * - nothing was sold in the last `days` days, or
 * - what is available (on hand less reserved) lasts for more than `coverDays` days at the demand of those days.
 *
 * Days of cover = available / (units sold / days). Overstock = what is available beyond the demand of `coverDays` days: all of it
 * where nothing was sold. What came into stock within the `days` days is left out, unless discontinued: it had no time to sell. The
 * first day within them on which any stock was recorded tells what was there before.
 *
 * Cover as the measure of excess is the time supply of Silver, Pyke, Thomas, "Inventory and Production Management in
 * Supply Chains", 4th ed. 2017, where stock beyond a chosen supply is what may be disposed of.
 */
export function toSlowMovers(rows: Cell[][], settings: SlowMoverSettings): SlowMover[] {
  return rows
    .flatMap((row) => toSlowMover(rowSchema.parse(row), settings))
    .sort(
      (a, b) =>
        (b.overstockValue ?? 0) - (a.overstockValue ?? 0) ||
        b.overstock - a.overstock ||
        a.product.localeCompare(b.product) ||
        a.warehouse.localeCompare(b.warehouse),
    );
}

function toSlowMover(row: z.infer<typeof rowSchema>, settings: SlowMoverSettings): SlowMover[] {
  const [product, sku, warehouse, category, onHand, reserved, unitCost, lastSale, units, isNew, isOld] = row;
  const { stockDay, days, coverDays } = settings;
  const available = Math.max(0, onHand - reserved);
  const unitsSold = units ?? 0;
  const perDay = unitsSold / days;
  const daysOfCover = perDay > 0 ? available / perDay : null;
  const slowness = toSlowness(isOld, daysOfCover, coverDays);
  if (slowness === null || (!isOld && isNew === true)) return [];
  const overstock = isOld ? available : Math.max(0, Math.floor(available - perDay * coverDays));
  return [
    {
      product,
      sku,
      warehouse,
      category,
      slowness,
      onHand,
      stockValue: toMoney(onHand, unitCost),
      daysSinceSale: lastSale === null ? null : countDays(lastSale, stockDay),
      unitsSold,
      daysOfCover,
      overstock,
      overstockValue: toMoney(overstock, unitCost),
    },
  ];
}

function toSlowness(isDiscontinued: boolean, daysOfCover: number | null, coverDays: number): Slowness | null {
  if (isDiscontinued) return 'discontinued';
  if (daysOfCover === null) return 'not sold';
  return daysOfCover > coverDays ? 'overstocked' : null;
}

function toMoney(units: number, unitCost: number | null): number | null {
  return unitCost === null ? null : Number((units * unitCost).toFixed(2));
}
