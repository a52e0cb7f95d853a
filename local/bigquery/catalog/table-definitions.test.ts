import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, test } from 'vitest';
import { toCreateTable, toDuckdbType } from './duckdb-table.ts';
import { parseTableDefinition, readTableDefinitions } from './table-definitions.ts';

const tablesFolder = join(import.meta.dirname, '../../../bigquery/tables');

describe('table definitions', () => {
  test('hold columns, partition, clustering and options', async () => {
    const tables = await readTableDefinitions(tablesFolder);
    const sales = tables.find((table) => table.name === 'sales_lines');
    expect(sales).toMatchObject({
      description: 'Order lines and returns. One row a line.',
      partition: { column: 'order_date', granularity: 'MONTH' },
      clusterBy: ['warehouse_id', 'product_id'],
      requirePartitionFilter: true,
    });
    expect(sales?.columns.find((column) => column.name === 'net_amount')).toEqual({
      name: 'net_amount',
      type: 'NUMERIC(18,6)',
      required: true,
      description: 'quantity x unit_price - discount_amount',
    });
    expect(tables.find((table) => table.name === 'warehouses')).toMatchObject({
      partition: null,
      clusterBy: [],
      requirePartitionFilter: false,
    });
  });

  test('become DuckDB tables, every one of them', async () => {
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    await connection.run('CREATE SCHEMA tallyboard');
    for (const table of await readTableDefinitions(tablesFolder)) {
      await connection.run(toCreateTable(table, 'tallyboard'));
    }
    const rows = await connection.runAndReadAll(
      "SELECT column_name, data_type, is_nullable FROM information_schema.columns WHERE table_name = 'products' AND column_name IN ('sku', 'unit_cost') ORDER BY 1",
    );
    expect(rows.getRowsJson()).toEqual([
      ['sku', 'VARCHAR', 'NO'],
      ['unit_cost', 'DECIMAL(18,6)', 'YES'],
    ]);
    connection.closeSync();
    instance.closeSync();
  });

  test.each([
    ['CREATE TABLE t (a TEXT);', 't.sql:1:19: unknown type TEXT'],
    [
      'CREATE TABLE t (\n  a INT64,\n  b NUMERIC(40, 2)\n);',
      't.sql:3:5: wrong precision or scale of NUMERIC',
    ],
    ['CREATE TABLE t (a INT64)\nCLUSTER BY b;', 't.sql:2:12: no column b'],
    ['CREATE TABLE t (a INT64) PARTITION BY a;', 't.sql:1:39: only a DATE column can partition a table'],
    ['CREATE TABLE t (a INT64) OPTIONS(labels=[]);', 't.sql:1:41: unexpected "["'],
    [
      'CREATE TABLE t (a INT64); DROP TABLE t;',
      't.sql:1:27: expected the end of the file: one statement a file, found "DROP"',
    ],
    ['CREATE VIEW t AS', 't.sql:1:1: expected CREATE TABLE, found "CREATE"'],
  ])('in another form are refused with the place: %s', (text, message) => {
    expect(() => parseTableDefinition('t.sql', text)).toThrow(message);
  });

  test('map plain NUMERIC to 38 digits, 9 of them after the point', () => {
    expect(toDuckdbType('NUMERIC')).toBe('DECIMAL(38,9)');
  });
});
