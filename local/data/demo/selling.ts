import type { Calendar } from './calendar.ts';
import type { Product } from './catalog.ts';
import { channelIndex, channels, warehouses } from './company.ts';
import type { Customers } from './customers.ts';
import { type Demand, toUnits } from './demand.ts';
import { createIntegerColumns, type IntegerColumns } from './integer-columns.ts';
import type { Promotions } from './promotions.ts';
import type { Random } from './random.ts';
import type { Stock } from './stock.ts';

export const lineTypes = ['sale', 'return'] as const;
/**
 * Where each value of an order line is. Money is in cents; `unitCost` is that of one unit. Lines are ordered by day; a
 * line's id is its index plus 1.
 */
export const saleColumn = {
  ...{ order: 0, type: 1, day: 2, warehouse: 3, product: 4, customer: 5, channel: 6, region: 7 },
  ...{ quantity: 8, unitPrice: 9, discount: 10, unitCost: 11 },
} as const;
const column = saleColumn;
const width = Object.keys(saleColumn).length;

export type Selling = {
  readonly lines: IntegerColumns;
  /** Units that customers wanted and did not get. */
  readonly lostUnits: () => number;
  /** Units wanted on the day, by cell: what the buyers learn from. */
  readonly wanted: Int32Array;
  /** What was ordered days ago leaves the warehouse. */
  ship: (day: number) => void;
  takeBack: (day: number) => void;
  sell: (day: number) => void;
};

export type SellingOptions = {
  random: Random;
  calendar: Calendar;
  products: Product[];
  customers: Customers;
  demand: Demand;
  promotions: Promotions;
  stock: Stock;
};

