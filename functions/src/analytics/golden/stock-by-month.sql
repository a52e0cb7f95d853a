-- @start_date DATE "2026-08-01"
-- @end_date DATE "2026-10-31"
WITH days AS (
  SELECT DATE_TRUNC(stock_snapshots.snapshot_date, MONTH) AS month, MAX(stock_snapshots.snapshot_date) AS last_day
  FROM stock_snapshots
  WHERE stock_snapshots.snapshot_date BETWEEN @start_date AND @end_date
  GROUP BY 1
)
SELECT
  days.month AS month,
  COALESCE(products.category, 'No category') AS category,
  SUM(stock_snapshots.on_hand) AS on_hand,
  SAFE_DIVIDE(COUNTIF(stock_snapshots.on_hand - stock_snapshots.reserved <= 0 AND (products.discontinued_on IS NULL OR products.discontinued_on > stock_snapshots.snapshot_date)), COUNTIF(products.discontinued_on IS NULL OR products.discontinued_on > stock_snapshots.snapshot_date)) AS out_of_stock_rate
FROM stock_snapshots
JOIN days ON days.last_day = stock_snapshots.snapshot_date
LEFT JOIN products ON products.product_id = stock_snapshots.product_id
WHERE stock_snapshots.snapshot_date BETWEEN @start_date AND @end_date
GROUP BY 1, 2
ORDER BY month, on_hand DESC NULLS LAST, category
