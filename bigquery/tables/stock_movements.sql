CREATE TABLE stock_movements (
  movement_id INT64 NOT NULL,
  movement_date DATE NOT NULL,
  warehouse_id STRING NOT NULL,
  product_id STRING NOT NULL,
  movement_type STRING NOT NULL OPTIONS(description='opening, sale, return, receipt, transfer_in, transfer_out or adjustment'),
  quantity INT64 NOT NULL OPTIONS(description='Units in (positive) or out (negative)'),
  reference STRING OPTIONS(description='The order, purchase order or transfer behind it')
)
PARTITION BY DATE_TRUNC(movement_date, MONTH)
CLUSTER BY warehouse_id, product_id
OPTIONS(description='Every change of stock: on hand is the sum of these up to a day.', require_partition_filter=true);