export function createSelling(options: SellingOptions): Selling {
  const { random, calendar, products, customers, demand, promotions, stock } = options;
  const { dayCount } = calendar;
  const lines = createIntegerColumns(width, 1 << 18);
  const wanted = new Int32Array(stock.cellCount);
  /** Index of the first line of each day. */
  const firstLine = new Int32Array(dayCount + 1);
  /** Sale line and units, in turn, by the day they come back. */
  const returns: number[][] = Array.from({ length: dayCount }, () => []);
  let lastOrder = 0;
  let lost = 0;

  const ship = (day: number) => {
    channels.forEach(({ shipDays }, channel) => {
      const ordered = day - shipDays;
      if (shipDays === 0 || ordered < 0) return;
      for (let line = firstLine[ordered] ?? 0; line < (firstLine[ordered + 1] ?? 0); line += 1) {
        if (lines.get(line, column.channel) !== channel || lines.get(line, column.type) !== 0) continue;
        const cell = lines.get(line, column.warehouse) * products.length + lines.get(line, column.product);
        const quantity = lines.get(line, column.quantity);
        stock.reserved[cell] = (stock.reserved[cell] ?? 0) - quantity;
        stock.move(day, cell, 'sale', -quantity, lines.get(line, column.order));
      }
    });
  };

  const takeBack = (day: number) => {
    firstLine[day] = lines.length;
    const today = returns[day] ?? [];
    for (let index = 0; index < today.length; index += 2) {
      const sale = today[index] ?? 0;
      const quantity = today[index + 1] ?? 0;
      const values = Array.from({ length: width }, (_, at) => lines.get(sale, at));
      const discount = Math.round(
        (lines.get(sale, column.discount) * quantity) / lines.get(sale, column.quantity),
      );
      values[column.type] = 1;
      values[column.day] = day;
      values[column.quantity] = -quantity;
      values[column.discount] = -discount;
      lines.push(...values);
      const cell = lines.get(sale, column.warehouse) * products.length + lines.get(sale, column.product);
      stock.move(day, cell, 'return', quantity, lines.get(sale, column.order));
      // What comes back damaged is written off the same day.
      if (random.chance(0.12)) stock.move(day, cell, 'adjustment', -Math.min(quantity, stock.free(cell)), 0);
    }
    returns[day] = [];
  };

  const sellLine = (day: number, warehouse: number, index: number, channel: number, customer: number) => {
    const product = products[index];
    if (product === undefined) return;
    const cell = warehouse * products.length + index;
    const wholesale = channel === channelIndex.wholesale;
    const units = wholesale
      ? toUnits(product.maxUnits + 1, 4 * product.maxUnits, random.next())
      : toUnits(1, product.maxUnits, random.next());
    wanted[cell] = (wanted[cell] ?? 0) + units;
    const free = stock.free(cell);
    // Some take what is there; the others go elsewhere.
    const quantity = units <= free ? units : random.chance(0.5) ? free : 0;
    lost += units - quantity;
    if (quantity === 0) return;
    const { unitPrice, unitCost } = toMoney(calendar, product, day);
    const percent = toPercent(product, day, channel);
    const discount = Math.round((quantity * unitPrice * percent) / 100);
    const region = customers.list[customer]?.region ?? warehouse;
    // biome-ignore format: one line is one row
    const line = lines.push(lastOrder, 0, day, warehouse, index, customer, channel, region, quantity, unitPrice, discount, unitCost);
    const { shipDays, returnRate } = channels[channel] ?? { shipDays: 0, returnRate: 0 };
    if (shipDays === 0) stock.move(day, cell, 'sale', -quantity, lastOrder);
    else stock.reserved[cell] = (stock.reserved[cell] ?? 0) + quantity;
    if (random.chance(returnRate)) {
      const back = day + shipDays + random.integer(3, 28);
      returns[back]?.push(line, random.integer(1, quantity));
    }
  };

  const toPercent = (product: Product, day: number, channel: number): number => {
    const promotion = product.promoted ? promotions(product.subcategory, day) : 0;
    const clearance = product.endDay !== null && day >= product.endDay - 60 ? 30 : 0;
    const wholesale = channel === channelIndex.wholesale ? 8 + 2 * random.integer(0, 3) : 0;
    const coupon = channel === channelIndex.online && random.chance(0.05) ? 10 : 0;
    return Math.max(promotion, clearance, wholesale, coupon);
  };

  /** Products wanted in a warehouse, one entry an order line, by channel. */
  const drawLines = (day: number, warehouse: number): number[][] => {
    const shares = demand.channelShares(day);
    const byChannel = channels.map((): number[] => []);
    for (let index = 0; index < products.length; index += 1) {
      const mean = demand.trueLines(warehouse, index, day);
      if (mean === 0) continue;
      for (let count = random.poisson(mean); count > 0; count -= 1) {
        const draw = random.next();
        byChannel[shares.findIndex((share) => draw < share)]?.push(index);
      }
    }
    return byChannel;
  };

  const sell = (day: number) => {
    wanted.fill(0);
    for (let warehouse = 0; warehouse < warehouses.length; warehouse += 1) {
      drawLines(day, warehouse).forEach((indexes, channel) => {
        const queue = Int32Array.from(indexes);
        random.shuffle(queue);
        let left = 0;
        let customer = 0;
        for (const index of queue) {
          if (left === 0) {
            left = 1 + random.poisson(channels[channel]?.moreLines ?? 1);
            lastOrder += 1;
            // Some orders ship from another region's warehouse.
            const elsewhere = channel !== channelIndex.store && random.chance(0.08);
            const region = elsewhere ? random.integer(0, warehouses.length - 1) : warehouse;
            customer = customers.draw(random, region, channel, day / dayCount);
          }
          sellLine(day, warehouse, index, channel, customer);
          left -= 1;
        }
      });
    }
    firstLine[day + 1] = lines.length;
  };

  return { lines, wanted, lostUnits: () => lost, ship, takeBack, sell };
}

/** Prices and costs went up each January; the catalog holds today's. In cents. */
function toMoney(calendar: Calendar, product: Product, day: number): { unitPrice: number; unitCost: number } {
  const yearsAgo = calendar.year(calendar.dayCount - 1) - calendar.year(day);
  return {
    unitPrice: Math.round((product.listCents * (1 - 0.025 * yearsAgo)) / 10) * 10 - 1,
    unitCost: Math.round(product.costCents * (1 - 0.03 * yearsAgo)),
  };
}
