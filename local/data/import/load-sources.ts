import { basename, join } from 'node:path';
import { BIGINT, type DuckDBConnection, LIST, listValue } from '@duckdb/node-api';
import { quoteName, quoteText } from '../../bigquery/catalog/quote.ts';
import { findBlankRows } from './blank-rows.ts';
import { checkDateFormat } from './check-date-format.ts';
import { checkFile } from './check-file.ts';
import { ownColumns, readHeader } from './csv-header.ts';
import { ImportError } from './import-error.ts';
import type { SourceMapping } from './mapping.ts';
import { toAdvice } from './nearest.ts';
import { issueTable } from './row-issues.ts';
import { toExpectationOf, toTyped } from './sql-text.ts';

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
  source: SourceMapping,
  onProgress: (sentence: string) => void,
): Promise<string[]> {
  await checkDateFormat(connection, alias, source);
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
    if (columns !== null && columns.join() !== names.join()) {
      throw new ImportError(
        'column_missing',
        `${file} has other columns than the other files of "${alias}".`,
      );
    }
    const unknown = Object.keys(source.types).find((name) => !names.includes(name));
    if (unknown !== undefined) {
      const advice = toAdvice(unknown, names);
      throw new ImportError(
        'column_missing',
        `sources.${alias}.types: ${file} has no column "${unknown}"${advice}`,
      );
    }
    await noteWrongValues(connection, file, source);
    rowsBefore = await takeRows(connection, {
      file,
      alias,
      source,
      names,
      rowsBefore,
      isFirst: columns === null,
    });
    columns = names;
  }
  return columns ?? [];
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

const staged = 'memory.main.staged';

