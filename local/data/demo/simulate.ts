import { type Calendar, createCalendar } from './calendar.ts';
import { createCatalog, type Product } from './catalog.ts';
import { warehouses } from './company.ts';
import { type Customer, createCustomers } from './customers.ts';
import { createDemand } from './demand.ts';
import type { IntegerColumns } from './integer-columns.ts';
import { createPromotions } from './promotions.ts';
import { createPurchasing } from './purchasing.ts';
import { createRandom } from './random.ts';
import { createSelling } from './selling.ts';
import { createStock } from './stock.ts';
import { createSuppliers, type Supplier } from './suppliers.ts';
import { createWarehouseWork } from './warehouse-work.ts';

export type Company = {
  calendar: Calendar;
  products: Product[];
  suppliers: Supplier[];
  customers: Customer[];
  /** `saleColumn` */
  sales: IntegerColumns;
  /** `movementColumn` */
  movements: IntegerColumns;
  /** `purchaseColumn` */
  purchases: IntegerColumns;
  /** `snapshotColumn` */
  snapshots: IntegerColumns;
  policies: { warehouse: number; product: number; reorderPoint: number; safetyStock: number }[];
  lostUnits: number;
};

function isSold(product: Product | undefined, day: number): boolean {
  return product !== undefined && (product.endDay === null || day < product.endDay);
}

/** Full size: products, customers and order lines over three years. `scale` multiplies all three. */
const fullSize = { products: 1200, customers: 8000, lines: 1_640_000 };

/**
 * Runs the demo company day by day for three years. The same arguments give the same company.
 * @param today `YYYY-MM-DD`, the last day
 * @param onDay called before each day with its number and how many there are
 */
export function simulate(
  { today, seed, scale }: { today: string; seed: number; scale: number },
  onDay: (day: number, dayCount: number) => void = () => {},
): Company {
  const calendar = createCalendar(today);
  const { dayCount } = calendar;
  const suppliers = createSuppliers(seed);
  const products = createCatalog(
    seed,
    Math.max(60, Math.round(fullSize.products * scale)),
    calendar,
    suppliers,
  );
  const customers = createCustomers(seed, Math.max(200, Math.round(fullSize.customers * scale)));
  const promotions = createPromotions(seed, calendar);
  const lines = fullSize.lines * Math.max(scale, 60 / fullSize.products);
  const demand = createDemand(seed, { calendar, products, promotions, lines });
  const stock = createStock(warehouses.length, products.length);
  const shared = { calendar, products, stock };
  const purchasing = createPurchasing({
    ...shared,
    random: createRandom(seed, 'purchasing'),
    suppliers,
    demand,
  });
  const selling = createSelling({
    ...shared,
    random: createRandom(seed, 'selling'),
    customers,
    demand,
    promotions,
  });
  const work = createWarehouseWork({ ...shared, random: createRandom(seed, 'work'), purchasing });

  purchasing.open();
  for (let day = 0; day < dayCount; day += 1) {
    onDay(day, dayCount);
    selling.takeBack(day);
    purchasing.receive(day);
    work.unload(day);
    selling.ship(day);
    selling.sell(day);
    purchasing.learn(day, selling.wanted);
    work.count(day);
    work.transfer(day);
    purchasing.order(day);
    stock.takeSnapshot(day, (product) => isSold(products[product], day));
  }

  const policies = products.flatMap((product, index) => {
    if (!product.hasPolicy || product.endDay !== null) return [];
    return warehouses.map((_, warehouse) => {
      // Recorded some weeks ago, for the time until delivery alone: lower than what the buyers use by now.
      const now = purchasing.reorderPoint(warehouse * products.length + index, dayCount - 1);
      return {
        warehouse,
        product: index,
        reorderPoint: Math.max(2, Math.round(now.point * 0.75)),
        safetyStock: Math.round(now.safetyStock * 0.6),
      };
    });
  });
  return {
    calendar,
    products,
    suppliers,
    customers: customers.list,
    sales: selling.lines,
    movements: stock.movements,
    purchases: purchasing.orders,
    snapshots: stock.snapshots,
    policies,
    lostUnits: selling.lostUnits(),
  };
}
