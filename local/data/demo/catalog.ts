import type { Calendar } from './calendar.ts';
import { createRandom, type Random } from './random.ts';
import type { Supplier } from './suppliers.ts';
import { categories, type ProductKind, type Subcategory } from './vocabulary.ts';

export type SupplyTerm = {
  supplier: number;
  leadDays: number;
  minOrder: number;
  packSize: number;
  costCents: number;
};

export type Product = {
  id: string;
  sku: string;
  name: string;
  category: number;
  /** Counted over all categories. */
  subcategory: number;
  brand: string;
  listCents: number;
  costCents: number;
  /** Day number; below 0 for what was sold before the demo begins. */
  launchDay: number;
  /** First day on which it is no longer sold; null while it is. */
  endDay: number | null;
  /** Order lines over those of the mean product. */
  popularity: number;
  /** Units that a household buys in one line, at most. */
  maxUnits: number;
  /** Joins promotions. */
  promoted: boolean;
  /** The first is the preferred one. */
  terms: [SupplyTerm, ...SupplyTerm[]];
  /** Reorder points are recorded in the inventory system. */
  hasPolicy: boolean;
};

export const subcategories = categories.flatMap((category, categoryIndex) =>
  category.subcategories.map((subcategory) => ({
    ...subcategory,
    category: categoryIndex,
    categoryCode: category.code,
  })),
);

/** The products, evenly over the subcategories; names are unique, many differ in one word. */
export function createCatalog(
  seed: number,
  count: number,
  calendar: Calendar,
  suppliers: Supplier[],
): Product[] {
  const random = createRandom(seed, 'catalog');
  const products: Product[] = [];
  subcategories.forEach((subcategory, subcategoryIndex) => {
    const upTo = Math.round((count * (subcategoryIndex + 1)) / subcategories.length);
    const names = toVariants(random, subcategory).slice(0, upTo - products.length);
    names.forEach((item, position) => {
      const price = toPrice(random, item);
      const costCents = Math.round(price * (0.46 + 0.2 * random.next()));
      const life = toLife(random, calendar);
      // Cheap things sell more often; a few things hardly sell at all.
      const slow = random.chance(0.05) ? 0.06 : 1;
      products.push({
        id: `P-${String(products.length + 1).padStart(4, '0')}`,
        sku: `${subcategory.categoryCode}-${subcategory.code}-${1001 + position}`,
        name: `${item.brand} ${item.kind.noun} ${item.variant}`,
        category: subcategory.category,
        subcategory: subcategoryIndex,
        brand: item.brand,
        listCents: price,
        costCents,
        ...life,
        popularity: slow * Math.exp(0.85 * random.normal()) * (3000 / price) ** 0.3,
        maxUnits: subcategory.maxUnits,
        promoted: random.chance(0.7),
        terms: toTerms(random, subcategory.category, item.brand, suppliers, price, costCents),
        hasPolicy: random.chance(0.1),
      });
    });
  });
  return products;
}

type Item = { brand: string; kind: ProductKind; variant: string; step: number };

/** Every brand, kind and variant of a subcategory in random order. */
function toVariants(random: Random, subcategory: Subcategory): Item[] {
  const items = subcategory.brands.flatMap((brand) =>
    subcategory.kinds.flatMap((kind) =>
      kind.variants.map((variant, index): Item => {
        return {
          brand,
          kind,
          variant,
          step: kind.variants.length > 1 ? index / (kind.variants.length - 1) : 0,
        };
      }),
    ),
  );
  const order = Int32Array.from(items.keys());
  random.shuffle(order);
  return Array.from(order).flatMap((index) => items[index] ?? []);
}

/** In cents, ending in 9. */
function toPrice(random: Random, { kind, step }: Item): number {
  const [low, high] = kind.price;
  const price = (low + (high - low) * (0.75 * step + 0.25 * random.next())) * 100;
  return price < 2000 ? Math.round(price / 10) * 10 - 1 : Math.round(price / 100) * 100 - 1;
}

function toLife(random: Random, { dayCount }: Calendar): { launchDay: number; endDay: number | null } {
  // A launch needs its first delivery ordered within the demo's days; suppliers need up to 60.
  const launchDay = random.chance(0.18) ? random.integer(75, dayCount - 25) : -random.integer(20, 2000);
  const ends = launchDay < dayCount * 0.4 && random.chance(0.09);
  return { launchDay, endDay: ends ? random.integer(Math.max(250, launchDay + 250), dayCount - 8) : null };
}

function toTerms(
  random: Random,
  category: number,
  brand: string,
  suppliers: Supplier[],
  listCents: number,
  costCents: number,
): Product['terms'] {
  const makers = suppliers.flatMap((supplier, index) => (supplier.category === category ? [index] : []));
  // A brand's goods come from a few of the category's suppliers.
  const first = (brand.charCodeAt(0) * 7 + brand.length * 3 + random.integer(0, 2)) % makers.length;
  const packSize =
    listCents < 1500 ? random.pick([6, 10, 12, 24]) : listCents < 6000 ? random.pick([2, 4, 6]) : 1;
  const toTerm = (maker: number, costFactor: number): SupplyTerm => {
    const supplier = makers[maker % makers.length] ?? 0;
    const leadDays = suppliers[supplier]?.leadDays ?? 14;
    return {
      supplier,
      leadDays,
      // Who ships across an ocean wants larger orders.
      minOrder: packSize * (leadDays > 20 ? random.pick([2, 4, 5]) : random.pick([1, 1, 2])),
      packSize,
      costCents: Math.round(costCents * costFactor),
    };
  };
  const preferred = toTerm(first, 1);
  return random.chance(0.3)
    ? [preferred, toTerm(first + random.integer(1, 5), 1.04 + 0.08 * random.next())]
    : [preferred];
}
