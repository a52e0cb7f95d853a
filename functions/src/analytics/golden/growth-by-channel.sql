-- @start_date DATE "2026-07-01"
-- @end_date DATE "2026-10-31"
-- @first_period DATE "2026-08-01"
SELECT *
FROM (
  SELECT
    DATE_TRUNC(sales_lines.order_date, MONTH) AS month,
    COALESCE(sales_lines.channel, 'No channel') AS channel,
    IF(LAG(MIN(DATE_TRUNC(sales_lines.order_date, MONTH))) OVER (PARTITION BY MIN(COALESCE(sales_lines.channel, 'No channel')) ORDER BY MIN(DATE_TRUNC(sales_lines.order_date, MONTH))) = DATE_SUB(MIN(DATE_TRUNC(sales_lines.order_date, MONTH)), INTERVAL 1 MONTH) AND LAG(IFNULL(SUM(sales_lines.net_amount), 0)) OVER (PARTITION BY MIN(COALESCE(sales_lines.channel, 'No channel')) ORDER BY MIN(DATE_TRUNC(sales_lines.order_date, MONTH))) > 0, SAFE_DIVIDE(IFNULL(SUM(sales_lines.net_amount), 0), LAG(IFNULL(SUM(sales_lines.net_amount), 0)) OVER (PARTITION BY MIN(COALESCE(sales_lines.channel, 'No channel')) ORDER BY MIN(DATE_TRUNC(sales_lines.order_date, MONTH)))) - 1, NULL) AS revenue_period_growth
  FROM sales_lines
  WHERE sales_lines.order_date BETWEEN @start_date AND @end_date
  GROUP BY 1, 2
)
WHERE month >= @first_period
ORDER BY month, revenue_period_growth DESC NULLS LAST, channel
