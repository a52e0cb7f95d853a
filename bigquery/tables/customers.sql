CREATE TABLE customers (
  customer_id STRING NOT NULL,
  name STRING,
  segment STRING OPTIONS(description='Kind of customer'),
  region STRING
)
CLUSTER BY customer_id
OPTIONS(description='Who products are sold to. One row a customer.');
