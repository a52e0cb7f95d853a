import { quoteName } from './quote.ts';
import type { TableDefinition } from './table-definitions.ts';

/** The DuckDB statement that makes an empty table with the columns, types and NOT NULLs of a definition. */
export function toCreateTable(definition: TableDefinition, schema: string): string {
  const columns = definition.columns.map(
    (column) => `${quoteName(column.name)} ${toDuckdbType(column.type)}${column.required ? ' NOT NULL' : ''}`,
  );
  return `CREATE TABLE ${quoteName(schema)}.${quoteName(definition.name)} (${columns.join(', ')})`;
}

const types: Record<string, string> = {
  STRING: 'VARCHAR',
  BYTES: 'BLOB',
  INT64: 'BIGINT',
  FLOAT64: 'DOUBLE',
  NUMERIC: 'DECIMAL(38,9)',
  BOOL: 'BOOLEAN',
  DATE: 'DATE',
  DATETIME: 'TIMESTAMP',
  TIME: 'TIME',
  TIMESTAMP: 'TIMESTAMPTZ',
};

/** `type` as in a table definition. @throws Error for a type that has no counterpart. */
export function toDuckdbType(type: string): string {
  const decimal = /^NUMERIC\((\d+),(\d+)\)$/.exec(type);
  if (decimal) return `DECIMAL(${decimal[1]},${decimal[2]})`;
  const known = types[type];
  if (known === undefined) throw new Error(`The type ${type} has no counterpart in DuckDB.`);
  return known;
}
