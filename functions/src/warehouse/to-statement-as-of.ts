/**
 * A statement on the tables as they were at a moment: GoogleSQL's `FOR SYSTEM_TIME AS OF` behind every table it reads, after its
 * alias. The moment is written into the statement, because the clause takes a constant expression and its page does not say whether a
 * parameter is one.
 * Source: https://cloud.google.com/bigquery/docs/reference/standard-sql/query-syntax#for_system_time_as_of
 * @param tables the unqualified names of the tables; a common table expression of the same name would be taken for one.
 */
export function toStatementAsOf(sql: string, tables: readonly string[], asOf: Date): string {
  if (tables.length === 0) return sql;
  const moment = `FOR SYSTEM_TIME AS OF TIMESTAMP_MILLIS(${asOf.getTime()})`;
  // `EXTRACT(MONTH FROM sales_lines.order_date)` reads a column, not a table.
  const table = new RegExp(`\\b(?:FROM|JOIN) (?:${tables.join('|')})(?![\\w.])(?: AS \\w+)?`, 'g');
  return sql.replace(table, (found) => `${found} ${moment}`);
}
