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

const sold = "line_type = 'sale'";

const salesMeasures: Measure[] = [
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

const stockMeasures: Measure[] = [
  {
    name: 'on_hand',
    words: ['stock on hand', 'units in stock'],
    sql: 'sum(on_hand)',
    isAdditive: true,
    unit: 'count',
  },
  {
    name: 'available',
    words: ['available stock', 'free stock'],
    sql: 'sum(free)',
    isAdditive: true,
    unit: 'count',
  },
  {
    name: 'reserved',
    words: ['reserved units', 'reserved stock'],
    sql: 'sum(reserved)',
    isAdditive: true,
    unit: 'count',
  },
  {
    name: 'stock_value',
    words: ['stock value', 'inventory value'],
    sql: 'sum(worth)',
    isAdditive: true,
    unit: 'money',
  },
  { name: 'on_order', words: ['units on order'], sql: 'sum(on_order)', isAdditive: true, unit: 'count' },
];

const placed = "status <> 'cancelled'";

const purchaseMeasures: Measure[] = [
  {
    name: 'ordered_value',
    words: ['value ordered', 'value of purchase orders'],
    sql: `coalesce(sum(worth) FILTER (${placed}), 0)`,
    isAdditive: true,
    unit: 'money',
  },
  {
    name: 'ordered_units',
    words: ['units ordered from suppliers'],
    sql: `coalesce(sum(ordered) FILTER (${placed}), 0)`,
    isAdditive: true,
    unit: 'count',
  },
  {
    name: 'purchase_order_count',
    words: ['number of purchase orders'],
    sql: `count(DISTINCT po) FILTER (${placed})`,
    isAdditive: false,
    unit: 'count',
  },
  {
    name: 'lead_time',
    words: ['lead time', 'average lead time'],
    sql: "avg(waited) FILTER (status = 'received')",
    isAdditive: false,
    unit: 'days',
  },
];

/** Sales are asked about as often as the other two together. */
export const views: View[] = [
  { name: 'sales', rows: 'sales', isOfDay: false, measures: salesMeasures },
  { name: 'sales', rows: 'sales', isOfDay: false, measures: salesMeasures },
  {
    name: 'stock',
    rows: '(SELECT *, on_hand * unit_cost AS worth FROM stock)',
    isOfDay: true,
    measures: stockMeasures,
  },
  {
    name: 'purchases',
    rows: "(SELECT *, ordered * price AS worth, date_diff('day', day, received_on) AS waited FROM purchases)",
    isOfDay: false,
    measures: purchaseMeasures,
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
