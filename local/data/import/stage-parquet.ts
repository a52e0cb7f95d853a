import { basename } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { quoteName, quoteText } from '../../bigquery/catalog/quote.ts';
import { ownColumns } from './csv-header.ts';
import { ImportError } from './import-error.ts';
import { staged, toTrimmed, toUnreadable } from './staged.ts';

/** Reads a Parquet file. @returns the column names @throws ImportError `file_unreadable` */
export async function stageParquet(connection: DuckDBConnection, path: string): Promise<string[]> {
  const columns = await describeParquet(connection, path);
  const own = columns.find(({ name }) => ownColumns.includes(name.toLowerCase()))?.name;
  if (own !== undefined) {
    const problem = `${path} has a column "${own}", which the import adds itself.`;
    throw new ImportError('file_unreadable', problem);
  }
  const values = columns.map(({ name, type }) => (type === 'VARCHAR' ? toTrimmed(name) : quoteName(name)));
  await connection.run(`CREATE OR REPLACE TABLE ${staged} AS
    SELECT file_row_number + 1 AS _row, ${values.join(', ')}
    FROM read_parquet(${quoteText(path)}, file_row_number = true)`);
  return columns.map(({ name }) => name);
}

/** The columns of a Parquet file. @throws ImportError `file_unreadable` */
export async function readParquetColumns(connection: DuckDBConnection, path: string): Promise<string[]> {
  const columns = await describeParquet(connection, path).catch((cause) => {
    throw toUnreadable(basename(path), cause);
  });
  return columns.map(({ name }) => name);
}

async function describeParquet(connection: DuckDBConnection, path: string) {
  const reader = await connection.runAndReadAll(`DESCRIBE FROM read_parquet(${quoteText(path)})`);
  return reader.getRowsJson().map(([name, type]) => ({ name: String(name), type: String(type) }));
}
