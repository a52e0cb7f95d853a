import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { TableDefinition } from '../../bigquery/catalog/table-definitions.ts';
import { checkColumns } from './check-columns.ts';
import { checkFile } from './check-file.ts';
import { readHeader, skipHint, toNames } from './csv-header.ts';
import { ImportError } from './import-error.ts';
import type { Mapping } from './mapping.ts';
import { toAdvice } from './nearest.ts';

/** Tables that the import fills itself. */
export const ownTables: readonly string[] = ['replication_status'];

/**
 * The mapping of a folder whose files are called like the tables (`sales_lines.csv`, `products.parquet`), with the
 * tables' column names.
 * @throws ImportError
 */
export async function toDefaultMapping(
  folder: string,
  definitions: TableDefinition[],
  readParquetColumns: (path: string) => Promise<string[]>,
): Promise<Mapping> {
  const names = definitions.map(({ name }) => name).filter((name) => !ownTables.includes(name));
  const entries = await readdir(folder);
  for (const entry of entries) checkEnding(entry, names);
  const files = entries.filter(isRead);
  const mapping: Mapping = { sources: {}, tables: {} };
  for (const file of files) {
    const name = file.replace(/\.[^.]+$/, '').toLowerCase();
    const definition = definitions.find((each) => each.name === name);
    if (definition === undefined || ownTables.includes(name)) {
      throw new ImportError(
        'nothing_to_import',
        `Rename ${file}, move it away, or give a --mapping file: it is not called like a table${toAdvice(name, names)}`,
      );
    }
    if (name in mapping.tables)
      throw new ImportError('nothing_to_import', `There are two files for ${name}.`);
    await checkFile(folder, file);
    const path = join(folder, file);
    const columns = /\.parquet$/i.test(file)
      ? await readParquetColumns(path)
      : (await readHeader(path)).columns;
    const known = definition.columns.map((column) => column.name);
    if (!columns.some((column) => known.includes(column.toLowerCase()))) {
      const problem = `${file}: its first row must name the columns, and ${name} has no column ${toNames(columns)}`;
      throw new ImportError('column_missing', `${problem}. ${skipHint}.`);
    }
    // Capitals make no difference, and a name that is not known is told as the file writes it.
    const given = columns.map((column) => column.toLowerCase());
    const named = columns.map((column, index) => known.find((each) => each === given[index]) ?? column);
    checkColumns(file, { named, given }, definition);
    mapping.sources[name] = { file, skip: 0, types: {} };
    mapping.tables[name] = {
      from: name,
      joins: [],
      columns: Object.fromEntries(columns.map((column) => [column.toLowerCase(), `${name}.${column}`])),
    };
  }
  if (files.length === 0) {
    throw new ImportError(
      'nothing_to_import',
      `${folder} holds no CSV or Parquet file. Files are called like the tables: ${names.join(', ')}.`,
    );
  }
  return mapping;
}

function isRead(file: string): boolean {
  return /\.(csv|parquet)$/i.test(file);
}

/** A file of a table that is passed over would leave the table empty. @throws ImportError */
function checkEnding(file: string, tables: readonly string[]): void {
  const [name = ''] = file.toLowerCase().split('.');
  if (isRead(file) || !tables.includes(name)) return;
  throw new ImportError(
    'nothing_to_import',
    `${file} is called like the table ${name} and is not read: make it ${name}.csv or ${name}.parquet, or move it away.`,
  );
}
