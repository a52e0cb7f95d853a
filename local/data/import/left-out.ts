import type { DuckDBConnection } from '@duckdb/node-api';
import { quoteName } from '../../bigquery/catalog/quote.ts';
import { toTextTable } from './fill-table.ts';
import { toJoinedRows } from './joined-rows.ts';
import type { TableMapping } from './mapping.ts';

/**
 * Which rows of its source a table that was filled does not have, so that none is gone without a word:
 * `1,368 rows of "line" find none of "docket" (required: true)`.
 */
export async function describeLeftOut(
  connection: DuckDBConnection,
  name: string,
  table: TableMapping,
): Promise<string[]> {
  const { from, joins, where, oneRowPer } = table;
  const isRequired = joins.some(({ required }) => required);
  if (!isRequired && where === undefined && oneRowPer === undefined) return [];
  const count = async (rows: string, row = `${quoteName(from)}._row`) => {
    const reader = await connection.runAndReadAll(`SELECT count(DISTINCT ${row}) ${rows}`);
    return Number(reader.getRowsJson()[0]?.[0]);
  };
  const lines: string[] = [];
  let left = await count(toJoinedRows({ from, joins: [] }));
  const taken = await count(`FROM ${toTextTable(name)}`, '(_file, _row)');
  const note = (kept: number, [one, several]: [string, string], what: string) => {
    const rows = left - kept;
    if (rows === 1) lines.push(`1 row of "${from}" ${one} ${what}`);
    if (rows > 1) lines.push(`${rows.toLocaleString('en')} rows of "${from}" ${several} ${what}`);
    left = kept;
  };
  for (const [index, { source, required }] of joins.entries()) {
    if (!required || left === taken) continue;
    const kept = await count(toJoinedRows({ from, joins: joins.slice(0, index + 1) }));
    note(kept, ['finds', 'find'], `none of "${source}" (required: true)`);
  }
  if (where !== undefined && left > taken) {
    const kept = oneRowPer === undefined ? taken : await count(toJoinedRows(table));
    note(kept, ['does', 'do'], 'not meet where');
  }
  note(taken, ['follows', 'follow'], `another one of the same ${oneRowPer?.join(' and ')} (oneRowPer)`);
  return lines;
}
