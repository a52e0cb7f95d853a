import type { DuckDBConnection } from '@duckdb/node-api';
import { quoteName, quoteText } from '../../bigquery/catalog/quote.ts';
import { findAtFault } from './columns-at-fault.ts';
import { listColumns } from './expressions.ts';
import { ImportError } from './import-error.ts';
import { toJoinedRows } from './joined-rows.ts';
import { sourceTableName } from './load-sources.ts';
import type { TableMapping } from './mapping.ts';

/**
 * Which expression of a table DuckDB refused, and which columns need a type.
 * @param columns by source
 */
export async function explainFailure(
  connection: DuckDBConnection,
  name: string,
  table: TableMapping,
  columns: Map<string, string[]>,
  cause: unknown,
): Promise<ImportError> {
  const expressions = listExpressions(name, table);
  // What does not fit is found without a row; what a value is not, only by its row.
  for (const toStatement of [
    (sql: string) => `EXPLAIN ${sql}`,
    (sql: string) => `SELECT max(CAST(value AS VARCHAR)) FROM (${sql})`,
  ]) {
    for (const { place, expression, sql } of expressions) {
      const refused = await connection.run(toStatement(sql)).then(
        () => undefined,
        (reason: unknown) => reason,
      );
      if (refused === undefined) continue;
      const problem = await explain(connection, { expression, sql }, refused, columns);
      const message = `${place}: "${expression}" cannot be calculated: ${problem}`;
      return new ImportError('mapping_invalid', message, { cause: refused });
    }
  }
  return new ImportError('mapping_invalid', `tables.${name}: ${toProblem(cause)}`, { cause });
}

function listExpressions(name: string, table: TableMapping) {
  const { from, joins, where } = table;
  return [
    ...joins.map(({ source, on }, index) => ({
      place: `tables.${name}.joins.${source}.on`,
      expression: on,
      sql: `SELECT 1 AS value ${toJoinedRows({ from, joins: joins.slice(0, index + 1) })}`,
    })),
    ...(where === undefined
      ? []
      : [
          {
            place: `tables.${name}.where`,
            expression: where,
            sql: `SELECT 1 AS value ${toJoinedRows(table)}`,
          },
        ]),
    ...Object.entries(table.columns).map(([column, expression]) => ({
      place: `tables.${name}.columns.${column}`,
      expression: String(expression),
      // Beside a value of each row, as in the table.
      sql: `SELECT ${quoteName(from)}._row, (${expression}\n) AS value ${toJoinedRows(table)}`,
    })),
  ];
}

async function explain(
  connection: DuckDBConnection,
  { expression, sql }: { expression: string; sql: string },
  cause: unknown,
  columns: Map<string, string[]>,
): Promise<string> {
  const problem = toProblem(cause);
  if (problem.includes('must appear in the GROUP BY clause'))
    return 'it makes one row of several. Write OVER (), or OVER (PARTITION BY …), after the function.';
  const isOfType = /VARCHAR|Could not convert string/.test(problem);
  const all = isOfType ? await listTexts(connection, expression, columns) : [];
  // What is no number says so itself; what is text in DuckDB's eyes does not.
  const isBound = !problem.includes('VARCHAR');
  const { columns: texts, type } = isBound
    ? { columns: all, type: 'NUMERIC' }
    : await findAtFault(connection, sql, all);
  if (texts.length === 0) return problem;
  const names = texts.map(({ source, name }) => `${source}.${name}`);
  const places = [...new Set(texts.map(({ source }) => `sources.${source}.types`))].join(' and ');
  const value = isBound ? `${problem}; ` : '';
  if (names.length === 1)
    return `${value}${names[0]} is text. Give it a type in ${places}, such as ${names[0]?.split('.')[1]}: ${type}.`;
  return `${value}${names.slice(0, -1).join(', ')} and ${names.at(-1)} are text. Give those that are numbers or days a type in ${places}.`;
}

/** The columns of an expression that are text. */
async function listTexts(connection: DuckDBConnection, expression: string, columns: Map<string, string[]>) {
  const texts: { source: string; name: string }[] = [];
  for (const column of await listColumns(connection, expression, columns)) {
    const reader = await connection.runAndReadAll(`SELECT 1 FROM duckdb_columns()
      WHERE table_name = ${quoteText(sourceTableName(column.source))} AND column_name ILIKE ${quoteText(column.name)}
        AND data_type = 'VARCHAR'`);
    const isKnown = texts.some(({ source, name }) => source === column.source && name === column.name);
    if (reader.currentRowCount > 0 && column.name !== '_file' && !isKnown) texts.push(column);
  }
  return texts;
}

/** In DuckDB's words, without its candidates, its advice about casts, and its drawing of our SQL. */
function toProblem(cause: unknown): string {
  const message = cause instanceof Error ? cause.message : String(cause);
  const [problem = ''] = message.split(
    /\n+LINE \d+:|\n\s*Candidate|\.? You might need to add| - an explicit cast| when casting from/,
  );
  return problem.replace(/^[A-Z][A-Za-z ]* Error: /, '').trim();
}
