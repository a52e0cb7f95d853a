import { DuckDBInstance } from '@duckdb/node-api';
import { queryWarehouse } from '../../e2e/figures.ts';
import { listVersions } from '../../local/bigquery/catalog/warehouse-versions.ts';
import { makeDemo } from '../running-system.ts';

const renamed = ['products.name', 'products.brand', 'customers.name', 'suppliers.name', 'suppliers.country'];

/** The demo company, whose products, customers and suppliers have names that attack whoever reads them. */
export async function makeHostileWarehouse(folder: string, names: readonly string[]): Promise<void> {
  await makeDemo(folder);
  const file = (await listVersions(folder)).at(-1)?.file;
  if (file === undefined) throw new Error(`No warehouse in ${folder}`);
  const instance = await DuckDBInstance.create(file);
  const connection = await instance.connect();
  await connection.run('CREATE TEMP TABLE attack (i BIGINT, text VARCHAR)');
  for (const [index, name] of names.entries()) {
    await connection.run('INSERT INTO attack VALUES ($1, $2)', [BigInt(index), name]);
  }
  for (const [offset, column] of renamed.entries()) {
    const [table = '', field = ''] = column.split('.');
    await connection.run(
      `UPDATE tallyboard.${table} SET ${field} = attack.text FROM attack
       WHERE attack.i = (${table}.rowid + ${offset * 37}) % ${names.length}`,
    );
  }
  await connection.run('CHECKPOINT');
  connection.closeSync();
  instance.closeSync();
}

/** A figure that differs when any row of any table does. */
export async function readChecksum(folder: string): Promise<string> {
  const tables = await queryWarehouse(
    folder,
    "SELECT table_name FROM information_schema.tables WHERE table_schema = 'tallyboard' ORDER BY 1",
  );
  const sums = await Promise.all(
    tables.map(({ table_name: table }) =>
      queryWarehouse(
        folder,
        `SELECT count(*) AS n, bit_xor(hash(t)) AS h FROM tallyboard."${String(table)}" t`,
      ),
    ),
  );
  return JSON.stringify([tables, sums]);
}
