import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { BigQuery } from '@google-cloud/bigquery';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newVersionFile } from '../bigquery/catalog/warehouse-versions.ts';
import { startTestServer } from '../bigquery/testing/bigquery-client.ts';
import { generateDemo } from './generate-demo.ts';
import { ImportError } from './import/import-error.ts';
import { type ImportOptions, importFolder } from './import-folder.ts';
import { openVersion } from './open-version.ts';

const dataset = 'tallyboard';
const tablesFolder = join(import.meta.dirname, '../../bigquery/tables');
const now = () => new Date('2026-11-23T12:00:00Z');

let base = '';
let folder = '';
let warehouseFolder = '';
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'tallyboard-import-'));
});
afterAll(() => rm(base, { recursive: true }));
beforeEach(async () => {
  folder = await mkdtemp(join(base, 'files-'));
  warehouseFolder = join(folder, 'warehouse');
});

const products = 'product_id,sku,name,list_price\nP1,A-1,Claw Hammer,12.50\nP2,A-2,"Saw, 18""",20\n';
const warehouses = 'warehouse_id,name\nW1,Main\n';
const header =
  'line_id,order_id,line_type,order_date,warehouse_id,product_id,channel,quantity,unit_price,discount_amount,net_amount,cost_amount\n';
const goodLine = '1,O1,sale,2026-03-31,W1,P1,store,2,12.5,0,25,10\n';

const put = async (files: Record<string, string>) => {
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
};
const run = (options: Partial<ImportOptions> = {}) =>
  importFolder({ folder, warehouseFolder, tablesFolder, dataset, now, ...options });
const query = async (file: string, sql: string) => {
  const version = await openVersion(file, dataset);
  const rows = await version.query(sql);
  version.close();
  return rows;
};
const toError = async (promise: Promise<unknown>): Promise<ImportError> => {
  const error = await promise.then(
    () => null,
    (reason) => reason,
  );
  if (!(error instanceof ImportError)) throw new Error('The import should have failed.', { cause: error });
  // Nothing is ever left behind.
  expect(await readdir(warehouseFolder).catch(() => [])).toEqual([]);
  return error;
};

describe('an import without a mapping', () => {
  it('takes files that are called like the tables', async () => {
    await put({
      'products.csv': products,
      'warehouses.csv': warehouses,
      'sales_lines.csv': header + goodLine,
    });
    const { file, counts, badRows } = await run();
    expect({ badRows, counts }).toMatchObject({
      badRows: 0,
      counts: { products: 2, warehouses: 1, sales_lines: 1, customers: 0 },
    });
    expect(file).toBe(join(warehouseFolder, `${now().getTime()}.duckdb`));
    expect(await query(file, 'SELECT name, list_price FROM products ORDER BY 1')).toEqual([
      ['Claw Hammer', '12.500000'],
      ['Saw, 18"', '20.000000'],
    ]);
    expect(await query(file, "SELECT * FROM replication_status WHERE table_name = 'sales_lines'")).toEqual([
      ['sales_lines', '2026-03-31', '2026-03-31', '1', '2026-11-23 12:00:00+00'],
    ]);
  });

  it('gives back a whole demo that was exported as Parquet and CSV', async () => {
    const made = await generateDemo({
      folder: join(folder, 'demo'),
      tablesFolder,
      dataset,
      today: '2026-11-20',
      seed: 5,
      scale: 0.05,
      now,
    });
    const names = ['products', 'sales_lines', 'stock_snapshots', 'purchase_order_lines', 'stock_movements'];
    const files = join(folder, 'files');
    await mkdir(files);
    const instance = await DuckDBInstance.create(made.file, { access_mode: 'READ_ONLY' });
    const connection = await instance.connect();
    await connection.run(`USE ${dataset}`);
    for (const [index, table] of Object.keys(made.counts).entries()) {
      await connection.run(`COPY ${table} TO '${files}/${table}.${index % 2 === 0 ? 'csv' : 'parquet'}'`);
    }
    connection.closeSync();
    instance.closeSync();
    const { file, counts } = await run({ folder: files });
    expect(counts).toEqual(made.counts);
    for (const name of names) {
      const content = `SELECT sum(hash(t)) FROM ${name} t`;
      expect(await query(file, content), name).toEqual(await query(made.file, content));
    }
  });

  it('names the nearest table and column', async () => {
    await put({ 'product.csv': products });
    expect(await toError(run())).toMatchObject({
      code: 'nothing_to_import',
      message: expect.stringContaining('did you mean "products"?'),
    });
    await rm(join(folder, 'product.csv'));
    await put({ 'products.csv': products.replace('list_price', 'listprice') });
    expect(await toError(run())).toMatchObject({
      code: 'column_missing',
      message: expect.stringContaining('"listprice"; did you mean "list_price"?'),
    });
  });

  it('says which table is missing for another', async () => {
    await put({ 'warehouses.csv': warehouses, 'sales_lines.csv': header + goodLine });
    expect(await toError(run())).toMatchObject({
      code: 'nothing_to_import',
      message: 'sales_lines refers to products, and there is nothing to import for products.',
    });
  });

  it('says when there is nothing', async () => {
    expect(await toError(run())).toMatchObject({ code: 'nothing_to_import' });
    expect(await toError(run({ folder: join(folder, 'none') }))).toMatchObject({ code: 'folder_missing' });
    await put({ 'products.csv': '' });
    expect(await toError(run())).toMatchObject({ code: 'file_unreadable' });
  });
});

