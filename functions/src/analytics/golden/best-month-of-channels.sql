-- @start_date DATE "2026-08-01"
-- @end_date DATE "2026-10-31"
-- @limit INT64 1
SELECT *
FROM (
  SELECT
    DATE_TRUNC(sales_lines.order_date, MONTH) AS month,
    COALESCE(sales_lines.channel, 'No channel') AS channel,
    IFNULL(SUM(sales_lines.net_amount), 0) AS revenue
  FROM sales_lines
  WHERE sales_lines.order_date BETWEEN @start_date AND @end_date
  GROUP BY 1, 2
)
WHERE TRUE
QUALIFY ROW_NUMBER() OVER (PARTITION BY channel ORDER BY revenue DESC NULLS LAST, month) <= @limit
ORDER BY channel, revenue DESC NULLS LAST, month
