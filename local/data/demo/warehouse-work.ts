import type { Calendar } from './calendar.ts';
import type { Product } from './catalog.ts';
import { warehouses } from './company.ts';
import type { Purchasing } from './purchasing.ts';
import type { Random } from './random.ts';
import type { Stock } from './stock.ts';

export type WarehouseWork = {
  /** Counts a few shelves; what is missing (or found) is written off (or on). */
  count: (day: number) => void;
  /** Once a week, moves stock from a warehouse with plenty to one that is running out. */
  transfer: (day: number) => void;
  /** What was sent days ago arrives. */
  unload: (day: number) => void;
};

export type WarehouseWorkOptions = {
  random: Random;
  calendar: Calendar;
  products: Product[];
  stock: Stock;
  purchasing: Purchasing;
};

const transfersAWeek = 60;

export function createWarehouseWork(options: WarehouseWorkOptions): WarehouseWork {
  const { random, calendar, products, stock, purchasing } = options;
  /** Cell, units and transfer number, in turn, by the day of arrival. */
  const arrivals: number[][] = Array.from({ length: calendar.dayCount }, () => []);
  let lastTransfer = 0;

  const transferProduct = (day: number, index: number): boolean => {
    const cells = warehouses.map((_, warehouse) => warehouse * products.length + index);
    const states = cells.map((cell) => ({ cell, rate: purchasing.forecast(cell, day) }));
    const taker = states.find(({ cell, rate }) => stock.free(cell) + (stock.inTransit[cell] ?? 0) < 4 * rate);
    const giver = states.find(({ cell, rate }) => stock.free(cell) > 60 * rate + 4);
    if (taker === undefined || giver === undefined) return false;
    const units = Math.floor(Math.min(stock.free(giver.cell) - 40 * giver.rate, 21 * taker.rate));
    if (units < 1) return false;
    lastTransfer += 1;
    stock.move(day, giver.cell, 'transfer_out', -units, lastTransfer);
    stock.inTransit[taker.cell] = (stock.inTransit[taker.cell] ?? 0) + units;
    arrivals[day + 3]?.push(taker.cell, units, lastTransfer);
    return true;
  };

  return {
    count: (day) => {
      for (let shelf = 0; shelf < Math.ceil(stock.cellCount / 300); shelf += 1) {
        const cell = random.integer(0, stock.cellCount - 1);
        const free = stock.free(cell);
        if (free < 3 || random.chance(0.6)) continue;
        const missing = 1 + Math.floor(free * 0.03 * random.next());
        stock.move(day, cell, 'adjustment', random.chance(0.12) ? 1 : -missing, 0);
      }
      // What is left of a discontinued product is written off after a while.
      products.forEach(({ endDay }, index) => {
        if (endDay === null || day !== endDay + 120) return;
        warehouses.forEach((_, warehouse) => {
          const cell = warehouse * products.length + index;
          stock.move(day, cell, 'adjustment', -stock.free(cell), 0);
        });
      });
    },
    transfer: (day) => {
      if (calendar.weekday(day) !== 2) return;
      let left = Math.ceil((transfersAWeek * products.length) / 1200);
      const start = random.integer(0, products.length - 1);
      for (let step = 0; step < products.length && left > 0; step += 1) {
        const index = (start + step) % products.length;
        const product = products[index];
        if (product === undefined || day < product.launchDay || product.endDay !== null) continue;
        if (transferProduct(day, index)) left -= 1;
      }
    },
    unload: (day) => {
      const today = arrivals[day] ?? [];
      for (let at = 0; at < today.length; at += 3) {
        const cell = today[at] ?? 0;
        const units = today[at + 1] ?? 0;
        stock.inTransit[cell] = (stock.inTransit[cell] ?? 0) - units;
        stock.move(day, cell, 'transfer_in', units, today[at + 2] ?? 0);
      }
    },
  };
}
