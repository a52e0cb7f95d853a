-- @start_date DATE "2026-08-01"
-- @end_date DATE "2026-10-31"
SELECT
  DATE_TRUNC(sales_lines.order_date, MONTH) AS month,
  IFNULL(SUM(sales_lines.net_amount), 0) AS revenue,
  IFNULL(SUM(sales_lines.quantity), 0) AS units,
  COUNT(DISTINCT IF(sales_lines.line_type = 'sale', sales_lines.order_id, NULL)) AS orders
FROM sales_lines
WHERE sales_lines.order_date BETWEEN @start_date AND @end_date
GROUP BY 1
ORDER BY month
