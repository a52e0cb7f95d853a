-- @start_date DATE "2026-08-01"
-- @end_date DATE "2026-10-31"
-- @filter_1 ARRAY<STRING> ["bikes"]
-- @filter_2 ARRAY<STRING> ["sport helmet"]
-- @filter_3 STRING "50%"
-- @filter_3_2 STRING "o'neil_"
-- @filter_4 STRING "black"
-- @filter_4_2 STRING "100%"
SELECT
  COALESCE(suppliers.name, 'No supplier') AS supplier,
  IFNULL(SUM(IF(sales_lines.line_type = 'sale', sales_lines.quantity * sales_lines.unit_price, NULL)), 0) AS gross_sales,
  IFNULL(SUM(IF(sales_lines.line_type = 'sale', sales_lines.discount_amount, NULL)), 0) AS discount,
  IFNULL(SUM(IF(sales_lines.line_type = 'return', -sales_lines.net_amount, NULL)), 0) AS returns,
  SAFE_DIVIDE(IFNULL(SUM(sales_lines.net_amount - sales_lines.cost_amount), 0), IFNULL(SUM(sales_lines.net_amount), 0)) AS margin_rate
FROM sales_lines
LEFT JOIN products ON products.product_id = sales_lines.product_id
LEFT JOIN supply_terms ON supply_terms.product_id = sales_lines.product_id AND supply_terms.is_preferred
LEFT JOIN suppliers ON suppliers.supplier_id = supply_terms.supplier_id
LEFT JOIN (SELECT customer_id, segment, name AS plain_name, IF(COUNT(*) OVER (PARTITION BY LOWER(name)) > 1, CONCAT(name, ' (', customer_id, ')'), name) AS name FROM customers) AS customers ON customers.customer_id = sales_lines.customer_id
WHERE sales_lines.order_date BETWEEN @start_date AND @end_date
  AND LOWER(COALESCE(products.category, 'No category')) IN UNNEST(@filter_1)
  AND NOT (LOWER(COALESCE(products.name, 'Unknown product')) IN UNNEST(@filter_2) OR LOWER(COALESCE(products.sku, '')) IN UNNEST(@filter_2) OR LOWER(COALESCE(products.product_id, '')) IN UNNEST(@filter_2))
  AND (STRPOS(LOWER(COALESCE(customers.name, 'No customer')), @filter_3) > 0 OR STRPOS(LOWER(COALESCE(customers.plain_name, '')), @filter_3) > 0 OR STRPOS(LOWER(COALESCE(sales_lines.customer_id, '')), @filter_3) > 0 OR STRPOS(LOWER(COALESCE(customers.name, 'No customer')), @filter_3_2) > 0 OR STRPOS(LOWER(COALESCE(customers.plain_name, '')), @filter_3_2) > 0 OR STRPOS(LOWER(COALESCE(sales_lines.customer_id, '')), @filter_3_2) > 0)
  AND NOT (STRPOS(LOWER(COALESCE(products.name, 'Unknown product')), @filter_4) > 0 OR STRPOS(LOWER(COALESCE(products.sku, '')), @filter_4) > 0 OR STRPOS(LOWER(COALESCE(products.product_id, '')), @filter_4) > 0 OR STRPOS(LOWER(COALESCE(products.name, 'Unknown product')), @filter_4_2) > 0 OR STRPOS(LOWER(COALESCE(products.sku, '')), @filter_4_2) > 0 OR STRPOS(LOWER(COALESCE(products.product_id, '')), @filter_4_2) > 0)
GROUP BY 1, suppliers.supplier_id
ORDER BY gross_sales DESC NULLS LAST, supplier
