CREATE TABLE sales_lines (
  line_id INT64 NOT NULL,
  order_id STRING NOT NULL,
  line_type STRING NOT NULL OPTIONS(description='sale, or return: a return has a negative quantity and the date it came back'),
  order_date DATE NOT NULL OPTIONS(description='Day of the order (or of the return) in the company time zone'),
  warehouse_id STRING NOT NULL OPTIONS(description='The warehouse that shipped it'),
  product_id STRING NOT NULL,
  customer_id STRING,
  channel STRING NOT NULL,
  region STRING OPTIONS(description='Sales region of the order'),
  quantity INT64 NOT NULL OPTIONS(description='Units; negative for a return'),
  unit_price NUMERIC(18, 6) NOT NULL OPTIONS(description='Before discount, in the company currency'),
  discount_amount NUMERIC(18, 6) NOT NULL OPTIONS(description='Discount on the whole line; negative for a return'),
  net_amount NUMERIC(18, 6) NOT NULL OPTIONS(description='quantity x unit_price - discount_amount'),
  cost_amount NUMERIC(18, 6) NOT NULL OPTIONS(description='quantity x unit cost on that day; negative for a return')
)
PARTITION BY DATE_TRUNC(order_date, MONTH)
CLUSTER BY warehouse_id, product_id
OPTIONS(description='Order lines and returns. One row a line.', require_partition_filter=true);
