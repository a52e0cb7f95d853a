CREATE TABLE purchase_order_lines (
  purchase_order_id STRING NOT NULL,
  line_number INT64 NOT NULL,
  supplier_id STRING NOT NULL,
  warehouse_id STRING NOT NULL,
  product_id STRING NOT NULL,
  ordered_on DATE NOT NULL,
  expected_on DATE NOT NULL,
  received_on DATE OPTIONS(description='Null while open'),
  ordered_quantity INT64 NOT NULL,
  received_quantity INT64 NOT NULL OPTIONS(description='Units that arrived, those sent back included'),
  rejected_quantity INT64 NOT NULL OPTIONS(description='Of the received units, those that were sent back'),
  unit_cost NUMERIC(18, 6) NOT NULL,
  status STRING NOT NULL OPTIONS(description='open, received or cancelled')
)
PARTITION BY DATE_TRUNC(ordered_on, MONTH)
CLUSTER BY warehouse_id, product_id
OPTIONS(description='Orders to suppliers. One row a line.', require_partition_filter=true);
