-- @start_date DATE "2026-11-22"
-- @end_date DATE "2026-11-22"
WITH days AS (
  SELECT MAX(stock_snapshots.snapshot_date) AS last_day
  FROM stock_snapshots
  WHERE stock_snapshots.snapshot_date BETWEEN @start_date AND @end_date
)
SELECT
  COALESCE(warehouses.name, 'Unknown warehouse') AS warehouse,
  SUM(stock_snapshots.on_hand) AS on_hand,
  SUM(stock_snapshots.on_hand * products.unit_cost) AS stock_value
FROM stock_snapshots
JOIN days ON days.last_day = stock_snapshots.snapshot_date
LEFT JOIN products ON products.product_id = stock_snapshots.product_id
LEFT JOIN warehouses ON warehouses.warehouse_id = stock_snapshots.warehouse_id
WHERE stock_snapshots.snapshot_date BETWEEN @start_date AND @end_date
GROUP BY 1, stock_snapshots.warehouse_id
ORDER BY on_hand DESC NULLS LAST, warehouse
