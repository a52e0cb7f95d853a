CREATE TABLE supply_terms (
  product_id STRING NOT NULL,
  supplier_id STRING NOT NULL,
  lead_time_days INT64 NOT NULL OPTIONS(description='Agreed days from order to receipt'),
  min_order_quantity INT64 NOT NULL,
  pack_size INT64 NOT NULL OPTIONS(description='Order quantities are multiples of this'),
  unit_cost NUMERIC(18, 6) OPTIONS(description='Agreed purchase price, in the company currency'),
  is_preferred BOOL NOT NULL OPTIONS(description='True for exactly one supplier of a product')
)
CLUSTER BY product_id
OPTIONS(description='On what terms a supplier delivers a product. One row a product and supplier.');
