export type TableRules = {
  /** Each list of columns is unique together. */
  unique: string[][];
  /** Columns that hold the key of another table. `optional`: not checked when that table is not imported. */
  references: { column: string; table: string; key: string; optional?: boolean }[];
  /** `holds` is a DuckDB condition on the table's columns; unknown (NULL) counts as met. */
  rows: { column: string; holds: string; expected: string }[];
  /** Dates that cannot lie in the future. */
  pastDates: string[];
};

const product = { column: 'product_id', table: 'products', key: 'product_id' };
const warehouse = { column: 'warehouse_id', table: 'warehouses', key: 'warehouse_id' };
const supplier = { column: 'supplier_id', table: 'suppliers', key: 'supplier_id', optional: true };
const customer = { column: 'customer_id', table: 'customers', key: 'customer_id', optional: true };

const atLeast = (least: number, ...columns: string[]) =>
  columns.map((column) => ({ column, holds: `${column} >= ${least}`, expected: `${least} or more` }));
const oneOf = (column: string, ...values: string[]) => ({
  column,
  holds: `${column} IN (${values.map((value) => `'${value}'`).join(', ')})`,
  expected: `one of ${values.join(', ')}`,
});

/** What must hold of imported rows, beyond types; in the order in which the tables refer to each other. */
export const tableRules: Record<string, TableRules> = {
  warehouses: { unique: [['warehouse_id']], references: [], rows: [], pastDates: [] },
  suppliers: { unique: [['supplier_id']], references: [], rows: [], pastDates: [] },
  customers: { unique: [['customer_id']], references: [], rows: [], pastDates: [] },
  products: {
    unique: [['product_id'], ['sku']],
    references: [],
    rows: [
      ...atLeast(0, 'list_price', 'unit_cost'),
      {
        column: 'discontinued_on',
        holds: 'discontinued_on >= launched_on',
        expected: 'on or after launched_on',
      },
    ],
    pastDates: [],
  },
  supply_terms: {
    unique: [['product_id', 'supplier_id']],
    references: [product, supplier],
    rows: [
      ...atLeast(0, 'lead_time_days', 'unit_cost'),
      ...atLeast(1, 'min_order_quantity', 'pack_size'),
      {
        column: 'is_preferred',
        holds: 'count(*) FILTER (is_preferred) OVER (PARTITION BY product_id) = 1',
        expected: 'true for exactly one supplier of the product',
      },
    ],
    pastDates: [],
  },
  reorder_policies: {
    unique: [['product_id', 'warehouse_id']],
    references: [product, warehouse],
    rows: atLeast(0, 'reorder_point', 'safety_stock'),
    pastDates: [],
  },
  sales_lines: {
    unique: [['line_id']],
    references: [product, warehouse, customer],
    rows: [
      oneOf('line_type', 'sale', 'return'),
      ...atLeast(0, 'unit_price'),
      {
        column: 'quantity',
        holds: "CASE line_type WHEN 'sale' THEN quantity > 0 WHEN 'return' THEN quantity < 0 END",
        expected: 'above 0 for a sale and below 0 for a return',
      },
      {
        column: 'net_amount',
        holds: 'abs(net_amount - (quantity * unit_price - discount_amount)) <= 0.01',
        expected: 'quantity x unit_price - discount_amount',
      },
      {
        column: 'cost_amount',
        holds: "CASE line_type WHEN 'sale' THEN cost_amount >= 0 WHEN 'return' THEN cost_amount <= 0 END",
        expected: '0 or more for a sale and 0 or less for a return',
      },
    ],
    pastDates: ['order_date'],
  },
  stock_movements: {
    unique: [['movement_id']],
    references: [product, warehouse],
    rows: [
      oneOf(
        'movement_type',
        'opening',
        'sale',
        'return',
        'receipt',
        'transfer_in',
        'transfer_out',
        'adjustment',
      ),
      {
        column: 'quantity',
        holds: `CASE WHEN movement_type IN ('sale', 'transfer_out') THEN quantity < 0
          WHEN movement_type IN ('return', 'receipt', 'transfer_in') THEN quantity > 0 END`,
        expected: 'below 0 for a sale or transfer_out, above 0 for a return, receipt or transfer_in',
      },
    ],
    pastDates: ['movement_date'],
  },
  stock_snapshots: {
    unique: [['snapshot_date', 'warehouse_id', 'product_id']],
    references: [product, warehouse],
    rows: atLeast(0, 'on_hand', 'reserved', 'on_order'),
    pastDates: ['snapshot_date'],
  },
  purchase_order_lines: {
    unique: [['purchase_order_id', 'line_number']],
    references: [product, warehouse, supplier],
    rows: [
      oneOf('status', 'open', 'received', 'cancelled'),
      ...atLeast(1, 'ordered_quantity'),
      ...atLeast(0, 'received_quantity', 'rejected_quantity', 'unit_cost'),
      {
        column: 'rejected_quantity',
        holds: 'rejected_quantity <= received_quantity',
        expected: 'at most received_quantity',
      },
      { column: 'expected_on', holds: 'expected_on >= ordered_on', expected: 'on or after ordered_on' },
      { column: 'received_on', holds: 'received_on >= ordered_on', expected: 'on or after ordered_on' },
      {
        column: 'received_on',
        holds: "status <> 'received' OR received_on IS NOT NULL",
        expected: 'given where status is received',
      },
    ],
    pastDates: ['ordered_on', 'received_on'],
  },
};