async function stageParquet(connection: DuckDBConnection, path: string): Promise<string[]> {
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

/** Spaces around a text say nothing, and a text without anything else is not given. */
function toTrimmed(name: string): string {
  return `nullif(trim(${quoteName(name)}), '') AS ${quoteName(name)}`;
}

async function stageCsv(
  connection: DuckDBConnection,
  path: string,
  file: string,
  source: SourceMapping,
): Promise<string[]> {
  const { columns, delimiter } = await readHeader(path, source.delimiter);
  const types = columns.map((name) => `${quoteText(name)}: 'VARCHAR'`).join(', ');
  await connection.run('DROP TABLE IF EXISTS temp.broken');
  await connection.run('DROP TABLE IF EXISTS temp.broken_scan');
  await connection.run(`CREATE OR REPLACE TABLE ${staged} AS
    SELECT row_number() OVER () + 1 AS _row, ${columns.map(toTrimmed).join(', ')}
    FROM read_csv(${quoteText(path)}, auto_detect = false, header = true, delim = ${quoteText(delimiter)},
      quote = '"', escape = '"', nullstr = '', strict_mode = true, columns = {${types}},
      store_rejects = true, rejects_table = 'broken', rejects_scan = 'broken_scan', rejects_limit = 0)`);
  await refuseOpenQuote(connection, file);
  await connection.run(`INSERT INTO ${issueTable}
    SELECT NULL, ${quoteText(file)}, line, NULL, trim(any_value(csv_line), e'\\r\\n'), CASE any_value(error_type::VARCHAR)
      WHEN 'MISSING COLUMNS' THEN 'the row must have ${columns.length} values, it has fewer'
      WHEN 'TOO MANY COLUMNS' THEN 'the row must have ${columns.length} values, it has more'
      WHEN 'UNQUOTED VALUE' THEN 'a value that begins with a quote must end with one, and quotes in it must be doubled'
      WHEN 'LINE SIZE OVER MAXIMUM' THEN 'the row must have 2,000,000 bytes at most'
      WHEN 'INVALID ENCODING' THEN 'the file must be UTF-8, and this row is not'
      ELSE any_value(error_message) END
    FROM temp.broken GROUP BY line`);
  // In a file of one column a blank row is a row without its value.
  const blank = columns.length > 1 ? await findBlankRows(path, delimiter) : [];
  await countPassedOver(connection, blank);
  return columns;
}

/**
 * A quote that is not closed on its line takes in the rows after it, up to the next quote: they cannot be told apart, so they
 * cannot be left out as one bad row either.
 * @throws ImportError `rows_invalid`
 */
async function refuseOpenQuote(connection: DuckDBConnection, file: string): Promise<void> {
  const reader =
    await connection.runAndReadAll(`SELECT line, string_split_regex(csv_line, '[\\r\\n]')[1] FROM temp.broken
    WHERE error_type::VARCHAR = 'UNQUOTED VALUE' AND regexp_matches(rtrim(csv_line, e'\\r\\n'), '[\\r\\n]')
    ORDER BY line LIMIT 1`);
  const [found] = reader.getRowsJson();
  if (found === undefined) return;
  const [row, value] = [Number(found[0]), String(found[1]).slice(0, 200)];
  const expected = 'a quote that is opened must be closed, and quotes in a value must be doubled';
  throw new ImportError(
    'rows_invalid',
    `${file}, row ${row}: ${expected}. Which rows follow cannot be told, so nothing was imported, and --skip-bad-rows does not help.`,
    { issues: [{ table: null, file, row, column: null, value, expected }] },
  );
}

/** Broken and blank rows are not in the count of rows: those after them are that many further down. */
async function countPassedOver(connection: DuckDBConnection, blank: number[]): Promise<void> {
  // ASOF, because each row compared with each of these takes minutes where they are many.
  await connection.run(
    `UPDATE ${staged} SET _row = moves.moved_to FROM (
      SELECT taken._row, taken._row + gaps.ordinal AS moved_to FROM ${staged} AS taken ASOF JOIN (
        SELECT line - ordinal AS before, max(ordinal) AS ordinal
        FROM (SELECT row_number() OVER (ORDER BY line) AS ordinal, line
          FROM (SELECT CAST(line AS BIGINT) AS line FROM temp.broken UNION SELECT unnest($blank)))
        GROUP BY before) AS gaps ON taken._row > gaps.before) AS moves
    WHERE staged._row = moves._row`,
    { blank: listValue(blank.map(BigInt)) },
    { blank: LIST(BIGINT) },
  );
}

async function noteWrongValues(
  connection: DuckDBConnection,
  file: string,
  source: SourceMapping,
): Promise<void> {
  for (const [name, type] of Object.entries(source.types)) {
    const text = `CAST(${quoteName(name)} AS VARCHAR)`;
    await connection.run(`INSERT INTO ${issueTable}
      SELECT NULL, ${quoteText(file)}, _row, ${quoteText(name)}, ${text},
        ${toExpectationOf(text, type, source.dateFormat)}
      FROM ${staged} WHERE ${text} IS NOT NULL AND ${toTyped(text, type, source.dateFormat)} IS NULL`);
  }
}

type StagedFile = {
  file: string;
  alias: string;
  source: SourceMapping;
  names: string[];
  /** Rows of the files of the source that were read before it. */
  rowsBefore: number;
  isFirst: boolean;
};

/** @returns the number of the last row */
async function takeRows(
  connection: DuckDBConnection,
  { file, alias, source, names, rowsBefore, isFirst }: StagedFile,
): Promise<number> {
  const values = names.map((name) => {
    const type = source.types[name];
    const column = quoteName(name);
    const typed =
      type === undefined ? column : toTyped(`CAST(${column} AS VARCHAR)`, type, source.dateFormat);
    return `${typed} AS ${column}`;
  });
  await connection.run(`${isFirst ? `CREATE TABLE ${toSourceTable(alias)} AS` : `INSERT INTO ${toSourceTable(alias)} BY NAME`}
    SELECT ${quoteText(file)} AS _file, _row AS _file_row, _row + ${rowsBefore} AS _row, ${values.join(', ')} FROM ${staged}
    WHERE _file_row NOT IN (SELECT "row" FROM ${issueTable} WHERE "table" IS NULL AND file = ${quoteText(file)})`);
  const last = await connection.runAndReadAll(`SELECT coalesce(max(_row), 0) FROM ${staged}`);
  await connection.run(`DROP TABLE ${staged}`);
  return rowsBefore + Number(last.getRowsJson()[0]?.[0]);
}

/** In DuckDB's words, without its drawing of our SQL. */
function toUnreadable(file: string, cause: unknown): ImportError {
  const message = cause instanceof Error ? cause.message : String(cause);
  const [problem = ''] = message.split(/\n+LINE \d+:/);
  return new ImportError('file_unreadable', `${file} cannot be read: ${problem}`, { cause });
}
