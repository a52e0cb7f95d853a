CREATE TABLE warehouses (
  warehouse_id STRING NOT NULL OPTIONS(description='Key of the warehouse in the inventory system'),
  name STRING NOT NULL,
  region STRING OPTIONS(description='Region the warehouse stands in')
)
OPTIONS(description='Places that hold stock. One row a warehouse.');
