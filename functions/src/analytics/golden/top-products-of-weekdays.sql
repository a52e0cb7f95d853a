-- @start_date DATE "2026-08-01"
-- @end_date DATE "2026-10-31"
-- @having_1 FLOAT64 1000
-- @limit INT64 3
SELECT * EXCEPT (weekday_key)
FROM (
  SELECT
    COALESCE(FORMAT_DATE('%A', sales_lines.order_date), 'No day') AS weekday,
    MIN(MOD(EXTRACT(DAYOFWEEK FROM sales_lines.order_date) + 5, 7)) AS weekday_key,
    COALESCE(products.name, 'Unknown product') AS product,
    IFNULL(SUM(sales_lines.net_amount), 0) AS revenue,
    SAFE_DIVIDE(IFNULL(SUM(sales_lines.net_amount), 0), SUM(IFNULL(SUM(sales_lines.net_amount), 0)) OVER ()) AS revenue_share
  FROM sales_lines
  LEFT JOIN products ON products.product_id = sales_lines.product_id
  WHERE sales_lines.order_date BETWEEN @start_date AND @end_date
  GROUP BY 1, 3, products.product_id
)
WHERE revenue >= @having_1
QUALIFY ROW_NUMBER() OVER (PARTITION BY weekday ORDER BY revenue DESC NULLS LAST, product) <= @limit
ORDER BY weekday_key, revenue DESC NULLS LAST, product
