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
  unit: 'money' | 'count' | 'rate';
};

/** What rows can be split by. `words` are for one, `many` for several. */
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

const sold = "line_type = 'sale'";

export const measures: Measure[] = [
  {
    name: 'revenue',
    words: ['revenue', 'sales', 'net sales', 'turnover'],
    sql: 'sum(net)',
    isAdditive: true,
    unit: 'money',
  },
  {
    name: 'units',
    words: ['units', 'units sold', 'sales volume'],
    sql: 'sum(qty)',
    or: [`sum(qty) FILTER (${sold})`],
    isAdditive: true,
    unit: 'count',
  },
  {
    name: 'gross_margin',
    words: ['gross profit', 'profit', 'gross margin'],
    sql: '(sum(net) - sum(cost))',
    isAdditive: true,
    unit: 'money',
  },
  {
    name: 'margin_rate',
    words: ['margin rate', 'margin percentage', 'profit margin percentage'],
    sql: '((sum(net) - sum(cost)) / sum(net))',
    isAdditive: false,
    unit: 'rate',
  },
  {
    name: 'orders',
    words: ['number of orders', 'order count', 'orders'],
    sql: `count(DISTINCT order_id) FILTER (${sold})`,
    isAdditive: false,
    unit: 'count',
  },
  {
    name: 'average_order_value',
    words: ['average order value', 'AOV', 'revenue per order'],
    sql: `(sum(net) / count(DISTINCT order_id) FILTER (${sold}))`,
    isAdditive: false,
    unit: 'money',
  },
  {
    name: 'customers',
    words: ['number of customers', 'customer count'],
    sql: `count(DISTINCT customer_id) FILTER (${sold})`,
    isAdditive: false,
    unit: 'count',
  },
  {
    name: 'returns',
    words: ['returns', 'refunds', 'returned value'],
    sql: "coalesce(-sum(net) FILTER (line_type = 'return'), 0)",
    or: ["coalesce(-sum(qty) FILTER (line_type = 'return'), 0)"],
    isAdditive: true,
    unit: 'money',
  },
  {
    name: 'return_rate',
    words: ['return rate', 'rate of returns'],
    sql: `(coalesce(-sum(qty) FILTER (line_type = 'return'), 0) / sum(qty) FILTER (${sold}))`,
    isAdditive: false,
    unit: 'rate',
  },
  {
    name: 'discount',
    words: ['discounts', 'discount given'],
    sql: `coalesce(sum(discount) FILTER (${sold}), 0)`,
    isAdditive: true,
    unit: 'money',
  },
  {
    name: 'discount_rate',
    words: ['discount rate', 'discount percentage'],
    sql: `(sum(discount) FILTER (${sold}) / sum(gross) FILTER (${sold}))`,
    isAdditive: false,
    unit: 'rate',
  },
  {
    name: 'cost',
    words: ['cost of goods sold', 'COGS'],
    sql: 'sum(cost)',
    isAdditive: true,
    unit: 'money',
  },
  {
    name: 'average_price',
    words: ['average selling price', 'average price', 'price per unit'],
    sql: '(sum(net) / sum(qty))',
    isAdditive: false,
    unit: 'money',
  },
];

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
export async function readMeasures(gold: Gold): Promise<Measure[]> {
  const known: Measure[] = [];
  for (const measure of measures) {
    const [row] = await gold.run(`SELECT ${measure.sql} FROM sales`, null);
    if (row?.[0] !== null && row?.[0] !== 0) known.push(measure);
  }
  return known;
}

/** Whether a figure is one of sales even where a supplier stands beside it: orders of a supplier may be those to it. */
export function ofSales({ name }: Measure): boolean {
  return !/^(orders|units|customers|average_order_value)$/.test(name);
}
