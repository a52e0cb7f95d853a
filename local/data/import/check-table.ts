import type { DuckDBConnection } from '@duckdb/node-api';
import { quoteName, quoteText } from '../../bigquery/catalog/quote.ts';
import type { TableDefinition } from '../../bigquery/catalog/table-definitions.ts';
import { toTextTable, toTypedTable } from './fill-table.ts';
import { issueTable } from './row-issues.ts';
import { toExpectation, toTyped } from './sql-text.ts';
import type { TableRules } from './table-rules.ts';

export type TableCheck = {
  definition: TableDefinition;
  rules: TableRules;
  /** The day on which the import runs, `YYYY-MM-DD`. */
  today: string;
  /** Tables that are imported. */
  imported: readonly string[];
  /** The rows of another table that an id may refer to: a table name. */
  toPresent: (table: string) => string;
};

/** Notes every row that cannot be taken, with what would be right: types, required values, rules, keys, orphans. */
export async function checkTable(connection: DuckDBConnection, check: TableCheck): Promise<void> {
  const { definition, rules, today, imported, toPresent } = check;
  const table = definition.name;
  const note = (column: string, value: string, expected: string, from: string) =>
    connection.run(`INSERT INTO ${issueTable}
      SELECT ${quoteText(table)}, _file, _row, ${quoteText(column)}, CAST(${value} AS VARCHAR), ${quoteText(expected)}
      FROM ${from}`);
  const text = toTextTable(table);
  const typed = toTypedTable(table);

  for (const { name, type, required } of definition.columns) {
    const column = quoteName(name);
    const isWrong = `${column} IS NOT NULL AND ${toTyped(column, type)} IS NULL`;
    await note(name, column, toExpectation(type), `${text} WHERE ${isWrong}`);
    if (required) await note(name, 'NULL', 'given', `${text} WHERE ${column} IS NULL`);
    if (type !== 'DATE') continue;
    const isPast = rules.pastDates.includes(name);
    // A day of grace: somewhere it is tomorrow already.
    const latest = isPast ? `DATE ${quoteText(today)} + 1` : "DATE '2200-01-01'";
    const expected = isPast ? `a day from 1900 to today (${today})` : 'a day between 1900 and 2200';
    await note(
      name,
      column,
      expected,
      `${typed} WHERE ${column} < DATE '1900-01-01' OR ${column} > ${latest}`,
    );
  }
  for (const { column, holds, expected } of rules.rows) {
    await note(column, column, expected, `(SELECT *, (${holds}) AS _holds FROM ${typed}) WHERE NOT _holds`);
  }
  for (const columns of rules.unique) {
    const key = columns.map(quoteName).join(', ');
    // A required value that is not there, or is something else, is noted already.
    const needed = definition.columns.filter(({ name, required }) => required && columns.includes(name));
    const given = ['TRUE', ...needed.map(({ name }) => `${quoteName(name)} IS NOT NULL`)].join(' AND ');
    const again = `(SELECT *, row_number() OVER (PARTITION BY ${key} ORDER BY _file, _row) AS _copy
      FROM ${typed} WHERE ${given})`;
    const value = columns
      .map((column) => `coalesce(CAST(${quoteName(column)} AS VARCHAR), '')`)
      .join(" || ' ' || ");
    const expected = columns.length === 1 ? 'unique' : 'unique together';
    await note(columns.join(' and '), value, expected, `${again} WHERE _copy > 1`);
  }
  for (const { column, table: other, key, optional } of rules.references) {
    if (optional && !imported.includes(other)) continue;
    const known = `FROM ${toPresent(other)} WHERE ${quoteName(key)} IS NOT NULL`;
    const orphan = `${typed} WHERE ${quoteName(column)} IS NOT NULL
      AND ${quoteName(column)} NOT IN (SELECT ${quoteName(key)} ${known})`;
    const expected = `a ${key} of ${other}`;
    const { rowsChanged } = await note(column, quoteName(column), expected, orphan);
    if (rowsChanged === 0) continue;
    await connection.run(`UPDATE ${issueTable} SET expected = ${quoteText(toOtherCase(key, other))}
      WHERE "table" = ${quoteText(table)} AND "column" = ${quoteText(column)} AND expected = ${quoteText(expected)}
        AND lower(value) IN (SELECT lower(${quoteName(key)}) ${known})`);
  }
}

/** What an id must be that is there in other capitals. */
export function toOtherCase(key: string, table: string): string {
  return `a ${key} of ${table} in the same capitals and small letters`;
}
