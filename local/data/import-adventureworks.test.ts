import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance, type Json } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ImportReport, importFolder } from './import-folder.ts';
import { type OpenVersion, openVersion } from './open-version.ts';

const root = join(import.meta.dirname, '../..');
const source = join(root, '../shared/data/adventureworks');
const isThere = existsSync(source);
if (!isThere) console.log(`Skipped: the AdventureWorks files are not there (${source}).`);

describe.skipIf(!isThere)('the import of AdventureWorks', () => {
  let folder = '';
  let report: ImportReport;
  let version: OpenVersion;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tallyboard-import-'));
    report = await importFolder({
      folder: source,
      mappingFile: join(root, 'bigquery/mappings/adventureworks.yaml'),
      warehouseFolder: folder,
      tablesFolder: join(root, 'bigquery/tables'),
      dataset: 'tallyboard',
    });
    version = await openVersion(report.file, 'tallyboard');
  }, 60_000);
  afterAll(async () => {
    version.close();
    await rm(folder, { recursive: true });
  });

  it('takes every row', () => {
    expect(report).toMatchObject({
      badRows: 0,
      counts: {
        sales_lines: 116_965,
        products: 504,
        warehouses: 14,
        stock_snapshots: 1069,
        supply_terms: 460,
        purchase_order_lines: 8845,
        suppliers: 104,
        reorder_policies: 504,
        stock_movements: 0,
      },
    });
  });

  it('gives the reseller sales of each month of 2013 that the CSV file gives', async () => {
    const expected = await queryFiles(`
      SELECT strftime(order_date, '%Y-%m'), round(sum(CAST(line_total AS DECIMAL(18, 6))), 2)
      FROM read_csv('${source}/SalesLines.csv', all_varchar = true) t(channel, _1, _2, day, _3, _4, _5, _6, _7, _8, line_total),
        LATERAL (SELECT CAST(day AS DATE) AS order_date)
      WHERE channel = 'reseller' AND order_date BETWEEN '2013-01-01' AND '2013-12-31' GROUP BY 1 ORDER BY 1`);
    expect(expected).toHaveLength(12);
    const imported = await version.query(`
      SELECT strftime(order_date, '%Y-%m'), round(sum(net_amount), 2) FROM sales_lines
      WHERE channel = 'reseller' AND order_date BETWEEN '2013-01-01' AND '2013-12-31' GROUP BY 1 ORDER BY 1`);
    expect(imported.map(toNumbers)).toEqual(expected.map(toNumbers));
  });

  it('gives the products below their reorder point that the CSV files give', async () => {
    const expected = await queryFiles(`
      SELECT Name, sum(Quantity), any_value(ReorderPoint) FROM read_csv('${source}/Product.csv')
      JOIN read_csv('${source}/ProductInventory.csv') USING (ProductID)
      GROUP BY ALL HAVING sum(Quantity) < any_value(ReorderPoint) ORDER BY 1`);
    expect(expected).toHaveLength(7);
    const imported = await version.query(`
      SELECT name, sum(on_hand - reserved + on_order), any_value(reorder_point) FROM stock_snapshots
      JOIN products USING (product_id) JOIN reorder_policies p USING (product_id)
      WHERE snapshot_date = (SELECT last_date FROM replication_status WHERE table_name = 'stock_snapshots')
        AND p.warehouse_id IS NULL AND discontinued_on IS NULL
      GROUP BY ALL HAVING sum(on_hand - reserved + on_order) < any_value(reorder_point) ORDER BY 1`);
    expect(imported.map(toNumbers)).toEqual(expected.map(toNumbers));
  });

  it('names a territory by its number and a product by its category', async () => {
    expect(await version.query("SELECT DISTINCT region FROM sales_lines WHERE channel = 'reseller'")).toEqual(
      [[null]],
    );
    expect(await version.query('SELECT count(DISTINCT region), min(region) FROM sales_lines')).toEqual([
      ['10', 'Territory 1'],
    ]);
    expect(
      await version.query("SELECT category, subcategory, list_price FROM products WHERE sku = 'BK-M82S-38'"),
    ).toEqual([['Bikes', 'Mountain Bikes', '3399.990000']]);
  });

  it('lines all dates up with the sales', async () => {
    expect(await version.query('SELECT min(ordered_on), max(ordered_on) FROM purchase_order_lines')).toEqual([
      ['2011-04-15', '2014-09-21'],
    ]);
    expect(
      await version.query(
        'SELECT count(*) FROM sales_lines JOIN products USING (product_id) WHERE order_date < launched_on',
      ),
    ).toEqual([['0']]);
  });
});

async function queryFiles(sql: string): Promise<Json[][]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const rows = (await connection.runAndReadAll(sql)).getRowsJson();
  connection.closeSync();
  instance.closeSync();
  return rows;
}

function toNumbers(row: Json[]): (Json | number)[] {
  return row.map((value, index) => (index === 0 ? value : Number(value)));
}
