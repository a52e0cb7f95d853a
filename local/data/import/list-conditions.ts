import type { DuckDBConnection } from '@duckdb/node-api';
import { listColumns } from './expressions.ts';
import type { Mapping } from './mapping.ts';

/** What a row of a source must meet to be one of a table, and the columns that it reads, in small letters. */
export type RowCondition = { where: string; columns: string[] };

/**
 * The conditions of the tables that read a source. A row that meets none, such as the total below a list, is no row of any table, so it
 * does not matter what stands in the columns that no condition reads.
 * @param names the columns of the source
 * @returns none where a table takes every row, or tells by another source which it takes
 */
export async function listConditions(
  connection: DuckDBConnection,
  alias: string,
  names: string[],
  tables: Mapping['tables'],
): Promise<RowCondition[]> {
  const conditions: RowCondition[] = [];
  for (const { from, joins, where } of Object.values(tables)) {
    if (joins.some(({ source }) => source === alias)) return [];
    if (from !== alias) continue;
    if (where === undefined) return [];
    const visible = new Map([from, ...joins.map(({ source }) => source)].map((each) => [each, names]));
    const columns = await listColumns(connection, where, visible);
    if (columns.length === 0 || columns.some(({ source }) => source !== alias)) return [];
    conditions.push({ where, columns: columns.map(({ name }) => name.toLowerCase()) });
  }
  return conditions;
}
