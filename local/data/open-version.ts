import { DuckDBInstance, type Json } from '@duckdb/node-api';
import { quoteName } from '../bigquery/catalog/quote.ts';

/** A version file opened to look at; nothing can be written. */
export type OpenVersion = {
  /** Rows as arrays in column order: BIGINT and DECIMAL are strings. Unqualified tables are those of the dataset. */
  query: (sql: string) => Promise<Json[][]>;
  close: () => void;
};

export async function openVersion(file: string, dataset: string): Promise<OpenVersion> {
  const instance = await DuckDBInstance.create(file, {
    access_mode: 'READ_ONLY',
    threads: '2',
    memory_limit: '1GB',
  });
  const connection = await instance.connect();
  await connection.run("SET TimeZone = 'UTC'");
  await connection.run(`USE ${quoteName(dataset)}`);
  return {
    query: async (sql) => (await connection.runAndReadAll(sql)).getRowsJson(),
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}
