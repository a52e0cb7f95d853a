-- @start_date DATE "2026-08-01"
-- @end_date DATE "2026-10-31"
-- @demand_start DATE "2026-05-03"
-- @first_sale DATE "1900-01-01"
-- @last_sale DATE "9999-12-31"
WITH days AS (
  SELECT DATE_TRUNC(stock_snapshots.snapshot_date, MONTH) AS month, MAX(stock_snapshots.snapshot_date) AS last_day, COUNT(DISTINCT stock_snapshots.snapshot_date) AS day_count
  FROM stock_snapshots
  WHERE stock_snapshots.snapshot_date BETWEEN @start_date AND @end_date
  GROUP BY 1
),
sold_rows AS (
  SELECT days.last_day, stock_snapshots.product_id, MIN(stock_snapshots.warehouse_id) AS warehouse_id
  FROM stock_snapshots
  JOIN days ON stock_snapshots.snapshot_date = days.last_day
  WHERE stock_snapshots.snapshot_date BETWEEN @start_date AND @end_date
  GROUP BY 1, 2
),
sold AS (
  SELECT days.last_day, sales_lines.product_id, MIN(sold_rows.warehouse_id) AS warehouse_id, SUM(sales_lines.quantity) AS units, SUM(sales_lines.cost_amount) AS cost
  FROM sales_lines
  JOIN days ON sales_lines.order_date BETWEEN GREATEST(days.month, @start_date) AND days.last_day
  JOIN sold_rows ON sold_rows.last_day = days.last_day AND sold_rows.product_id = sales_lines.product_id
  WHERE sales_lines.order_date BETWEEN @start_date AND @end_date
    AND sales_lines.line_type = 'sale'
  GROUP BY 1, 2
),
demand_rows AS (
  SELECT days.last_day, stock_snapshots.product_id, MIN(stock_snapshots.warehouse_id) AS warehouse_id
  FROM stock_snapshots
  JOIN days ON stock_snapshots.snapshot_date = days.last_day
  WHERE stock_snapshots.snapshot_date BETWEEN @start_date AND @end_date
  GROUP BY 1, 2
),
demand AS (
  SELECT days.last_day, sales_lines.product_id, MIN(demand_rows.warehouse_id) AS warehouse_id, SUM(sales_lines.quantity) / GREATEST(1, DATE_DIFF(LEAST(MAX(days.last_day), @last_sale), GREATEST(DATE_SUB(MAX(days.last_day), INTERVAL 90 DAY), @first_sale), DAY) + 1) AS per_day
  FROM sales_lines
  JOIN days ON sales_lines.order_date BETWEEN DATE_SUB(days.last_day, INTERVAL 90 DAY) AND days.last_day
  JOIN demand_rows ON demand_rows.last_day = days.last_day AND demand_rows.product_id = sales_lines.product_id
  WHERE sales_lines.order_date BETWEEN @demand_start AND @end_date
    AND sales_lines.line_type = 'sale'
  GROUP BY 1, 2
)
SELECT
  days.month AS month,
  SAFE_DIVIDE(SAFE_DIVIDE(SUM(IF(stock_snapshots.snapshot_date = days.last_day, IFNULL(sold.cost, 0), NULL)), SAFE_DIVIDE(SUM(stock_snapshots.on_hand * products.unit_cost), MAX(days.day_count))) * 365, MAX(GREATEST(0, DATE_DIFF(LEAST(days.last_day, @last_sale), GREATEST(GREATEST(days.month, @start_date), @first_sale), DAY) + 1))) AS turnover,
  SAFE_DIVIDE(SUM(IF(stock_snapshots.snapshot_date = days.last_day, stock_snapshots.on_hand - stock_snapshots.reserved, NULL)), SUM(IF(stock_snapshots.snapshot_date = days.last_day, IFNULL(demand.per_day, 0), NULL))) AS days_of_cover
FROM stock_snapshots
JOIN days ON days.month = DATE_TRUNC(stock_snapshots.snapshot_date, MONTH)
LEFT JOIN products ON products.product_id = stock_snapshots.product_id
LEFT JOIN demand ON demand.product_id = stock_snapshots.product_id AND demand.warehouse_id = stock_snapshots.warehouse_id AND demand.last_day = days.last_day
LEFT JOIN sold ON sold.product_id = stock_snapshots.product_id AND sold.warehouse_id = stock_snapshots.warehouse_id AND sold.last_day = days.last_day
WHERE stock_snapshots.snapshot_date BETWEEN @start_date AND @end_date
GROUP BY 1
ORDER BY month
