import type { Calendar } from './calendar.ts';
import type { Product, SupplyTerm } from './catalog.ts';
import { warehouses } from './company.ts';
import type { Demand } from './demand.ts';
import { createIntegerColumns, type IntegerColumns } from './integer-columns.ts';
import type { Random } from './random.ts';
import type { Stock } from './stock.ts';
import type { Supplier } from './suppliers.ts';

export const orderStates = ['open', 'received', 'cancelled'] as const;
/** Where each value of a line is. `receivedDay` is -1 while open; `unitCost` is in cents. */
export const purchaseColumn = {
  ...{
    order: 0,
    line: 1,
    supplier: 2,
    warehouse: 3,
    product: 4,
    orderedDay: 5,
    expectedDay: 6,
    receivedDay: 7,
  },
  ...{ ordered: 8, received: 9, rejected: 10, unitCost: 11, state: 12 },
} as const;
const column = purchaseColumn;

export type Purchasing = {
  readonly orders: IntegerColumns;
  /** Units in the warehouses on day 0. */
  open: () => void;
  receive: (day: number) => void;
  /** Buyers look at a supplier's products once a week, and order what would not last until they look again. */
  order: (day: number) => void;
  /** Units a day that a buyer expects. */
  forecast: (cell: number, day: number) => number;
  /** The stock position below which a buyer orders. */
  reorderPoint: (cell: number, day: number) => { point: number; safetyStock: number };
  /** Takes the day's wanted units into the forecast. */
  learn: (day: number, wanted: Int32Array) => void;
};

export type PurchasingOptions = {
  random: Random;
  calendar: Calendar;
  products: Product[];
  suppliers: Supplier[];
  demand: Demand;
  stock: Stock;
};

const reviewDays = 7;
/** Some buyers have not ordered for the last days. */
const backlogDays = 12;

