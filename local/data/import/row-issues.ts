import type { DuckDBConnection } from '@duckdb/node-api';
import { z } from 'zod';
import type { RowIssue } from './import-error.ts';

/** Issues are kept in a table, so that a column that is wrong in a million rows costs no memory here. */
export const issueTable = 'memory.main.issue';

export async function createIssueTable(connection: DuckDBConnection): Promise<void> {
  await connection.run(
    `CREATE TABLE ${issueTable} ("table" VARCHAR, file VARCHAR, "row" BIGINT, "column" VARCHAR, value VARCHAR,
      expected VARCHAR)`,
  );
}

const issueSchema = z.array(
  z.object({
    table: z.string().nullable(),
    file: z.string(),
    row: z.coerce.number(),
    column: z.string().nullable(),
    value: z.string().nullable(),
    expected: z.string(),
  }),
);

/** How many rows are wrong, and the first of what is wrong with them, by file and row. */
export async function readIssues(
  connection: DuckDBConnection,
  limit: number,
): Promise<{ badRows: number; issues: RowIssue[] }> {
  const count = await connection.runAndReadAll(
    `SELECT count(DISTINCT ("table", file, "row")) FROM ${issueTable}`,
  );
  const first = await connection.runAndReadAll(
    `SELECT * REPLACE (left(value, 200) AS value) FROM ${issueTable}
     ORDER BY file, "row", "table", "column", expected LIMIT ${limit}`,
  );
  return {
    badRows: Number(count.getRowsJson()[0]?.[0] ?? 0),
    issues: issueSchema.parse(first.getRowObjectsJson()),
  };
}

/** `SalesLines.csv, row 17, qty is "two": it must be a whole number such as 12` */
export function toSentence({ file, row, column, value, expected }: RowIssue): string {
  const place = `${file}, row ${row}`;
  if (column === null) return `${place}: ${expected}`;
  return `${place}, ${column} is ${toValue(value)}: it must be ${expected}`;
}

export function toValue(value: string | null): string {
  return value === null ? 'empty' : JSON.stringify(value);
}