describe('a broken row', () => {
  const broken: [string, string, { column: string | null; value?: string; expected?: string }][] = [
    [
      'text for a number',
      '2,O2,sale,2026-03-31,W1,P1,store,two,12.5,0,25,10',
      { column: 'quantity', value: 'two', expected: 'a whole number such as 12' },
    ],
    [
      'a fraction for a whole number',
      '2,O2,sale,2026-03-31,W1,P1,store,1.5,12.5,0,18.75,10',
      { column: 'quantity', value: '1.5' },
    ],
    [
      'thousands separators',
      '2,O2,sale,2026-03-31,W1,P1,store,1,"1,200.50",0,1200.5,10',
      { column: 'unit_price', value: '1,200.50' },
    ],
    [
      'a day that does not exist',
      '2,O2,sale,2026-02-30,W1,P1,store,2,12.5,0,25,10',
      { column: 'order_date', value: '2026-02-30' },
    ],
    [
      'a day to come',
      '2,O2,sale,2027-02-01,W1,P1,store,2,12.5,0,25,10',
      { column: 'order_date', value: '2027-02-01' },
    ],
    ['a day long ago', '2,O2,sale,0202-02-01,W1,P1,store,2,12.5,0,25,10', { column: 'order_date' }],
    [
      'a negative sale',
      '2,O2,sale,2026-03-31,W1,P1,store,-2,12.5,0,-25,10',
      { column: 'quantity', value: '-2', expected: 'above 0 for a sale and below 0 for a return' },
    ],
    [
      'an unknown line type',
      '2,O2,gift,2026-03-31,W1,P1,store,2,12.5,0,25,10',
      { column: 'line_type', value: 'gift', expected: 'one of sale, return' },
    ],
    [
      'a total that does not add up',
      '2,O2,sale,2026-03-31,W1,P1,store,2,12.5,0,24,10',
      { column: 'net_amount', value: '24.000000' },
    ],
    [
      'a return that costs',
      '2,O2,return,2026-03-31,W1,P1,store,-2,12.5,0,-25,10',
      {
        column: 'cost_amount',
        value: '10.000000',
        expected: '0 or more for a sale and 0 or less for a return',
      },
    ],
    [
      'a sale of negative cost',
      '2,O2,sale,2026-03-31,W1,P1,store,2,12.5,0,25,-10',
      { column: 'cost_amount', value: '-10.000000' },
    ],
    [
      'a missing value',
      '2,O2,sale,2026-03-31,W1,P1,,2,12.5,0,25,10',
      { column: 'channel', expected: 'given' },
    ],
    [
      'an orphan',
      '2,O2,sale,2026-03-31,W1,P9,store,2,12.5,0,25,10',
      { column: 'product_id', value: 'P9', expected: 'a product_id of products' },
    ],
    [
      'a duplicate',
      '1,O2,sale,2026-03-31,W1,P1,store,2,12.5,0,25,10',
      { column: 'line_id', value: '1', expected: 'unique' },
    ],
    [
      'a value too few',
      '2,O2,sale,2026-03-31,W1,P1,store,2,12.5,0,25',
      { column: null, expected: 'the row must have 12 values, it has fewer' },
    ],
    [
      'a value too many',
      '2,O2,sale,2026-03-31,W1,P1,store,2,12.5,0,25,10,9',
      { column: null, expected: 'the row must have 12 values, it has more' },
    ],
    ['an open quote', '2,"O2,sale,2026-03-31,W1,P1,store,2,12.5,0,25,10', { column: null }],
  ];

  it.each(broken)('%s stops the import with its place', async (_, line, issue) => {
    await put({
      'products.csv': products,
      'warehouses.csv': warehouses,
      'sales_lines.csv': `${header}${goodLine}${line}\n`,
    });
    const error = await toError(run());
    expect(error.code).toBe('rows_invalid');
    expect(error.message).toMatch(
      /^One row cannot be taken, so nothing was imported:\n {2}sales_lines.csv, row 3/,
    );
    expect(error.issues[0]).toMatchObject({ file: 'sales_lines.csv', row: 3, ...issue });
  });

  it('is left out and reported when bad rows may be skipped', async () => {
    await put({
      'products.csv': `${products}P1,A-3,Again,1\nP3,,Without SKU,1\n`,
      'warehouses.csv': warehouses,
      'sales_lines.csv': `${header}broken\n${goodLine}3,O3,sale,2026-03-31,W1,P3,store,2,12.5,0,25,10\nworse,,,\n4,O4,sale,2026-04-01,W1,P2,store,x,12.5,0,25,10\n`,
    });
    const { file, badRows, issues, counts } = await run({ skipBadRows: true });
    expect(counts).toMatchObject({ products: 2, sales_lines: 1 });
    expect(issues.map((issue) => [issue.file, issue.row, issue.column])).toEqual([
      ['products.csv', 4, 'product_id'],
      ['products.csv', 5, 'sku'],
      ['sales_lines.csv', 2, null],
      ['sales_lines.csv', 4, 'product_id'],
      ['sales_lines.csv', 5, null],
      ['sales_lines.csv', 6, 'quantity'],
    ]);
    expect(badRows).toBe(6);
    expect(await query(file, 'SELECT line_id FROM sales_lines')).toEqual([['1']]);
  });

  it('is told once where several have the same mistake in what must be unique', async () => {
    await put({
      'products.csv': `${products}P3,,Bolt,1\nP4,,Nut,1\n`,
      'warehouses.csv': warehouses,
      'sales_lines.csv': header + goodLine + goodLine.replace(/^1/, 'x') + goodLine.replace(/^1/, 'y'),
    });
    const { issues } = await toError(run());
    expect(issues.map(({ row, column, expected }) => [row, column, expected])).toEqual([
      [4, 'sku', 'given'],
      [5, 'sku', 'given'],
      [3, 'line_id', 'a whole number such as 12'],
      [4, 'line_id', 'a whole number such as 12'],
    ]);
  });

  it('costs no more time where it is one of thousands', async () => {
    const lines = Array.from({ length: 150_000 }, (_, index) =>
      index % 10 === 0 ? 'broken' : `P${index},S${index},Saw,1`,
    );
    await put({
      'products.csv': `product_id,sku,name,list_price\n${lines.join('\n')}\n`,
      'warehouses.csv': warehouses,
    });
    const { counts, badRows, issues } = await run({ skipBadRows: true });
    expect(counts.products).toBe(135_000);
    expect(badRows).toBe(15_000);
    expect(issues.at(-1)).toMatchObject({ row: 99_992, value: 'broken' });
  }, 10_000);
});

