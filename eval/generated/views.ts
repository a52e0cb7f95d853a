import type { Measure, View } from './terms.ts';

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
