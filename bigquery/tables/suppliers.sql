CREATE TABLE suppliers (
  supplier_id STRING NOT NULL,
  name STRING NOT NULL,
  country STRING
)
OPTIONS(description='Who products are bought from. One row a supplier.');
