import type { Demand } from './reorder.ts';
import { demandDays, seasonDays } from './reorder-statement.ts';

/** Fewer units than this before, and a ratio of two sums says more about chance than about the season. Few after them are a season. */
const enoughUnits = 200;

/**
 * How the next weeks of a category compare with the 13 weeks before them, as they did in the last one or two years: units per day
 * of the 31 days after the same day of those years over units per day of the 91 days up to it.
 *
 * A ratio of the sums, so that one year does not count more than another for being smaller; of the category, because a
 * single product sells too few. It is held between 0.5 and 2, and 1 where a year is not on record or sold too little. Growth from
 * year to year cancels out, as both sums are of the same years.
 *
 * Seasonal indices by ratios of the same season of earlier years: Silver, Pyke, Thomas, "Inventory and Production
 * Management in Supply Chains", 4th ed. 2017, chapter on forecasting. With one or two years it is an estimate, not a model.
 */
export function toSeasonFactor(unitsThen: number | null, unitsAfter: number | null): number {
  if (unitsThen === null || unitsAfter === null) return 1;
  if (unitsThen < enoughUnits) return 1;
  return Math.min(2, Math.max(0.5, unitsAfter / seasonDays / (unitsThen / demandDays)));
}

/** Demand of the coming weeks. Its deviation grows with it: a busy season is a restless one. */
export function toSeasonal({ perDay, sdPerDay }: Demand, factor: number): Demand {
  return { perDay: perDay * factor, sdPerDay: sdPerDay * factor };
}
