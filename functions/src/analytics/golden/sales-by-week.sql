-- @start_date DATE "2026-08-01"
-- @end_date DATE "2026-10-31"
SELECT
  DATE_TRUNC(sales_lines.order_date, ISOWEEK) AS week,
  IFNULL(SUM(sales_lines.net_amount), 0) AS revenue
FROM sales_lines
WHERE sales_lines.order_date BETWEEN @start_date AND @end_date
GROUP BY 1
ORDER BY revenue NULLS LAST, week
