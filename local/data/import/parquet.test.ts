import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { importFolder } from '../import-folder.ts';
import { openVersion } from '../open-version.ts';

let base = '';
let folder = '';
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'tallyboard-parquet-'));
});
afterAll(() => rm(base, { recursive: true }));
beforeEach(async () => {
  folder = await mkdtemp(join(base, 'files-'));
});

/** Writes rows of DuckDB's SQL as one file. */
async function write(file: string, rows: string, to = folder) {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run("SET TimeZone = 'UTC'");
  await connection.run(`COPY (${rows}) TO '${join(to, file)}'`);
  connection.closeSync();
  instance.closeSync();
}

async function run(sql: string, timeZone?: string, from = folder) {
  const { file } = await importFolder({
    folder: from,
    warehouseFolder: await mkdtemp(join(base, 'versions-')),
    tablesFolder: join(import.meta.dirname, '../../../bigquery/tables'),
    dataset: 'tallyboard',
    timeZone,
  });
  const version = await openVersion(file, 'tallyboard');
  const rows = await version.query(sql);
  version.close();
  return rows;
}

it.each(['parquet', 'csv'])(
  'spaces around a value of a %s file are dropped, and an empty value is none',
  async (ending) => {
    const rows = `SELECT ' P1 ' AS product_id, 'A1' AS sku, 'Saw' AS name, '  ' AS category, '' AS brand`;
    await write(`products.${ending}`, rows);
    expect(await run('SELECT product_id, category, brand FROM products')).toEqual([['P1', null, null]]);
  },
);

it.each([
  ['UTC', '2026-04-01'],
  ['America/New_York', '2026-03-31'],
])('a moment is a day in the zone %s of the company, from Parquet and from CSV', async (timeZone, day) => {
  const moment = "TIMESTAMPTZ '2026-04-01 02:30:00+00'";
  const text = "'2026-04-01T02:30:00Z'";
  for (const [file, value] of [
    ['products.parquet', moment],
    ['products.csv', text],
  ] as const) {
    const from = join(folder, file);
    await mkdir(from);
    await write(file, `SELECT 'P1' AS product_id, 'A1' AS sku, 'Saw' AS name, ${value} AS launched_on`, from);
    expect(await run('SELECT launched_on FROM products', timeZone, from)).toEqual([[day]]);
  }
});

it('a day without a moment is the same in every zone', async () => {
  const days = ["DATE '2026-04-01'", "TIMESTAMP '2026-04-01 23:59:00'", "'2026-04-01 00:00'", "'2026-04-01'"];
  const rows = days.map(
    (day, n) =>
      `SELECT 'P${n}' AS product_id, 'A${n}' AS sku, 'Saw' AS name, CAST(${day} AS VARCHAR) AS launched_on`,
  );
  await write('products.csv', rows.join(' UNION ALL '));
  for (const timeZone of ['America/New_York', 'Pacific/Auckland']) {
    expect(await run('SELECT DISTINCT launched_on FROM products', timeZone)).toEqual([['2026-04-01']]);
  }
});

it('a mapping reads a moment of a Parquet file in the zone of the company', async () => {
  await write('sold.parquet', "SELECT TIMESTAMPTZ '2026-04-01 02:30:00+00' AS at");
  const columns = 'product_id: "\'P\'", sku: "\'A\'", name: "\'N\'", launched_on: CAST(sold.at AS DATE)';
  await writeFile(
    join(folder, 'mapping.yaml'),
    `sources: { sold: { file: sold.parquet } }\ntables: { products: { from: sold, columns: { ${columns} } } }\n`,
  );
  const { file } = await importFolder({
    folder,
    mappingFile: join(folder, 'mapping.yaml'),
    warehouseFolder: join(folder, 'versions'),
    tablesFolder: join(import.meta.dirname, '../../../bigquery/tables'),
    dataset: 'tallyboard',
    timeZone: 'America/New_York',
  });
  const version = await openVersion(file, 'tallyboard');
  expect(await version.query('SELECT launched_on FROM products')).toEqual([['2026-03-31']]);
  version.close();
});
