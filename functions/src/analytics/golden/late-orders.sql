-- @start_date DATE "2026-08-01"
-- @end_date DATE "2026-10-31"
-- @as_of DATE "2026-11-22"
SELECT
  COALESCE(suppliers.name, 'Unknown supplier') AS supplier,
  IFNULL(SUM(IF(purchase_order_lines.status = 'open' AND purchase_order_lines.expected_on < @as_of, GREATEST(0, purchase_order_lines.ordered_quantity - purchase_order_lines.received_quantity), NULL)), 0) AS late_units,
  AVG(IF(purchase_order_lines.status = 'received', DATE_DIFF(purchase_order_lines.received_on, purchase_order_lines.ordered_on, DAY), NULL)) AS lead_time,
  MAX(IF(purchase_order_lines.status = 'open' AND purchase_order_lines.expected_on < @as_of, DATE_DIFF(@as_of, purchase_order_lines.expected_on, DAY), NULL)) AS days_late
FROM purchase_order_lines
LEFT JOIN suppliers ON suppliers.supplier_id = purchase_order_lines.supplier_id
WHERE purchase_order_lines.ordered_on BETWEEN @start_date AND @end_date
GROUP BY 1, purchase_order_lines.supplier_id
ORDER BY late_units DESC NULLS LAST, supplier
