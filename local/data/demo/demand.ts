import type { Calendar } from './calendar.ts';
import type { Product } from './catalog.ts';
import { channels, warehouses } from './company.ts';
import type { Promotions } from './promotions.ts';
import { createRandom } from './random.ts';
import { categories } from './vocabulary.ts';

export type Demand = {
  /** Order lines that a product is expected to have in a warehouse on a day, as buyers know it beforehand. */
  plannedLines: (warehouse: number, product: number, day: number) => number;
  /** The same with what nobody planned: weekdays, promotions, weather, and what changed in the last months. */
  trueLines: (warehouse: number, product: number, day: number) => number;
  /** Cumulated shares of the channels on a day, the last one 1. */
  channelShares: (day: number) => readonly number[];
  /** Units of an order line, on average. */
  meanUnits: (product: number) => number;
};

/**
 * What changed in the last three complete months, oldest first, and what holds since, by category and warehouse: the
 * East gains in garden and outdoor goods, tools fall away in the West, kitchen goods grow everywhere but in the North.
 */
const story: Record<string, Record<string, readonly [number, number, number, number]>> = {
  'WH-NORTH': { Home: [1.02, 1.06, 1.1, 1.1], Kitchen: [0.98, 0.95, 0.92, 0.92] },
  'WH-SOUTH': { Kitchen: [1.08, 1.2, 1.34, 1.3], Outdoor: [1.04, 1.08, 1.1, 1.1] },
  'WH-EAST': {
    Garden: [1.15, 1.42, 1.75, 1.7],
    Outdoor: [1.1, 1.28, 1.45, 1.4],
    Kitchen: [1.04, 1.12, 1.2, 1.2],
  },
  'WH-WEST': { Tools: [0.9, 0.7, 0.52, 0.55], Kitchen: [1.02, 1.06, 1.1, 1.1] },
};

/** `lines` is how many order lines are wanted over all days, products and warehouses. */
export function createDemand(
  seed: number,
  {
    calendar,
    products,
    promotions,
    lines,
  }: { calendar: Calendar; products: Product[]; promotions: Promotions; lines: number },
): Demand {
  const random = createRandom(seed, 'demand');
  const { dayCount } = calendar;
  // Plans look ahead over a lead time.
  const horizon = dayCount + 150;
  const season = categories.map(({ season }) =>
    Float64Array.from(
      { length: horizon },
      (_, day) => calendar.between(season, day) * (1 + (0.05 * day) / 365),
    ),
  );
  const days = Array.from({ length: dayCount }, (_, day) => toDay(calendar, day));
  const surprise = warehouses.map(({ id }) =>
    categories.map(({ name }) =>
      days.map(({ volume, storyIndex }) => {
        const noise = Math.exp(0.07 * random.normal() - 0.00245);
        return volume * noise * (storyIndex === null ? 1 : (story[id]?.[name]?.[storyIndex] ?? 1));
      }),
    ),
  );
  const local = warehouses.map(({ share }) => products.map(() => share * Math.exp(0.35 * random.normal())));
  const meanUnits = products.map(({ maxUnits }) => {
    const wholesale = channels.at(-1)?.share[1] ?? 0;
    return (1 - wholesale) * toMeanUnits(1, maxUnits) + wholesale * toMeanUnits(maxUnits + 1, 4 * maxUnits);
  });

  const life = (product: Product, day: number): number => {
    if (day < product.launchDay || (product.endDay !== null && day >= product.endDay)) return 0;
    return product.launchDay < 0 ? 1 : Math.min(1, 0.3 + (day - product.launchDay) / 60);
  };
  const planned = (warehouse: number, index: number, day: number): number => {
    const product = products[index];
    if (product === undefined) return 0;
    return (
      product.popularity *
      (local[warehouse]?.[index] ?? 0) *
      (season[product.category]?.[day] ?? 0) *
      life(product, day)
    );
  };
  const unplanned = (warehouse: number, index: number, day: number): number => {
    const product = products[index];
    if (product === undefined) return 0;
    const percent = product.promoted ? promotions(product.subcategory, day) : 0;
    return (surprise[warehouse]?.[product.category]?.[day] ?? 1) * (1 + 0.022 * percent);
  };

  let total = 0;
  for (let day = 0; day < dayCount; day += 1) {
    for (let warehouse = 0; warehouse < warehouses.length; warehouse += 1) {
      for (let index = 0; index < products.length; index += 1) {
        total += planned(warehouse, index, day) * unplanned(warehouse, index, day);
      }
    }
  }
  const level = lines / total;
  return {
    plannedLines: (warehouse, index, day) => level * planned(warehouse, index, day),
    trueLines: (warehouse, index, day) =>
      level * planned(warehouse, index, day) * unplanned(warehouse, index, day),
    channelShares: (day) => days[day]?.channelShares ?? [1],
    meanUnits: (product) => meanUnits[product] ?? 1,
  };
}

/** Units of a line: `least` and up to `more` - 1 on top, small numbers more often. `draw` is in [0, 1). */
export function toUnits(least: number, more: number, draw: number): number {
  return least + Math.floor(draw * draw * more);
}

function toMeanUnits(least: number, more: number): number {
  let mean = least;
  for (let above = 1; above < more; above += 1) mean += 1 - Math.sqrt(above / more);
  return mean;
}

function toDay(calendar: Calendar, day: number) {
  const progress = day / calendar.dayCount;
  const weekday = calendar.weekday(day);
  const volumes = channels.map(({ share, weekday: factors }) => {
    return (share[0] + (share[1] - share[0]) * progress) * (factors[weekday] ?? 1);
  });
  const sum = volumes.reduce((total, volume) => total + volume, 0);
  let shares = 0;
  const channelShares = volumes.map((volume) => {
    shares += volume / sum;
    return shares;
  });
  const before = calendar.monthsBeforeEnd(day);
  return {
    volume: sum * (isHoliday(calendar, day) ? 0.2 : 1),
    channelShares,
    storyIndex: before <= 3 ? 3 - before : null,
  };
}

function isHoliday(calendar: Calendar, day: number): boolean {
  const month = calendar.month(day);
  const date = calendar.dayOfMonth(day);
  return (month === 0 && date === 1) || (month === 6 && date === 4) || (month === 11 && date === 25);
}
