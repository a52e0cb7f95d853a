CREATE TABLE products (
  product_id STRING NOT NULL,
  sku STRING NOT NULL OPTIONS(description='Stock keeping unit, as printed on the label'),
  name STRING NOT NULL,
  category STRING,
  subcategory STRING,
  brand STRING,
  list_price NUMERIC(18, 6) OPTIONS(description='Price before discounts, in the company currency'),
  unit_cost NUMERIC(18, 6) OPTIONS(description='Standard cost, in the company currency'),
  launched_on DATE,
  discontinued_on DATE OPTIONS(description='Null while the product is sold')
)
CLUSTER BY product_id
OPTIONS(description='The catalog. One row a product.');
