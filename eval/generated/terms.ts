import type { Gold } from '../gold.ts';

/** A figure that can be asked for: its words, and what it is in DuckDB over the views of gold-tables.sql. */
export type Measure = {
  name: string;
  words: string[];
  sql: string;
  /** Other fair readings of the words. */
  or?: string[];
  /** Sums of members make the whole. */
  isAdditive: boolean;
  /** How a bound on it is written. */
  unit: 'money' | 'count' | 'rate' | 'days';
};

/** What rows can be split by. `words` are for one, `many` for several. */
/** What is asked about: rows of DuckDB, and whether figures are of a day or of a period. */
export type View = {
  name: 'sales' | 'stock' | 'purchases';
  rows: string;
  isOfDay: boolean;
  measures: Measure[];
};

export type Dimension = {
  name: string;
  column: string;
  /** As in "No region". */
  label: string;
  words: string[];
  many: string[];
  hasFew: boolean;
};

/** A member that figures are narrowed to. */
export type Member = { dimension: Dimension; value: string };

export const dimensions: Dimension[] = [
  {
    name: 'category',
    column: 'category',
    label: 'category',
    words: ['category', 'product category'],
    many: ['categories'],
    hasFew: true,
  },
  {
    name: 'subcategory',
    column: 'subcategory',
    label: 'subcategory',
    words: ['subcategory', 'sub-category'],
    many: ['subcategories'],
    hasFew: false,
  },
  { name: 'brand', column: 'brand', label: 'brand', words: ['brand'], many: ['brands'], hasFew: false },
  {
    name: 'region',
    column: 'region',
    label: 'region',
    words: ['region', 'sales region'],
    many: ['regions'],
    hasFew: true,
  },
  {
    name: 'channel',
    column: 'channel',
    label: 'channel',
    words: ['channel', 'sales channel'],
    many: ['channels'],
    hasFew: true,
  },
  {
    name: 'warehouse',
    column: 'warehouse',
    label: 'warehouse',
    words: ['warehouse', 'site'],
    many: ['warehouses'],
    hasFew: true,
  },
  {
    name: 'segment',
    column: 'segment',
    label: 'segment',
    words: ['customer segment', 'segment'],
    many: ['customer segments', 'segments'],
    hasFew: true,
  },
  {
    name: 'supplier',
    column: 'supplier',
    label: 'supplier',
    words: ['supplier', 'vendor'],
    many: ['suppliers'],
    hasFew: false,
  },
  {
    name: 'product',
    column: 'product',
    label: 'product',
    words: ['product', 'item'],
    many: ['products', 'items'],
    hasFew: false,
  },
];

/** The members of a dimension with sales in the last year, the largest first. */
export async function readMembers(gold: Gold, dimension: Dimension): Promise<Member[]> {
  const rows = await gold.run(
    `SELECT ${dimension.column} FROM sales WHERE ${dimension.column} IS NOT NULL AND day > (SELECT max(day) FROM sales) - 400
     GROUP BY 1 HAVING sum(net) > 0 ORDER BY sum(net) DESC LIMIT 12`,
    null,
  );
  return rows.map(([value]) => ({ dimension, value: String(value) }));
}

/** The measures of which the company keeps something: another one is zero throughout, which is said instead of a figure. */
export async function readMeasures(gold: Gold, { rows, measures }: View): Promise<Measure[]> {
  const known: Measure[] = [];
  for (const measure of measures) {
    const [row] = await gold.run(`SELECT ${measure.sql} FROM ${rows}`, null);
    if (row?.[0] !== null && row?.[0] !== 0) known.push(measure);
  }
  return known;
}

/** Whether a figure is one of sales even where a supplier stands beside it: orders of a supplier may be those to it. */
export function ofSales({ name }: Measure): boolean {
  return !/^(orders|units|customers|average_order_value)$/.test(name);
}

/** Whether what the view holds is kept by the dimension: stock has no channel. */
export function isKeptBy({ name }: Dimension, view: View): boolean {
  return view.name === 'sales' || !/^(region|channel|segment)$/.test(name);
}
