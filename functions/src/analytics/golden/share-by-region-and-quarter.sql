-- @start_date DATE "2026-08-01"
-- @end_date DATE "2026-10-31"
SELECT
  DATE_TRUNC(sales_lines.order_date, QUARTER) AS quarter,
  COALESCE(sales_lines.region, 'No region') AS region,
  SAFE_DIVIDE(IFNULL(SUM(sales_lines.net_amount), 0), SUM(IFNULL(SUM(sales_lines.net_amount), 0)) OVER (PARTITION BY MIN(DATE_TRUNC(sales_lines.order_date, QUARTER)))) AS revenue_share
FROM sales_lines
WHERE sales_lines.order_date BETWEEN @start_date AND @end_date
GROUP BY 1, 2
ORDER BY quarter, revenue_share DESC NULLS LAST, region
