import type { DuckDBConnection } from '@duckdb/node-api';
import { quoteName } from '../../bigquery/catalog/quote.ts';
import { toSourceTable } from './load-sources.ts';

type Column = { source: string; name: string };

/** With more columns than this there are too many sets of them to try. */
const mostTried = 6;

/**
 * Which columns that are text make DuckDB refuse a statement: the fewest with which, were they numbers or days, it would not.
 * @returns them with that type; all where no such set is found
 */
export async function findAtFault(
  connection: DuckDBConnection,
  sql: string,
  texts: readonly Column[],
): Promise<{ columns: readonly Column[]; type: 'NUMERIC' | 'DATE' }> {
  const subsets = texts.length > mostTried ? [] : listSubsets(texts).filter(({ length }) => length > 0);
  for (const columns of subsets.sort((one, other) => one.length - other.length)) {
    for (const type of ['NUMERIC', 'DATE'] as const) {
      const isTaken = await connection.run(`EXPLAIN ${toRetyped(sql, columns, type)}`).then(
        () => true,
        () => false,
      );
      if (isTaken) return { columns, type };
    }
  }
  return { columns: texts, type: 'NUMERIC' };
}

function listSubsets<T>([first, ...rest]: readonly T[]): T[][] {
  if (first === undefined) return [[]];
  const others = listSubsets(rest);
  return [...others, ...others.map((set) => [first, ...set])];
}

function toRetyped(sql: string, columns: readonly Column[], type: string): string {
  return [...new Set(columns.map(({ source }) => source))].reduce((text, source) => {
    const values = columns
      .filter((column) => column.source === source)
      .map(({ name }) => `NULL::${type} AS ${quoteName(name)}`);
    const [table, alias] = [toSourceTable(source), quoteName(source)];
    const retyped = `(SELECT * REPLACE (${values.join(', ')}) FROM ${table}) AS ${alias}`;
    return text.replaceAll(`${table} AS ${alias}`, () => retyped);
  }, sql);
}
