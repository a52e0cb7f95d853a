import { rm } from 'node:fs/promises';
import { BIGINT, type DuckDBConnection, LIST, listValue } from '@duckdb/node-api';
import { quoteText } from '../../bigquery/catalog/quote.ts';
import { findBlankRows } from './blank-rows.ts';
import { readHeader, readLine, skipHint, toNames, toOrdinal, windowsHint } from './csv-header.ts';
import { ImportError } from './import-error.ts';
import { describeMixedEnds } from './line-ends.ts';
import type { SourceMapping } from './mapping.ts';
import { issueTable } from './row-issues.ts';
import { staged, toTrimmed } from './staged.ts';
import { toUtf8 } from './to-utf8.ts';

/**
 * Reads a CSV file. Rows that are broken become issues and are left out.
 * @param file as messages name it
 * @returns the column names
 * @throws ImportError `file_unreadable`, `rows_invalid`
 */
export async function stageCsv(
  connection: DuckDBConnection,
  given: string,
  file: string,
  source: SourceMapping,
): Promise<string[]> {
  const { skip, encoding } = source;
  const path = encoding === undefined ? given : await toUtf8(connection, given, file, encoding);
  const { columns, delimiter } = await readHeader(path, source);
  const types = columns.map((name) => `${quoteText(name)}: 'VARCHAR'`).join(', ');
  await connection.run('DROP TABLE IF EXISTS temp.broken');
  await connection.run('DROP TABLE IF EXISTS temp.broken_scan');
  await connection
    .run(`CREATE OR REPLACE TABLE ${staged} AS
    SELECT row_number() OVER () + ${skip + 1} AS _row, ${columns.map(toTrimmed).join(', ')}
    FROM read_csv(${quoteText(path)}, auto_detect = false, header = true, skip = ${skip}, delim = ${quoteText(delimiter)},
      quote = '"', escape = '"', nullstr = '', strict_mode = true, columns = {${types}},
      store_rejects = true, rejects_table = 'broken', rejects_scan = 'broken_scan', rejects_limit = 0)`)
    .catch(async (cause) => {
      const problem = await describeMixedEnds(path);
      if (problem === undefined) throw cause;
      throw new ImportError('file_unreadable', `${file}: ${problem}`, { cause });
    });
  await refuseOpenQuote(connection, file);
  await refuseTitle(connection, file, columns, skip);
  if (skip > 0) await refuseMixedEnds(connection, path, file, skip);
  await connection.run(`INSERT INTO ${issueTable}
    SELECT NULL, ${quoteText(file)}, line, NULL, trim(any_value(csv_line), e'\\r\\n'), CASE any_value(error_type::VARCHAR)
      WHEN 'MISSING COLUMNS' THEN 'the row must have ${columns.length} values, it has fewer'
      WHEN 'TOO MANY COLUMNS' THEN 'the row must have ${columns.length} values, it has more'
      WHEN 'UNQUOTED VALUE' THEN 'a value that begins with a quote must end with one, and quotes in it must be doubled'
      WHEN 'LINE SIZE OVER MAXIMUM' THEN 'the row must have 2,000,000 bytes at most'
      WHEN 'INVALID ENCODING' THEN 'the file must be UTF-8, and this row is not: ${windowsHint}'
      ELSE any_value(error_message) END
    FROM temp.broken GROUP BY line`);
  // In a file of one column a blank row is a row without its value.
  const blank = columns.length > 1 ? await findBlankRows(path, delimiter) : [];
  if (path !== given) await rm(path);
  await countPassedOver(
    connection,
    blank.filter((row) => row > skip),
  );
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

/** A title above the header is taken for it, and every row has more values than a title. @throws ImportError `file_unreadable` */
async function refuseTitle(
  connection: DuckDBConnection,
  file: string,
  columns: string[],
  skip: number,
): Promise<void> {
  const reader = await connection.runAndReadAll(`SELECT count(DISTINCT line) > 1
      AND bool_and(error_type::VARCHAR = 'TOO MANY COLUMNS') AND (SELECT count(*) FROM ${staged}) = 0
    FROM temp.broken`);
  if (reader.getRowsJson()[0]?.[0] !== true) return;
  const problem = `its ${toOrdinal(skip)} must name the columns, and every row below has more values than it: ${toNames(columns)}`;
  throw new ImportError('file_unreadable', `${file}: ${problem}. ${skipHint}.`);
}

/** Behind skipped rows that end otherwise than the others DuckDB finds no row, and says nothing. @throws ImportError */
async function refuseMixedEnds(
  connection: DuckDBConnection,
  path: string,
  file: string,
  skip: number,
): Promise<void> {
  const reader = await connection.runAndReadAll(
    `SELECT (SELECT count(*) FROM ${staged}) + (SELECT count(*) FROM temp.broken)`,
  );
  if (Number(reader.getRowsJson()[0]?.[0]) > 0 || typeof (await readLine(path, skip + 1)) === 'number')
    return;
  const problem = `${file}: the rows above the header and those below it must have the same line ends, of Windows (CR and LF) or of Linux (LF).`;
  throw new ImportError('file_unreadable', problem);
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
