CREATE TABLE stock_snapshots (
  snapshot_date DATE NOT NULL OPTIONS(description='Stock at the end of this day'),
  warehouse_id STRING NOT NULL,
  product_id STRING NOT NULL,
  on_hand INT64 NOT NULL OPTIONS(description='Units in the warehouse'),
  reserved INT64 NOT NULL OPTIONS(description='Units on hand promised to orders that have not shipped'),
  on_order INT64 NOT NULL OPTIONS(description='Units ordered from suppliers and not yet received')
)
PARTITION BY DATE_TRUNC(snapshot_date, MONTH)
CLUSTER BY warehouse_id, product_id
OPTIONS(description='Stock per day. One row a day, warehouse and product. Never summed over days.', require_partition_filter=true);
