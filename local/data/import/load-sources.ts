import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { quoteName, quoteText } from '../../bigquery/catalog/quote.ts';
import { checkFile } from './check-file.ts';
import { checkFormats } from './check-formats.ts';
import { ImportError } from './import-error.ts';
import { listConditions, type RowCondition } from './list-conditions.ts';
import type { Mapping, SourceMapping } from './mapping.ts';
import { toColumnAdvice } from './nearest.ts';
import { issueTable } from './row-issues.ts';
import { toExpectationOf, toTyped } from './sql-text.ts';
import { stageCsv } from './stage-csv.ts';
import { stageParquet } from './stage-parquet.ts';
import { staged, toUnreadable } from './staged.ts';

/**
 * The in-memory table of a source: its columns, and where each row comes from: `_file`, `_file_row` in that file, and `_row`, which goes
 * on from file to file as if they lay below one another.
 */
export function toSourceTable(alias: string): string {
  return `memory.main.${quoteName(sourceTableName(alias))}`;
}

export function sourceTableName(alias: string): string {
  return `source_${alias}`;
}

/**
 * Reads the files of a source into its in-memory table. Rows that are broken, or whose typed columns hold something
 * else, become issues and are left out.
 * @returns the column names
 * @throws ImportError `file_missing`, `file_unreadable`, `column_missing`
 */
export async function loadSource(
  connection: DuckDBConnection,
  folder: string,
  alias: string,
  { sources, tables }: Mapping,
  onProgress: (sentence: string) => void,
): Promise<string[]> {
  const source = sources[alias];
  if (source === undefined) return [];
  await checkFormats(connection, alias, source);
  let columns: string[] | null = null;
  let rowsBefore = 0;
  for (const file of [source.file].flat()) {
    const path = join(folder, file);
    await checkFile(folder, file, [source.file].flat());
    onProgress(`Reading ${file}…`);
    const isParquet = /\.parquet$/i.test(file);
    const names = await (isParquet
      ? stageParquet(connection, path)
      : stageCsv(connection, path, file, source)
    ).catch((cause) => {
      if (cause instanceof ImportError) throw cause;
      throw toUnreadable(file, cause);
    });
    if (columns !== null) checkSameColumns(alias, [source.file].flat()[0], columns, file, names);
    const unknown = Object.keys(source.types).find((name) => !names.includes(name));
    if (unknown !== undefined) {
      const advice = toColumnAdvice(unknown, names);
      throw new ImportError(
        'column_missing',
        `sources.${alias}.types: ${file} has no column "${unknown}"${advice}`,
      );
    }
    const read: ReadFile = { file, alias, source, names, rowsBefore, isFirst: columns === null };
    await noteWrongValues(connection, read, await listConditions(connection, alias, names, tables));
    rowsBefore = await takeRows(connection, read);
    columns = names;
  }
  return columns ?? [];
}

/** In which order they are does not matter. @throws ImportError `column_missing` */
function checkSameColumns(
  alias: string,
  first: string | undefined,
  columns: string[],
  file: string,
  names: string[],
): void {
  const list = (some: string[], others: string[]) =>
    some.filter((name) => !others.includes(name)).map((name) => `"${name}"`);
  const [missing, more] = [list(columns, names), list(names, columns)];
  const problems = [
    ...(missing.length > 0 ? [`does not have ${missing.join(', ')}`] : []),
    ...(more.length > 0 ? [`has ${more.join(', ')}`] : []),
  ];
  if (problems.length === 0) return;
  const problem = `${file} ${problems.join(' and ')}, unlike ${first}: the files of "${alias}" must have the same columns. Add those that one lacks, and leave them empty (docs/data-model.md).`;
  throw new ImportError('column_missing', problem);
}

type ReadFile = {
  file: string;
  alias: string;
  source: SourceMapping;
  names: string[];
  /** Rows of the files of the source that were read before it. */
  rowsBefore: number;
  isFirst: boolean;
};

/** @param conditions of which a row must meet one to be a row of a table */
async function noteWrongValues(
  connection: DuckDBConnection,
  read: ReadFile,
  conditions: RowCondition[],
): Promise<void> {
  const { file, alias, source } = read;
  for (const [name, type] of Object.entries(source.types)) {
    const text = `CAST(${quoteName(name)} AS VARCHAR)`;
    const { rowsChanged } = await connection.run(`INSERT INTO ${issueTable}
      SELECT NULL, ${quoteText(file)}, _row, ${quoteText(name)}, ${text},
        ${toExpectationOf(text, type, source)}
      FROM ${staged} WHERE ${text} IS NOT NULL AND ${toTyped(text, type, source)} IS NULL`);
    const tells =
      conditions.length > 0 && conditions.every(({ columns }) => !columns.includes(name.toLowerCase()));
    if (rowsChanged === 0 || !tells) continue;
    const isLeftOut = conditions.map(({ where }) => `(${where}\n) IS NOT TRUE`).join(' AND ');
    await connection
      .run(`DELETE FROM ${issueTable} WHERE "table" IS NULL AND file = ${quoteText(file)} AND "column" = ${quoteText(name)}
        AND "row" IN (SELECT _file_row FROM (${toSourceRows(read)}) AS ${quoteName(alias)} WHERE ${isLeftOut})`)
      // A condition that cannot be calculated is told where the table is filled.
      .catch(() => {});
  }
}

/** @returns the number of the last row */
async function takeRows(connection: DuckDBConnection, read: ReadFile): Promise<number> {
  const { file, alias, rowsBefore, isFirst } = read;
  await connection.run(`${isFirst ? `CREATE TABLE ${toSourceTable(alias)} AS` : `INSERT INTO ${toSourceTable(alias)} BY NAME`}
    ${toSourceRows(read)}
    WHERE _file_row NOT IN (SELECT "row" FROM ${issueTable} WHERE "table" IS NULL AND file = ${quoteText(file)})`);
  const last = await connection.runAndReadAll(`SELECT coalesce(max(_row), 0) FROM ${staged}`);
  await connection.run(`DROP TABLE ${staged}`);
  return rowsBefore + Number(last.getRowsJson()[0]?.[0]);
}

/** What was read, with its types: NULL where a value is something else. */
function toSourceRows({ file, source, names, rowsBefore }: ReadFile): string {
  const values = names.map((name) => {
    const type = source.types[name];
    const column = quoteName(name);
    const typed = type === undefined ? column : toTyped(`CAST(${column} AS VARCHAR)`, type, source);
    return `${typed} AS ${column}`;
  });
  return `SELECT ${quoteText(file)} AS _file, _row AS _file_row, _row + ${rowsBefore} AS _row, ${values.join(', ')} FROM ${staged}`;
}
