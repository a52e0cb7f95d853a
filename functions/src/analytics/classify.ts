import type { Cell } from '@tallyboard/contract';
import { z } from 'zod';
import { type Day, laterOf, listUnits, startOf } from './calendar.ts';
import { type AbcClass, toAbcClass, toVariation, toXyzClass, type XyzClass } from './classes.ts';

/** A row of `compileClassify`, in select order: most value first. */
const rowSchema = z.tuple([
  z.string(), // product
  z.string(), // sku
  z.string(), // category
  z.number(), // value
  z.number(), // units
  z.number(), // squares
  z.number(), // months_sold
  z.string(), // first_month
  z.string().nullable(), // launched_on
]);

export type ClassifiedProduct = {
  product: string;
  sku: string;
  category: string;
  abc: AbcClass;
  /** Null where there is too little to tell. */
  xyz: XyzClass | null;
  value: number;
  share: number | null;
  /** Share of the total that this product and those of more value make. */
  cumulativeShare: number | null;
  unitsPerMonth: number;
  variation: number | null;
  monthsSold: number;
  months: number;
};

/**
 * Products by value and by steadiness of demand, most value first. `classes.ts` has the lines and their sources.
 *
 * Shares are of the value of all rows; products that lost value (returns above sales) are left out of the total and have no share.
 * The months that count run from the launch of a product, where that is known and lies in the period: a new product is not
 * erratic for not having been there.
 */
export function toClassifiedProducts(rows: Cell[][], period: { start: Day; end: Day }): ClassifiedProduct[] {
  const parsed = rows.map((row) => rowSchema.parse(row));
  const total = parsed.reduce((sum, [, , , value]) => sum + Math.max(0, value), 0);
  let before = 0;
  return parsed.map(([product, sku, category, value, units, squares, monthsSold, firstMonth, launchedOn]) => {
    const counts = value > 0 && total > 0;
    const shareBefore = counts ? before / total : null;
    before += Math.max(0, value);
    const months = countMonths({ firstMonth, launchedOn, period });
    const { mean, variation } = toVariation(units, squares, months);
    return {
      product,
      sku,
      category,
      abc: toAbcClass(shareBefore),
      xyz: toXyzClass(variation),
      value,
      share: counts ? value / total : null,
      cumulativeShare: counts ? before / total : null,
      unitsPerMonth: mean,
      variation,
      monthsSold,
      months,
    };
  });
}

type Life = { firstMonth: Day; launchedOn: Day | null; period: { start: Day; end: Day } };

/** From the launch or the start of the period on; a sale before the recorded launch counts as well. */
function countMonths({ firstMonth, launchedOn, period }: Life): number {
  const launch = launchedOn === null ? period.start : laterOf(startOf('month', launchedOn), period.start);
  const first = launch <= firstMonth ? launch : firstMonth;
  return listUnits('month', first, period.end).length;
}
