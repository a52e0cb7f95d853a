-- @start_date DATE "2026-08-01"
-- @end_date DATE "2026-10-31"
-- @warehouses ARRAY<STRING> ["WH-NORTH","WH-EAST"]
WITH days AS (
  SELECT MAX(stock_snapshots.snapshot_date) AS last_day, COUNT(DISTINCT stock_snapshots.snapshot_date) AS day_count
  FROM stock_snapshots
  WHERE stock_snapshots.snapshot_date BETWEEN @start_date AND @end_date
    AND stock_snapshots.warehouse_id IN UNNEST(@warehouses)
)
SELECT
  SUM(IF(stock_snapshots.snapshot_date = days.last_day, stock_snapshots.on_hand, NULL)) AS on_hand,
  SAFE_DIVIDE(SUM(stock_snapshots.on_hand), MAX(days.day_count)) AS average_on_hand,
  COUNTIF(stock_snapshots.on_hand - stock_snapshots.reserved <= 0 AND (products.discontinued_on IS NULL OR products.discontinued_on > stock_snapshots.snapshot_date)) AS stock_out_days
FROM stock_snapshots
CROSS JOIN days
LEFT JOIN products ON products.product_id = stock_snapshots.product_id
WHERE stock_snapshots.snapshot_date BETWEEN @start_date AND @end_date
  AND stock_snapshots.warehouse_id IN UNNEST(@warehouses)
