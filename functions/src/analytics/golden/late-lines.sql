-- @start_date DATE "2026-08-01"
-- @end_date DATE "2026-10-31"
-- @as_of DATE "2026-11-22"
SELECT
  COALESCE(purchase_order_lines.purchase_order_id, 'No number') AS purchase_order,
  IFNULL(SUM(IF(purchase_order_lines.status = 'open' AND purchase_order_lines.expected_on < @as_of, GREATEST(0, purchase_order_lines.ordered_quantity - purchase_order_lines.received_quantity), NULL)), 0) AS late_units,
  COUNTIF(purchase_order_lines.status = 'open' AND purchase_order_lines.expected_on < @as_of) AS late_lines
FROM purchase_order_lines
WHERE purchase_order_lines.ordered_on BETWEEN @start_date AND @end_date
  AND (purchase_order_lines.status = 'open' AND purchase_order_lines.expected_on < @as_of)
GROUP BY 1
ORDER BY late_units DESC NULLS LAST, purchase_order
