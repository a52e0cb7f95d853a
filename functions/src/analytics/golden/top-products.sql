-- @start_date DATE "2026-08-01"
-- @end_date DATE "2026-10-31"
-- @warehouses ARRAY<STRING> ["WH-NORTH"]
-- @limit INT64 10
SELECT
  COALESCE(products.name, 'Unknown product') AS product,
  COALESCE(products.sku, 'Unknown SKU') AS sku,
  IFNULL(SUM(sales_lines.net_amount), 0) AS revenue
FROM sales_lines
LEFT JOIN products ON products.product_id = sales_lines.product_id
WHERE sales_lines.order_date BETWEEN @start_date AND @end_date
  AND sales_lines.warehouse_id IN UNNEST(@warehouses)
GROUP BY 1, 2, products.product_id
ORDER BY revenue DESC NULLS LAST, product, sku
LIMIT @limit
