import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { BigQuery } from '@google-cloud/bigquery';
import { describe, expect, it } from 'vitest';
import { listVersions, newVersionFile } from '../bigquery/catalog/warehouse-versions.ts';
import { startTestServer } from '../bigquery/testing/bigquery-client.ts';
import { generateDemo } from './generate-demo.ts';
import {
  dataset,
  goodLine,
  now,
  products,
  queryVersion,
  salesHeader,
  tablesFolder,
  useImportFolder,
  warehouses,
} from './testing/import-folder.ts';

const folder = useImportFolder();

describe('an import without a mapping', () => {
  it('takes files that are called like the tables', async () => {
    await folder.put({
      'products.csv': products,
      'warehouses.csv': warehouses,
      'sales_lines.csv': salesHeader + goodLine,
    });
    const { file, counts, badRows } = await folder.run();
    expect({ badRows, counts }).toMatchObject({
      badRows: 0,
      counts: { products: 2, warehouses: 1, sales_lines: 1, customers: 0 },
    });
    expect(file).toBe(join(folder.warehouseFolder, `${now().getTime()}.duckdb`));
    expect(await queryVersion(file, 'SELECT name, list_price FROM products ORDER BY 1')).toEqual([
      ['Claw Hammer', '12.500000'],
      ['Saw, 18"', '20.000000'],
    ]);
    expect(
      await queryVersion(file, "SELECT * FROM replication_status WHERE table_name = 'sales_lines'"),
    ).toEqual([['sales_lines', '2026-03-31', '2026-03-31', '1', '2026-11-23 12:00:00+00']]);
  });

  it('gives back a whole demo that was exported as Parquet and CSV', async () => {
    const made = await generateDemo({
      folder: join(folder.path, 'demo'),
      tablesFolder,
      dataset,
      today: '2026-11-20',
      seed: 5,
      scale: 0.05,
      now,
    });
    const names = ['products', 'sales_lines', 'stock_snapshots', 'purchase_order_lines', 'stock_movements'];
    const files = join(folder.path, 'files');
    await mkdir(files);
    const instance = await DuckDBInstance.create(made.file, { access_mode: 'READ_ONLY' });
    const connection = await instance.connect();
    await connection.run(`USE ${dataset}`);
    for (const [index, table] of Object.keys(made.counts).entries()) {
      await connection.run(`COPY ${table} TO '${files}/${table}.${index % 2 === 0 ? 'csv' : 'parquet'}'`);
    }
    connection.closeSync();
    instance.closeSync();
    const { file, counts } = await folder.run({ folder: files });
    expect(counts).toEqual(made.counts);
    for (const name of names) {
      const content = `SELECT sum(hash(t)) FROM ${name} t`;
      expect(await queryVersion(file, content), name).toEqual(await queryVersion(made.file, content));
    }
  });

  it('names the nearest table and column', async () => {
    await folder.put({ 'product.csv': products });
    expect(await folder.refuse()).toMatchObject({
      code: 'nothing_to_import',
      message: expect.stringContaining('did you mean "products"?'),
    });
    await rm(join(folder.path, 'product.csv'));
    await folder.put({ 'products.csv': products.replace('list_price', 'listprice') });
    expect(await folder.refuse()).toMatchObject({
      code: 'column_missing',
      message: expect.stringContaining('"listprice"; did you mean "list_price"?'),
    });
  });

  it('says which table is missing for another', async () => {
    await folder.put({ 'warehouses.csv': warehouses, 'sales_lines.csv': salesHeader + goodLine });
    expect(await folder.refuse()).toMatchObject({
      code: 'nothing_to_import',
      message: 'sales_lines refers to products, and there is nothing to import for products.',
    });
  });

  it('says when there is nothing', async () => {
    expect(await folder.refuse()).toMatchObject({ code: 'nothing_to_import' });
    expect(await folder.refuse({ folder: join(folder.path, 'none') })).toMatchObject({
      code: 'folder_missing',
    });
    await folder.put({ 'products.csv': '' });
    expect(await folder.refuse()).toMatchObject({ code: 'file_unreadable' });
  });
});

describe('another import', () => {
  it('deletes what one that was stopped in the middle left behind', async () => {
    const child = spawn(process.execPath, ['-e', '']);
    await once(child, 'exit');
    await mkdir(folder.warehouseFolder);
    await writeFile(newVersionFile(folder.warehouseFolder, new Date(1_000), child.pid).writing, 'half');
    await folder.put({ 'products.csv': products, 'warehouses.csv': warehouses });
    const { file } = await folder.run();
    expect(await readdir(folder.warehouseFolder)).toEqual([basename(file)]);
  });

  it('is what is read from then on, and the one before as of then', async () => {
    const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000);
    await folder.put({
      'products.csv': products,
      'warehouses.csv': warehouses,
      'sales_lines.csv': salesHeader + goodLine,
    });
    await folder.run({ now: () => hoursAgo(2) });
    await folder.put({
      'sales_lines.csv': `${salesHeader}${goodLine}2,O2,sale,2026-04-01,W1,P2,store,3,20,0,60,30\n`,
    });
    await folder.run({ now: () => hoursAgo(1) });
    const server = await startTestServer({ warehouseFolder: folder.warehouseFolder });
    try {
      const count = 'SELECT COUNT(*) AS n FROM sales_lines';
      const days = "WHERE order_date >= '2026-01-01'";
      expect(await server.ask(`${count} ${days}`)).toEqual([{ n: 2 }]);
      const params = { at: BigQuery.timestamp(hoursAgo(1.5)) };
      expect(await server.ask(`${count} FOR SYSTEM_TIME AS OF @at ${days}`, { params })).toEqual([{ n: 1 }]);
    } finally {
      await server.close();
    }
  });

  it('is what is read from then on where the clock of the ones before was ahead', async () => {
    const at = (hours: number) => () => new Date(Date.now() + hours * 3_600_000);
    const put = (count: number) =>
      folder.put({
        'products.csv': products,
        'warehouses.csv': `warehouse_id,name\n${Array.from({ length: count }, (_, index) => `W${index},W\n`).join('')}`,
      });
    for (const [index, hours] of [-1, 240, 500, 0].entries()) {
      await put(index + 1);
      await folder.run({ now: at(hours) });
    }
    expect(await readdir(folder.warehouseFolder)).toHaveLength(4);
    const server = await startTestServer({ warehouseFolder: folder.warehouseFolder });
    try {
      const query = 'SELECT COUNT(*) AS n FROM warehouses';
      expect(await server.ask(query)).toEqual([{ n: 4 }]);
      const asOf = (hours: number) => ({ params: { at: BigQuery.timestamp(at(hours)()) } });
      expect(await server.ask(`${query} FOR SYSTEM_TIME AS OF @at`, asOf(0))).toEqual([{ n: 4 }]);
      expect(await server.ask(`${query} FOR SYSTEM_TIME AS OF @at`, asOf(-0.5))).toEqual([{ n: 1 }]);
    } finally {
      await server.close();
    }
    const versions = await listVersions(folder.warehouseFolder);
    const counts = versions.map(({ file }) => queryVersion(file, 'SELECT count(*) FROM warehouses'));
    expect(await Promise.all(counts)).toEqual([[['1']], [['2']], [['3']], [['4']]]);
  });
});
