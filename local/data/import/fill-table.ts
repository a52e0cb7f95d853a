import type { DuckDBConnection } from '@duckdb/node-api';
import { quoteName } from '../../bigquery/catalog/quote.ts';
import type { TableDefinition } from '../../bigquery/catalog/table-definitions.ts';
import { checkColumns } from './check-columns.ts';
import { checkComparisons, listUntyped } from './check-comparisons.ts';
import { checkJoins } from './check-joins.ts';
import { explainFailure } from './explain-failure.ts';
import { checkExpression } from './expressions.ts';
import { ImportError } from './import-error.ts';
import { toJoinedRows } from './joined-rows.ts';
import type { Mapping, TableMapping } from './mapping.ts';
import { toAdvice } from './nearest.ts';
import { toTyped } from './sql-text.ts';

/** The rows that a mapping gives for a table, as text: its columns, and `_file` and the `_row` in it. */
export function toTextTable(table: string): string {
  return `memory.main.${quoteName(`text_${table}`)}`;
}

/** The same rows with the table's types; NULL where the text is something else. */
export function toTypedTable(table: string): string {
  return `memory.main.${quoteName(`typed_${table}`)}`;
}

/**
 * Checks that a mapping fits the tables and the sources.
 * @param columns by source
 * @throws ImportError
 */
export async function checkMapping(
  connection: DuckDBConnection,
  mapping: Mapping,
  definitions: TableDefinition[],
  columns: Map<string, string[]>,
): Promise<void> {
  const untyped = await listUntyped(connection, mapping.sources);
  for (const [name, table] of Object.entries(mapping.tables)) {
    const place = `tables.${name}`;
    const definition = definitions.find((each) => each.name === name);
    if (definition === undefined) {
      const advice = toAdvice(
        name,
        definitions.map((each) => each.name),
      );
      throw new ImportError('mapping_invalid', `${place}: there is no table "${name}"${advice}`);
    }
    const given = Object.keys(table.columns);
    checkColumns(place, { named: [...given, ...(table.oneRowPer ?? [])], given }, definition);
    const visible = new Map<string, string[]>();
    for (const [index, source] of [table.from, ...table.joins.map((join) => join.source)].entries()) {
      const list = columns.get(source);
      const where = index === 0 ? `${place}.from` : `${place}.joins`;
      if (list === undefined) {
        const advice = toAdvice(source, [...columns.keys()]);
        throw new ImportError('mapping_invalid', `${where}: there is no source "${source}"${advice}`);
      }
      visible.set(source, list);
    }
    const expressions = [
      ...table.joins.map(({ source, on }) => [`${place}.joins.${source}.on`, on] as const),
      ...(table.where === undefined ? [] : [[`${place}.where`, table.where] as const]),
      ...Object.entries(table.columns).map(
        ([column, value]) => [`${place}.columns.${column}`, value] as const,
      ),
    ];
    for (const [where, expression] of expressions) {
      if (typeof expression !== 'string') continue;
      await checkExpression(connection, where, expression, visible);
      await checkComparisons(connection, where, expression, visible, untyped);
    }
  }
}

/**
 * Makes the text and the typed table.
 * @param columns by source
 * @throws ImportError `mapping_invalid` when DuckDB refuses an expression, `several_partners`
 */
export async function fillTable(
  connection: DuckDBConnection,
  name: string,
  table: TableMapping,
  definition: TableDefinition,
  columns: Map<string, string[]>,
): Promise<void> {
  const sources = [table.from, ...table.joins.map(({ source }) => source)];
  const visible = new Map(sources.map((source) => [source, columns.get(source) ?? []]));
  try {
    await checkJoins(connection, name, table, visible);
    await fillTextTable(connection, name, table, definition);
  } catch (cause) {
    if (cause instanceof ImportError) throw cause;
    throw await explainFailure(connection, name, table, visible, cause);
  }
  const typed = definition.columns.map(({ name: column, type }) => {
    const value = toTyped(quoteName(column), type);
    return `${type === 'DATE' ? toShifted(value, table) : value} AS ${quoteName(column)}`;
  });
  await connection.run(`CREATE TABLE ${toTypedTable(name)} AS
    SELECT _file, _row, ${typed.join(', ')} FROM ${toTextTable(name)}`);
}

async function fillTextTable(
  connection: DuckDBConnection,
  name: string,
  table: TableMapping,
  definition: TableDefinition,
): Promise<void> {
  const from = quoteName(table.from);
  const values = definition.columns.map(({ name: column }) => {
    const value = table.columns[column] ?? null;
    return `CAST((${value === null ? 'NULL' : value}\n) AS VARCHAR) AS ${quoteName(column)}`;
  });
  const rows = `SELECT ${from}._file AS _file, ${from}._file_row AS _row, ${values.join(', ')}`;
  if (table.oneRowPer === undefined) {
    await connection.run(`CREATE TABLE ${toTextTable(name)} AS ${rows} ${toJoinedRows(table)}`);
    return;
  }
  const order = [table.from, ...table.joins.map(({ source }) => source)].map(
    (source, index) => [`${quoteName(source)}._row`, `_order${index}`] as const,
  );
  const names = order.map(([, alias]) => alias).join(', ');
  await connection.run(`CREATE TABLE ${toTextTable(name)} AS SELECT * EXCLUDE (${names}) FROM (
    ${rows}, ${order.map(([row, alias]) => `${row} AS ${alias}`).join(', ')} ${toJoinedRows(table)})
    QUALIFY row_number() OVER (PARTITION BY ${table.oneRowPer.map(quoteName).join(', ')} ORDER BY ${names}) = 1`);
}

function toShifted(date: string, { dateShift }: TableMapping): string {
  if (dateShift === undefined) return date;
  return `CAST(${date} + INTERVAL (${dateShift.years}) YEAR + INTERVAL (${dateShift.days}) DAY AS DATE)`;
}
