import { mkdir, mkdtemp, rename } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { toCreateTable } from '../catalog/duckdb-table.ts';
import { readTableDefinitions } from '../catalog/table-definitions.ts';
import { newVersionFile } from '../catalog/warehouse-versions.ts';

export const tablesFolder = join(import.meta.dirname, '../../../bigquery/tables');

/** Rows by table; columns that a row leaves out are NULL, or a plain value where the table requires one. */
export type TinyRows = Record<string, Record<string, string | number | boolean | null>[]>;

/** A few rows of each kind that the tests ask for. */
export const tinyRows: TinyRows = {
  warehouses: [
    { warehouse_id: 'WH-NORTH', name: 'North', region: 'Europe' },
    { warehouse_id: 'WH-SOUTH', name: 'South', region: null },
  ],
  products: [
    { product_id: 'P1', sku: 'S-1', name: 'Desk lamp', category: 'Lamps', list_price: 10.5, unit_cost: 4.25 },
    { product_id: 'P2', sku: 'S-2', name: 'Floor lamp', category: 'Lamps', list_price: 20, unit_cost: null },
    {
      product_id: 'P3',
      sku: 'S-3',
      name: 'Café table',
      category: 'Tables',
      list_price: 99.999999,
      unit_cost: 50,
    },
  ],
  sales_lines: [
    sale(1, 'O1', '2026-01-03', 'WH-NORTH', 'P1', 2, '10.500000', '21.000000', 'Europe'),
    sale(2, 'O1', '2026-01-03', 'WH-NORTH', 'P2', 1, '20.000000', '20.000000', 'Europe'),
    sale(3, 'O2', '2026-01-31', 'WH-SOUTH', 'P1', 1, '10.500000', '10.000000', null),
    sale(4, 'O3', '2026-02-01', 'WH-NORTH', 'P3', 1, '99.999999', '99.999999', 'Asia'),
    sale(5, 'O4', '2026-02-15', 'WH-SOUTH', 'P2', 3, '20.000000', '60.000000', 'Asia'),
    sale(6, 'O1', '2026-03-02', 'WH-NORTH', 'P1', -1, '10.500000', '-10.500000', 'Europe'),
  ],
};

function sale(
  lineId: number,
  orderId: string,
  date: string,
  warehouse: string,
  product: string,
  quantity: number,
  price: string,
  net: string,
  region: string | null,
) {
  return {
    line_id: lineId,
    order_id: orderId,
    line_type: quantity < 0 ? 'return' : 'sale',
    order_date: date,
    warehouse_id: warehouse,
    product_id: product,
    channel: 'web',
    region,
    quantity,
    unit_price: price,
    discount_amount: 0,
    net_amount: net,
    cost_amount: 1,
  };
}

export async function createWarehouseFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'tiny-warehouse-'));
}

/** Writes one version of the whole dataset, as the demo generator and the import do. */
export async function writeVersion(folder: string, at: Date, rows: TinyRows): Promise<void> {
  await mkdir(folder, { recursive: true });
  const { writing, complete } = newVersionFile(folder, at);
  const instance = await DuckDBInstance.create(writing);
  const connection = await instance.connect();
  await connection.run('CREATE SCHEMA tallyboard');
  for (const table of await readTableDefinitions(tablesFolder)) {
    await connection.run(toCreateTable(table, 'tallyboard'));
    for (const row of rows[table.name] ?? []) {
      const columns = table.columns.filter((column) => row[column.name] !== undefined);
      const names = columns.map((column) => `"${column.name}"`).join(', ');
      const values = columns.map((_, index) => `$${index + 1}`).join(', ');
      await connection.run(
        `INSERT INTO tallyboard."${table.name}" (${names}) VALUES (${values})`,
        columns.map((column) => row[column.name] ?? null),
      );
    }
  }
  connection.closeSync();
  instance.closeSync();
  await rename(writing, complete);
}
