-- @start_date DATE "2026-11-22"
-- @end_date DATE "2026-11-22"
-- @warehouses ARRAY<STRING> ["WH-EAST"]
-- @demand_start DATE "2026-08-24"
-- @first_sale DATE "1900-01-01"
-- @last_sale DATE "9999-12-31"
WITH days AS (
  SELECT MAX(stock_snapshots.snapshot_date) AS last_day
  FROM stock_snapshots
  WHERE stock_snapshots.snapshot_date BETWEEN @start_date AND @end_date
    AND stock_snapshots.warehouse_id IN UNNEST(@warehouses)
),
demand_rows AS (
  SELECT days.last_day, stock_snapshots.product_id, MIN(stock_snapshots.warehouse_id) AS warehouse_id
  FROM stock_snapshots
  JOIN days ON stock_snapshots.snapshot_date = days.last_day
  WHERE stock_snapshots.snapshot_date BETWEEN @start_date AND @end_date
    AND stock_snapshots.warehouse_id IN UNNEST(@warehouses)
  GROUP BY 1, 2
),
demand AS (
  SELECT days.last_day, sales_lines.product_id, MIN(demand_rows.warehouse_id) AS warehouse_id, SUM(sales_lines.quantity) / GREATEST(1, DATE_DIFF(LEAST(MAX(days.last_day), @last_sale), GREATEST(DATE_SUB(MAX(days.last_day), INTERVAL 90 DAY), @first_sale), DAY) + 1) AS per_day
  FROM sales_lines
  JOIN days ON sales_lines.order_date BETWEEN DATE_SUB(days.last_day, INTERVAL 90 DAY) AND days.last_day
  JOIN demand_rows ON demand_rows.last_day = days.last_day AND demand_rows.product_id = sales_lines.product_id
  WHERE sales_lines.order_date BETWEEN @demand_start AND @end_date
    AND sales_lines.warehouse_id IN UNNEST(@warehouses)
    AND sales_lines.line_type = 'sale'
  GROUP BY 1, 2
)
SELECT
  COALESCE(products.name, 'Unknown product') AS product,
  SAFE_DIVIDE(SUM(stock_snapshots.on_hand - stock_snapshots.reserved), SUM(IFNULL(demand.per_day, 0))) AS days_of_cover
FROM stock_snapshots
JOIN days ON days.last_day = stock_snapshots.snapshot_date
LEFT JOIN products ON products.product_id = stock_snapshots.product_id
LEFT JOIN demand ON demand.product_id = stock_snapshots.product_id AND demand.warehouse_id = stock_snapshots.warehouse_id AND demand.last_day = days.last_day
WHERE stock_snapshots.snapshot_date BETWEEN @start_date AND @end_date
  AND stock_snapshots.warehouse_id IN UNNEST(@warehouses)
GROUP BY 1, products.product_id
ORDER BY days_of_cover DESC NULLS LAST, product