describe('another import', () => {
  it('deletes what one that was stopped in the middle left behind', async () => {
    const child = spawn(process.execPath, ['-e', '']);
    await once(child, 'exit');
    await mkdir(warehouseFolder);
    await writeFile(newVersionFile(warehouseFolder, new Date(1_000), child.pid).writing, 'half');
    await put({ 'products.csv': products, 'warehouses.csv': warehouses });
    const { file } = await run();
    expect(await readdir(warehouseFolder)).toEqual([basename(file)]);
  });

  it('is what is read from then on, and the one before as of then', async () => {
    const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000);
    await put({
      'products.csv': products,
      'warehouses.csv': warehouses,
      'sales_lines.csv': header + goodLine,
    });
    await run({ now: () => hoursAgo(2) });
    await put({ 'sales_lines.csv': `${header}${goodLine}2,O2,sale,2026-04-01,W1,P2,store,3,20,0,60,30\n` });
    await run({ now: () => hoursAgo(1) });
    const server = await startTestServer({ warehouseFolder });
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
});

describe('a mapping', () => {
  const mapping = `
sources:
  articles: { file: [art1.csv, art2.csv], types: { price: NUMERIC } }
  sold: { file: sold.csv, delimiter: ";", dateFormat: "%d.%m.%Y", types: { day: DATE, count: INT64 } }
tables:
  warehouses: { from: sold, oneRowPer: [warehouse_id], columns: { warehouse_id: "'W'", name: "'All'" } }
  products:
    from: articles
    where: articles.price > 0
    columns: { product_id: articles.no, sku: articles.no, name: upper(articles.title), list_price: price }
  sales_lines:
    from: sold
    joins: [{ source: articles, on: articles.no = sold.article, required: true }]
    dateShift: { years: 1, days: -1 }
    columns:
      { line_id: sold._row, order_id: "'O' || sold._row", line_type: "'sale'", order_date: sold.day, warehouse_id: "'W'",
        product_id: sold.article, channel: "'shop'", quantity: sold.count, unit_price: articles.price,
        discount_amount: 0, net_amount: sold.count * articles.price, cost_amount: 0 }
`;
  const files = {
    'art1.csv': '\uFEFFno,title,price\r\n1,lamp,10\r\n2,"two\r\nlines",5\r\n',
    'art2.csv': 'no,title,price\n3,free,0\n',
    'sold.csv': 'day;article;count\n31.12.2024;1;2\n01.01.2025;7;1\n28.02.2025;2;3\n',
  };
  const useMapping = async (text: string) => {
    const mappingFile = join(folder, 'mapping.yaml');
    await writeFile(mappingFile, text);
    return { mappingFile };
  };

  it('joins, filters, calculates and shifts dates', async () => {
    await put(files);
    const { file, counts } = await run(await useMapping(mapping));
    expect(counts).toMatchObject({ products: 2, warehouses: 1, sales_lines: 2 });
    expect(await query(file, 'SELECT product_id, name FROM products ORDER BY 1')).toEqual([
      ['1', 'LAMP'],
      ['2', 'TWO\r\nLINES'],
    ]);
    expect(await query(file, 'SELECT line_id, order_date, net_amount FROM sales_lines ORDER BY 1')).toEqual([
      ['2', '2025-12-30', '20.000000'],
      ['4', '2026-02-27', '15.000000'],
    ]);
  });

  it('points at a value of a source that is something else', async () => {
    await put({ ...files, 'sold.csv': `${files['sold.csv']}2025-03-01;1;1\n` });
    const error = await toError(run(await useMapping(mapping)));
    expect(error.issues).toEqual([
      {
        table: null,
        file: 'sold.csv',
        row: 5,
        column: 'day',
        value: '2025-03-01',
        expected: 'a date as %d.%m.%Y',
      },
    ]);
  });

  const wrong: [string, (text: string) => string, string, string][] = [
    [
      'an unknown key',
      (text) => text.replace('joins:', 'join:'),
      'mapping_invalid',
      'tables.sales_lines has no "join"; did you mean "joins"?',
    ],
    [
      'an unknown table',
      (text) => text.replace('  products:', '  product:'),
      'mapping_invalid',
      'there is no table "product"; did you mean "products"?',
    ],
    [
      'an unknown table column',
      (text) => text.replace('list_price: price', 'list_prize: price'),
      'column_missing',
      'the table has no column "list_prize"; did you mean "list_price"?',
    ],
    [
      'an unknown source',
      (text) => text.replace('from: articles', 'from: article'),
      'mapping_invalid',
      'there is no source "article"; did you mean "articles"?',
    ],
    [
      'an unknown source column',
      (text) => text.replace('quantity: sold.count', 'quantity: sold.cuont'),
      'column_missing',
      'tables.sales_lines.columns.quantity: "sold" has no column "cuont"; did you mean "count"?',
    ],
    [
      'an unknown typed column',
      (text) => text.replace('{ day: DATE', '{ dai: DATE'),
      'column_missing',
      'sources.sold.types: sold.csv has no column "dai"; did you mean "day"?',
    ],
    [
      'a type that is none',
      (text) => text.replace('NUMERIC', 'MONEY'),
      'mapping_invalid',
      'sources.articles.types.price',
    ],
    [
      'a required column without a value',
      (text) => text.replace('channel: "\'shop\'", ', ''),
      'column_missing',
      'the table needs channel',
    ],
    [
      'an expression that is none',
      (text) => text.replace('upper(articles.title)', '"upper(("'),
      'mapping_invalid',
      'is no DuckDB expression',
    ],
    [
      'a statement for an expression',
      (text) => text.replace('upper(articles.title)', '"1); DROP TABLE x; SELECT (1"'),
      'mapping_invalid',
      'is no DuckDB expression',
    ],
    [
      'two values for one',
      (text) => text.replace('upper(articles.title)', '"1), (2"'),
      'mapping_invalid',
      'it is more than one value',
    ],
    ['a function that is none', (text) => text.replace('upper(', 'uper('), 'mapping_invalid', 'uper'],
    [
      'a missing file',
      (text) => text.replace('art2.csv', 'art3.csv'),
      'file_missing',
      'There is no file art3.csv',
    ],
    ['no YAML', () => 'sources: [', 'mapping_invalid', 'is not YAML'],
  ];
  it.each(wrong)('with %s says so', async (_, change, code, message) => {
    await put(files);
    const changed = change(mapping);
    expect(changed).not.toBe(mapping);
    expect(await toError(run(await useMapping(changed)))).toMatchObject({
      code,
      message: expect.stringContaining(message),
    });
  });
});
