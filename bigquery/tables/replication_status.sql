CREATE TABLE replication_status (
  table_name STRING NOT NULL,
  first_date DATE OPTIONS(description='First day in the table; null where it has no dates'),
  last_date DATE,
  row_count INT64 NOT NULL,
  replicated_at TIMESTAMP NOT NULL OPTIONS(description='When the replication last brought the table up to date')
)
OPTIONS(description='How fresh each table is. One row a table, written by the replication.');
