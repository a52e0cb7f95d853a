-- @start_date DATE "2026-08-01"
-- @end_date DATE "2026-10-31"
-- @compare_start DATE "2026-05-01"
-- @compare_end DATE "2026-07-31"
-- @span_start DATE "2026-05-01"
-- @span_end DATE "2026-10-31"
SELECT
  COALESCE(products.category, 'No category') AS category,
  IFNULL(SUM(IF(sales_lines.order_date BETWEEN @start_date AND @end_date, sales_lines.net_amount, NULL)), 0) AS revenue,
  IFNULL(SUM(IF(sales_lines.order_date BETWEEN @compare_start AND @compare_end, sales_lines.net_amount, NULL)), 0) AS revenue_before,
  COUNT(DISTINCT IF((sales_lines.line_type = 'sale') AND (sales_lines.order_date BETWEEN @start_date AND @end_date), sales_lines.order_id, NULL)) AS orders,
  COUNT(DISTINCT IF((sales_lines.line_type = 'sale') AND (sales_lines.order_date BETWEEN @compare_start AND @compare_end), sales_lines.order_id, NULL)) AS orders_before
FROM sales_lines
LEFT JOIN products ON products.product_id = sales_lines.product_id
WHERE sales_lines.order_date BETWEEN @span_start AND @span_end
  AND (sales_lines.order_date BETWEEN @start_date AND @end_date OR sales_lines.order_date BETWEEN @compare_start AND @compare_end)
GROUP BY 1
ORDER BY revenue DESC NULLS LAST, category