export function createPurchasing(options: PurchasingOptions): Purchasing {
  const { random, calendar, products, suppliers, demand, stock } = options;
  const { dayCount } = calendar;
  const orders = createIntegerColumns(Object.keys(purchaseColumn).length, 1 << 16);
  const arrivals: number[][] = Array.from({ length: dayCount }, () => []);
  const launches = toLaunches(products);
  const bySupplier = suppliers.map((_, supplier) => {
    return products.flatMap((product, index) => (product.terms[0].supplier === supplier ? [index] : []));
  });
  const isDisrupted = createDisruptions(random, suppliers, bySupplier, dayCount);
  // Wanted and planned units a day, both smoothed over about 45 days.
  const wantedMean = new Float64Array(stock.cellCount);
  const plannedMean = new Float64Array(stock.cellCount);
  let lastOrder = 0;

  const planned = (cell: number, day: number): number => {
    const product = cell % products.length;
    return demand.plannedLines(Math.floor(cell / products.length), product, day) * demand.meanUnits(product);
  };
  const forecast = (cell: number, day: number): number => {
    const leadDays = products[cell % products.length]?.terms[0].leadDays ?? 14;
    const span = leadDays + reviewDays;
    const ahead =
      (planned(cell, day + Math.round(span / 5)) + planned(cell, day + Math.round((span * 3) / 4))) / 2;
    // A little weight on the plan keeps slow movers calm.
    const ratio = ((wantedMean[cell] ?? 0) + 0.12) / ((plannedMean[cell] ?? 0) + 0.12);
    return Math.max(ahead, plannedMean[cell] ?? 0) * Math.min(2, Math.max(0.5, ratio));
  };
  const reorderPoint = (cell: number, day: number) => {
    const index = cell % products.length;
    const leadDays = products[index]?.terms[0].leadDays ?? 14;
    const rate = forecast(cell, day);
    const variance =
      (leadDays + reviewDays) * rate * demand.meanUnits(index) * 1.7 + (rate * leadDays * 0.38) ** 2;
    const safetyStock = Math.ceil(2.5 * Math.sqrt(variance));
    return { point: Math.ceil(rate * (leadDays + reviewDays)) + safetyStock, safetyStock };
  };

  const place = (
    day: number,
    order: number,
    line: number,
    cell: number,
    term: SupplyTerm,
    units: number,
    days: number,
  ) => {
    const quantity = Math.max(term.minOrder, Math.ceil(units / term.packSize) * term.packSize);
    const warehouse = Math.floor(cell / products.length);
    const yearsAgo = calendar.year(dayCount - 1) - calendar.year(day);
    const cancelled = random.chance(0.006);
    const unitCost = Math.round(term.costCents * (1 - 0.03 * yearsAgo));
    // biome-ignore format: one line is one row
    const row = orders.push(order, line, term.supplier, warehouse, cell % products.length, day, day + term.leadDays, -1, quantity, 0, 0, unitCost, cancelled ? 2 : 0);
    if (cancelled) return;
    stock.onOrder[cell] = (stock.onOrder[cell] ?? 0) + quantity;
    arrivals[day + days]?.push(row);
  };

  const toDeliveryDays = (term: SupplyTerm, day: number): number => {
    const punctual = random.chance(suppliers[term.supplier]?.punctuality ?? 0.8);
    const factor = punctual ? 0.93 + 0.09 * random.next() : 1.06 + 1.1 * random.next() ** 2;
    const trouble = isDisrupted(term.supplier, day) ? random.integer(16, 45) : 0;
    return Math.max(2, Math.round(term.leadDays * factor) + trouble);
  };

  const orderFrom = (day: number, warehouse: number, supplier: number) => {
    let line = 0;
    for (const index of bySupplier[supplier] ?? []) {
      const product = products[index];
      if (product === undefined || day < product.launchDay) continue;
      const cell = warehouse * products.length + index;
      const term = random.chance(0.12) ? (product.terms[1] ?? product.terms[0]) : product.terms[0];
      if (product.endDay !== null && day > product.endDay - term.leadDays - 25) continue;
      const { point } = reorderPoint(cell, day);
      const position = stock.position(cell);
      if (position >= point) continue;
      const rate = forecast(cell, day);
      const coverDays = rate > 2 ? 18 : rate > 0.5 ? 28 : 45;
      const mistake = random.chance(0.004) ? 5 : 1;
      if (line === 0) lastOrder += 1;
      line += 1;
      const units = (point + rate * coverDays - position) * mistake;
      place(day, lastOrder, line, cell, term, units, toDeliveryDays(term, day));
    }
  };

  const orderLaunches = (day: number) => {
    for (const index of launches.get(day) ?? []) {
      const product = products[index];
      if (product === undefined) continue;
      const term = product.terms[0];
      for (let warehouse = 0; warehouse < warehouses.length; warehouse += 1) {
        const cell = warehouse * products.length + index;
        const units = 55 * planned(cell, product.launchDay + 30);
        lastOrder += 1;
        place(day, lastOrder, 1, cell, term, units, product.launchDay - 2 - day);
      }
    }
  };

  return {
    orders,
    forecast,
    reorderPoint,
    open: () => {
      for (let cell = 0; cell < stock.cellCount; cell += 1) {
        const product = products[cell % products.length];
        if (product === undefined || product.launchDay >= 0) continue;
        plannedMean[cell] = planned(cell, 0);
        wantedMean[cell] = plannedMean[cell] ?? 0;
        const { point } = reorderPoint(cell, 0);
        const units = Math.round(point * (0.75 + 0.6 * random.next()) + forecast(cell, 0) * 20);
        stock.move(0, cell, 'opening', Math.max(2, units), 0);
      }
    },
    receive: (day) => {
      for (const row of arrivals[day] ?? []) {
        const ordered = orders.get(row, column.ordered);
        const supplier = suppliers[orders.get(row, column.supplier)];
        const received = random.chance(0.02) ? Math.ceil(ordered * (0.6 + 0.35 * random.next())) : ordered;
        const rejects = random.chance(supplier?.rejectRate ?? 0.02);
        const rejected = rejects ? Math.ceil(received * (0.02 + 0.2 * random.next())) : 0;
        orders.set(row, column.receivedDay, day);
        orders.set(row, column.received, received);
        orders.set(row, column.rejected, rejected);
        orders.set(row, column.state, 1);
        const cell = orders.get(row, column.warehouse) * products.length + orders.get(row, column.product);
        stock.onOrder[cell] = (stock.onOrder[cell] ?? 0) - ordered;
        stock.move(day, cell, 'receipt', received - rejected, orders.get(row, column.order));
      }
    },
    order: (day) => {
      orderLaunches(day);
      for (let warehouse = 0; warehouse < warehouses.length; warehouse += 1) {
        for (let supplier = 0; supplier < suppliers.length; supplier += 1) {
          if ((supplier * 3 + warehouse) % 5 !== calendar.weekday(day)) continue;
          const behind = (supplier + warehouse * 5) % 12 === 4 && day > dayCount - backlogDays;
          if (!behind) orderFrom(day, warehouse, supplier);
        }
      }
    },
    learn: (day, wanted) => {
      for (let cell = 0; cell < stock.cellCount; cell += 1) {
        const mean = wantedMean[cell] ?? 0;
        const plan = plannedMean[cell] ?? 0;
        wantedMean[cell] = mean + ((wanted[cell] ?? 0) - mean) / 45;
        plannedMean[cell] = plan + (planned(cell, day) - plan) / 45;
      }
    },
  };
}

/**
 * Times in which a supplier's new orders come weeks late: most suppliers have one or two in three years. One of tools is
 * late in the last months.
 */
function createDisruptions(
  random: Random,
  suppliers: Supplier[],
  bySupplier: number[][],
  dayCount: number,
): (supplier: number, day: number) => boolean {
  const disruptions = suppliers.map(() => {
    return Array.from({ length: random.integer(0, 3) }, () => {
      const from = random.integer(60, dayCount);
      return { from, until: from + random.integer(25, 60) };
    });
  });
  const sizes = bySupplier.map((products, supplier) =>
    suppliers[supplier]?.category === 4 ? products.length : 0,
  );
  disruptions[sizes.indexOf(Math.max(...sizes))]?.push({ from: dayCount - 80, until: dayCount });
  return (supplier, day) =>
    (disruptions[supplier] ?? []).some(({ from, until }) => from <= day && day < until);
}

/** Products by the day on which their first delivery is ordered. */
function toLaunches(products: Product[]): Map<number, number[]> {
  const launches = new Map<number, number[]>();
  products.forEach(({ launchDay, terms }, index) => {
    const day = launchDay - 2 - terms[0].leadDays;
    if (day >= 0) launches.set(day, [...(launches.get(day) ?? []), index]);
  });
  return launches;
}
