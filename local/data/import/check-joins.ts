import type { DuckDBConnection } from '@duckdb/node-api';
import { z } from 'zod';
import { quoteName } from '../../bigquery/catalog/quote.ts';
import { listColumns } from './expressions.ts';
import { ImportError } from './import-error.ts';
import { toJoinedRows } from './joined-rows.ts';
import type { TableMapping } from './mapping.ts';

const keysShown = 5;
const partnersShown = 2;

/**
 * A row that finds several partners becomes several rows, and its amounts count as often: nothing else of the import would tell.
 * @param columns by source
 * @throws ImportError `several_partners` where a join does that and does not say so
 */
export async function checkJoins(
  connection: DuckDBConnection,
  name: string,
  table: TableMapping,
  columns: Map<string, string[]>,
): Promise<void> {
  if (await keepsCount(connection, table)) return;
  for (const [index, join] of table.joins.entries()) {
    if (join.many) continue;
    const before = [table.from, ...table.joins.slice(0, index).map(({ source }) => source)];
    const crowded = await countCrowded(connection, table, before, join.source);
    if (crowded === 0) continue;
    const rows = `${crowded.toLocaleString('en')} ${crowded === 1 ? 'row' : 'rows'} of "${table.from}"`;
    const each = crowded === 1 ? 'it' : 'each';
    const problem = [
      `tables.${name}.joins.${join.source}: ${rows} ${crowded === 1 ? 'finds' : 'find'} several partners in "${join.source}", and ${each} would become as many rows:`,
      ...(await describeKeys(connection, table, index, before, columns)),
      'Make the condition find one, take the others out of the file, or write many: true in the join where several rows are meant, or added up (docs/data-model.md).',
    ];
    throw new ImportError('several_partners', problem.join('\n'));
  }
}

/**
 * Whether the joins give a row for each row of `from`, were they all to keep rows without a partner: then none has several. Counting
 * takes a sixth of the time of looking at each row. With `where`, which may be what a join is made by, it could take any time.
 */
async function keepsCount(
  connection: DuckDBConnection,
  { from, joins, where }: TableMapping,
): Promise<boolean> {
  if (joins.length === 0) return true;
  if (where !== undefined) return false;
  const all = toJoinedRows({ from, joins: joins.map((join) => ({ ...join, required: false })) });
  const reader = await connection.runAndReadAll(
    `SELECT (SELECT count(*) ${all}) = (SELECT count(*) ${toJoinedRows({ from, joins: [] })})`,
  );
  return reader.getRowsJson()[0]?.[0] === true;
}

/** How many rows of `from` have several partners in a source, behind the joins before it. */
async function countCrowded(
  connection: DuckDBConnection,
  table: TableMapping,
  before: string[],
  source: string,
): Promise<number> {
  const row = `${quoteName(source)}._row`;
  const reader = await connection.runAndReadAll(`SELECT count(DISTINCT _row) FROM (
    SELECT ${quoteName(table.from)}._row AS _row ${toJoinedRows(table)}
    GROUP BY ${before.map((each) => `${quoteName(each)}._row`).join(', ')} HAVING min(${row}) < max(${row}))`);
  return Number(reader.getRowsJson()[0]?.[0]);
}

const keysSchema = z.array(
  z.object({
    keys: z.array(z.string().nullable()),
    rows: z.coerce.number(),
    partners: z.array(z.object({ file: z.string(), row: z.coerce.number() })),
    more: z.coerce.number(),
  }),
);

/** The values that find several, those of most rows first: `sold.article is "7": articles.csv, rows 8, 9 (12 rows of "sold")`. */
async function describeKeys(
  connection: DuckDBConnection,
  table: TableMapping,
  index: number,
  before: string[],
  columns: Map<string, string[]>,
): Promise<string[]> {
  const join = table.joins[index];
  if (join === undefined) return [];
  const visible = new Map([...before, join.source].map((source) => [source, columns.get(source) ?? []]));
  const keys = (await listColumns(connection, join.on, visible)).filter(
    ({ source }) => source !== join.source,
  );
  const values = keys.map(({ source, name }) => `CAST(${quoteName(source)}.${quoteName(name)} AS VARCHAR)`);
  const partner = quoteName(join.source);
  const among = `OVER (PARTITION BY ${before.map((each) => `${quoteName(each)}._row`).join(', ')})`;
  const reader = await connection.runAndReadAll(`
    WITH crowded AS (
      SELECT [${values.join(', ')}]::VARCHAR[] AS keys, ${quoteName(table.from)}._row AS _row,
        {nth: ${partner}._row, file: ${partner}._file, "row": ${partner}._file_row} AS partner
      ${toJoinedRows(table)} QUALIFY min(${partner}._row) ${among} < max(${partner}._row) ${among})
    SELECT keys, count(DISTINCT _row) AS rows, list_sort(list_distinct(list(partner)))[1:${partnersShown + 1}] AS partners,
      count(*) OVER () - ${keysShown} AS more
    FROM crowded GROUP BY keys ORDER BY rows DESC, keys LIMIT ${keysShown}`);
  const found = keysSchema.parse(reader.getRowObjectsJson());
  const lines = found.map(({ keys: given, rows, partners }) => {
    const is = keys.map(
      ({ source, name }, at) => `${source}.${name} is ${JSON.stringify(given[at] ?? null)}`,
    );
    const of = `(${rows.toLocaleString('en')} ${rows === 1 ? 'row' : 'rows'} of "${table.from}")`;
    return `  ${is.length === 0 ? '' : `${is.join(', ')}: `}${toPlaces(partners)} ${of}`;
  });
  const more = found[0]?.more ?? 0;
  return more > 0 ? [...lines, `  … and ${more.toLocaleString('en')} more`] : lines;
}

function toPlaces(partners: { file: string; row: number }[]): string {
  const shown = partners.slice(0, partnersShown);
  const rest = partners.length > shown.length ? ', …' : '';
  const [first] = shown;
  if (first !== undefined && shown.every(({ file }) => file === first.file)) {
    return `${first.file}, rows ${shown.map(({ row }) => row).join(', ')}${rest}`;
  }
  return `${shown.map(({ file, row }) => `${file}, row ${row}`).join('; ')}${rest}`;
}
