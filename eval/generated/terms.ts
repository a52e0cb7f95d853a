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
export type Dimension = { name: string; column: string; words: string[]; many: string[]; hasFew: boolean };

/** A time that can be asked for; `name` is its name among the periods of the question file. */
export type Period = { name: string; words: string[]; unit: 'month' | 'quarter' | 'year' | 'week' | 'other' };

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
    words: ['margin rate', 'margin percentage', 'profit margin in percent'],
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
    sql: "(-sum(net) FILTER (line_type = 'return'))",
    or: ["(-sum(qty) FILTER (line_type = 'return'))"],
    isAdditive: true,
    unit: 'money',
  },
  {
    name: 'return_rate',
    words: ['return rate', 'rate of returns'],
    sql: `(-sum(qty) FILTER (line_type = 'return') / sum(qty) FILTER (${sold}))`,
    isAdditive: false,
    unit: 'rate',
  },
  {
    name: 'discount',
    words: ['discounts', 'discount given'],
    sql: `sum(discount) FILTER (${sold})`,
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
    words: ['category', 'product category'],
    many: ['categories'],
    hasFew: true,
  },
  {
    name: 'subcategory',
    column: 'subcategory',
    words: ['subcategory', 'sub-category'],
    many: ['subcategories'],
    hasFew: false,
  },
  { name: 'brand', column: 'brand', words: ['brand'], many: ['brands'], hasFew: false },
  { name: 'region', column: 'region', words: ['region', 'sales region'], many: ['regions'], hasFew: true },
  { name: 'channel', column: 'channel', words: ['channel', 'sales channel'], many: ['channels'], hasFew: true },
  { name: 'warehouse', column: 'warehouse', words: ['warehouse', 'site'], many: ['warehouses'], hasFew: true },
  {
    name: 'segment',
    column: 'segment',
    words: ['customer segment', 'segment'],
    many: ['customer segments', 'segments'],
    hasFew: true,
  },
  { name: 'supplier', column: 'supplier', words: ['supplier', 'vendor'], many: ['suppliers'], hasFew: false },
  { name: 'product', column: 'product', words: ['product', 'item'], many: ['products', 'items'], hasFew: false },
];

/** Times of any company whose last days are known; the names are those of the question files. */
export const periods: Period[] = [
  { name: 'last_month', words: ['last month', 'in the last month'], unit: 'month' },
  { name: 'last_quarter', words: ['last quarter', 'in the last quarter'], unit: 'quarter' },
  { name: 'this_year', words: ['this year', 'so far this year', 'year to date'], unit: 'year' },
  { name: 'last_year', words: ['last year'], unit: 'year' },
  { name: 'last_3_months', words: ['over the last 3 months', 'in the past three months'], unit: 'other' },
  { name: 'last_6_months', words: ['in the last six months', 'over the past 6 months'], unit: 'other' },
  { name: 'last_week', words: ['last week'], unit: 'week' },
];

/** The members of a dimension with sales in the last year, the largest first. */
export async function readMembers(gold: Gold, dimension: Dimension): Promise<Member[]> {
  const rows = await gold.run(
    `SELECT ${dimension.column} FROM sales WHERE ${dimension.column} IS NOT NULL AND day > (SELECT max(day) FROM sales) - 400
     GROUP BY 1 ORDER BY sum(net) DESC LIMIT 12`,
    null,
  );
  return rows.map(([value]) => ({ dimension, value: String(value) }));
}
