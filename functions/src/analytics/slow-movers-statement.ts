import type { Statement } from '../warehouse/warehouse.ts';
import { addDays } from './calendar.ts';
import type { SemanticModel } from './model-schema.ts';
import { type StockRequest, toBound, toStockCte } from './stock-cte.ts';

/** How far back the last sale is looked for. */
export const lastSaleDays = 730;

/**
 * One row per product and warehouse with units on hand: what `toSlowMovers` needs.
 * @param days over how many days sales are counted.
 */
export function compileSlowMovers(
  request: StockRequest & { days: number },
  inventory: SemanticModel,
): Statement {
  const { stockDay, access, days } = request;
  const parameters: Statement['parameters'] = {};
  const stock = toStockCte(request, inventory, parameters);
  parameters.demand_start = { type: 'DATE', value: addDays(stockDay, 1 - days) };
  parameters.sales_start = { type: 'DATE', value: addDays(stockDay, 1 - Math.max(days, lastSaleDays)) };
  const sql = `WITH ${stock},
sold AS (
  SELECT
    sales_lines.product_id,
    sales_lines.warehouse_id,
    MAX(sales_lines.order_date) AS last_sale,
    SUM(IF(sales_lines.order_date >= @demand_start, sales_lines.quantity, 0)) AS units
  FROM sales_lines
  WHERE sales_lines.order_date BETWEEN @sales_start AND @end_date
    AND sales_lines.line_type = 'sale'${toBound('sales_lines', access)}
  GROUP BY 1, 2
),
recorded AS (
  SELECT stock_snapshots.product_id, stock_snapshots.warehouse_id, MIN(stock_snapshots.snapshot_date) AS first_day
  FROM stock_snapshots
  WHERE stock_snapshots.snapshot_date BETWEEN @demand_start AND @end_date${toBound('stock_snapshots', access)}
  GROUP BY 1, 2
)
SELECT
  products.name AS product,
  products.sku,
  COALESCE(warehouses.name, stock.warehouse_id) AS warehouse,
  COALESCE(products.category, 'No category') AS category,
  stock.on_hand,
  stock.reserved,
  products.unit_cost,
  sold.last_sale,
  sold.units,
  recorded.first_day > (SELECT MIN(first_day) FROM recorded) AS is_new,
  products.discontinued_on IS NOT NULL AND products.discontinued_on <= @end_date AS is_discontinued
FROM stock
JOIN products ON products.product_id = stock.product_id
LEFT JOIN warehouses ON warehouses.warehouse_id = stock.warehouse_id
LEFT JOIN sold ON sold.product_id = stock.product_id AND sold.warehouse_id = stock.warehouse_id
LEFT JOIN recorded ON recorded.product_id = stock.product_id AND recorded.warehouse_id = stock.warehouse_id
WHERE stock.on_hand > 0
ORDER BY stock.product_id, stock.warehouse_id`;
  return { sql, parameters };
}
