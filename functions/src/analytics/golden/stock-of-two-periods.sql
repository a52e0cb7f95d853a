-- @start_date DATE "2026-08-01"
-- @end_date DATE "2026-10-31"
-- @compare_start DATE "2025-08-01"
-- @compare_end DATE "2025-10-31"
-- @span_start DATE "2025-08-01"
-- @span_end DATE "2026-10-31"
-- @warehouses ARRAY<STRING> ["WH-EAST"]
-- @demand_start DATE "2025-05-03"
-- @first_sale DATE "1900-01-01"
-- @last_sale DATE "9999-12-31"
WITH days AS (
  SELECT TRUE AS is_now, @start_date AS first_day, MAX(stock_snapshots.snapshot_date) AS last_day, COUNT(DISTINCT stock_snapshots.snapshot_date) AS day_count
  FROM stock_snapshots
  WHERE stock_snapshots.snapshot_date BETWEEN @start_date AND @end_date
    AND stock_snapshots.warehouse_id IN UNNEST(@warehouses)
  UNION ALL
  SELECT FALSE AS is_now, @compare_start AS first_day, MAX(stock_snapshots.snapshot_date) AS last_day, COUNT(DISTINCT stock_snapshots.snapshot_date) AS day_count
  FROM stock_snapshots
  WHERE stock_snapshots.snapshot_date BETWEEN @compare_start AND @compare_end
    AND stock_snapshots.warehouse_id IN UNNEST(@warehouses)
),
demand_rows AS (
  SELECT days.is_now, stock_snapshots.product_id, MIN(stock_snapshots.warehouse_id) AS warehouse_id
  FROM stock_snapshots
  JOIN days ON stock_snapshots.snapshot_date = days.last_day
  WHERE stock_snapshots.snapshot_date BETWEEN @span_start AND @span_end
    AND stock_snapshots.warehouse_id IN UNNEST(@warehouses)
  GROUP BY 1, 2
),
demand AS (
  SELECT days.is_now, sales_lines.product_id, MIN(demand_rows.warehouse_id) AS warehouse_id, SUM(sales_lines.quantity) / GREATEST(1, DATE_DIFF(LEAST(MAX(days.last_day), @last_sale), GREATEST(DATE_SUB(MAX(days.last_day), INTERVAL 90 DAY), @first_sale), DAY) + 1) AS per_day
  FROM sales_lines
  JOIN days ON sales_lines.order_date BETWEEN DATE_SUB(days.last_day, INTERVAL 90 DAY) AND days.last_day
  JOIN demand_rows ON demand_rows.is_now = days.is_now AND demand_rows.product_id = sales_lines.product_id
  WHERE sales_lines.order_date BETWEEN @demand_start AND @span_end
    AND sales_lines.warehouse_id IN UNNEST(@warehouses)
    AND sales_lines.line_type = 'sale'
  GROUP BY 1, 2
)
SELECT
  COALESCE(products.category, 'No category') AS category,
  IFNULL(SUM(IF((stock_snapshots.snapshot_date = days.last_day) AND (days.is_now), stock_snapshots.on_hand, NULL)), 0) AS on_hand,
  IFNULL(SUM(IF((stock_snapshots.snapshot_date = days.last_day) AND (NOT days.is_now), stock_snapshots.on_hand, NULL)), 0) AS on_hand_before,
  IFNULL(SAFE_DIVIDE(SUM(IF(days.is_now, stock_snapshots.on_hand, NULL)), MAX(IF(days.is_now, days.day_count, NULL))), 0) AS average_on_hand,
  IFNULL(SAFE_DIVIDE(SUM(IF(NOT days.is_now, stock_snapshots.on_hand, NULL)), MAX(IF(NOT days.is_now, days.day_count, NULL))), 0) AS average_on_hand_before,
  SAFE_DIVIDE(IFNULL(SUM(IF((stock_snapshots.snapshot_date = days.last_day) AND (days.is_now), stock_snapshots.on_hand - stock_snapshots.reserved, NULL)), 0), IFNULL(SUM(IF((stock_snapshots.snapshot_date = days.last_day) AND (days.is_now), IFNULL(demand.per_day, 0), NULL)), 0)) AS days_of_cover,
  SAFE_DIVIDE(IFNULL(SUM(IF((stock_snapshots.snapshot_date = days.last_day) AND (NOT days.is_now), stock_snapshots.on_hand - stock_snapshots.reserved, NULL)), 0), IFNULL(SUM(IF((stock_snapshots.snapshot_date = days.last_day) AND (NOT days.is_now), IFNULL(demand.per_day, 0), NULL)), 0)) AS days_of_cover_before
FROM stock_snapshots
JOIN days ON stock_snapshots.snapshot_date BETWEEN days.first_day AND days.last_day
LEFT JOIN products ON products.product_id = stock_snapshots.product_id
LEFT JOIN demand ON demand.product_id = stock_snapshots.product_id AND demand.warehouse_id = stock_snapshots.warehouse_id AND demand.is_now = days.is_now
WHERE stock_snapshots.snapshot_date BETWEEN @span_start AND @span_end
  AND (stock_snapshots.snapshot_date BETWEEN @start_date AND @end_date OR stock_snapshots.snapshot_date BETWEEN @compare_start AND @compare_end)
  AND stock_snapshots.warehouse_id IN UNNEST(@warehouses)
GROUP BY 1
ORDER BY on_hand DESC NULLS LAST, category
