CREATE TABLE reorder_policies (
  product_id STRING NOT NULL,
  warehouse_id STRING OPTIONS(description='Null: the policy is for the stock of all warehouses together'),
  reorder_point INT64 NOT NULL OPTIONS(description='Order when the stock position is below this many units'),
  safety_stock INT64 NOT NULL
)
CLUSTER BY product_id
OPTIONS(description='Reorder points recorded in the inventory system. Products without a row have a computed one.');
