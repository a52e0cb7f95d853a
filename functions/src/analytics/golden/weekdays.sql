-- @start_date DATE "2026-08-01"
-- @end_date DATE "2026-10-31"
SELECT
  COALESCE(FORMAT_DATE('%A', sales_lines.order_date), 'No day') AS weekday,
  COUNT(DISTINCT IF(sales_lines.line_type = 'sale', sales_lines.order_id, NULL)) AS orders,
  SAFE_DIVIDE(IFNULL(SUM(sales_lines.net_amount), 0), COUNT(DISTINCT IF(sales_lines.line_type = 'sale', sales_lines.order_id, NULL))) AS average_order_value
FROM sales_lines
WHERE sales_lines.order_date BETWEEN @start_date AND @end_date
GROUP BY 1
ORDER BY MIN(MOD(EXTRACT(DAYOFWEEK FROM sales_lines.order_date) + 5, 7))
