-- What the gold statements of questions.yaml read: the tables joined once, with short names. Written apart from the semantic
-- model on purpose. DuckDB; the version file is the current catalog.
CREATE TEMP VIEW catalog AS
SELECT
  p.product_id, p.name AS product, p.sku, p.category, p.subcategory, p.brand, p.list_price, p.unit_cost, p.discontinued_on,
  s.name AS supplier, s.country
FROM products p
LEFT JOIN supply_terms t ON t.product_id = p.product_id AND t.is_preferred
LEFT JOIN suppliers s USING (supplier_id);

CREATE TEMP VIEW sales AS
SELECT
  l.order_date AS day, l.line_type, l.order_id, l.quantity AS qty, l.net_amount AS net, l.cost_amount AS cost,
  l.quantity * l.unit_price AS gross, l.discount_amount AS discount, l.channel, l.region, l.customer_id,
  c.name AS customer, c.segment, w.name AS warehouse, w.region AS warehouse_region, catalog.*
FROM sales_lines l
JOIN catalog USING (product_id)
JOIN warehouses w USING (warehouse_id)
LEFT JOIN customers c USING (customer_id);

CREATE TEMP VIEW stock AS
SELECT
  x.snapshot_date AS day, x.warehouse_id, x.on_hand, x.reserved, x.on_order, x.on_hand - x.reserved AS free,
  w.name AS warehouse, w.region AS warehouse_region, catalog.*,
  discontinued_on IS NULL OR discontinued_on > x.snapshot_date AS is_sold
FROM stock_snapshots x
JOIN catalog USING (product_id)
JOIN warehouses w USING (warehouse_id);

CREATE TEMP VIEW moves AS
SELECT
  m.movement_date AS day, m.movement_type AS kind, m.quantity AS qty, w.name AS warehouse, w.region AS warehouse_region,
  catalog.*
FROM stock_movements m
JOIN catalog USING (product_id)
JOIN warehouses w USING (warehouse_id);

CREATE TEMP VIEW purchases AS
SELECT
  o.purchase_order_id AS po, o.ordered_on AS day, o.expected_on, o.received_on, o.ordered_quantity AS ordered,
  o.received_quantity AS received, o.rejected_quantity AS rejected, o.unit_cost AS price, o.status,
  s.name AS supplier, s.country, w.name AS warehouse, w.region AS warehouse_region, c.product_id, c.product, c.category,
  c.subcategory, c.brand
FROM purchase_order_lines o
JOIN suppliers s USING (supplier_id)
JOIN catalog c USING (product_id)
JOIN warehouses w USING (warehouse_id);
