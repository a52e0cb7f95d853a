import type { DuckDBValue } from '@duckdb/node-api';
import { quoteName } from '../catalog/quote.ts';
import type { TableDefinition } from '../catalog/table-definitions.ts';
import type { Engine } from './engine.ts';

/** `start` is the first day of the partition, `YYYY-MM-DD`; null for rows without one, or a table without partitions. */
export type Partition = { start: string | null; rows: number; columnBytes: ReadonlyMap<string, number> };

/** Logical bytes by type. https://cloud.google.com/bigquery/pricing#data */
const fixedBytes: Record<string, number> = {
  INT64: 8,
  FLOAT64: 8,
  NUMERIC: 16,
  BOOL: 1,
  DATE: 8,
  DATETIME: 8,
  TIME: 8,
  TIMESTAMP: 8,
};

/** Rows and logical bytes of each column, by partition, of one table in one version. One scan of the table. */
export async function measureTable(
  engine: Engine,
  catalog: string,
  dataset: string,
  table: TableDefinition,
): Promise<Partition[]> {
  const { partition, columns } = table;
  const start =
    partition === null
      ? 'NULL'
      : `CAST(CAST(date_trunc('${partition.granularity.toLowerCase()}', ${quoteName(partition.column)}) AS DATE) AS VARCHAR)`;
  const bytes = columns.map((column) => {
    const name = quoteName(column.name);
    const fixed = fixedBytes[column.type.replace(/\(.*/, '')];
    // A NULL takes no bytes; a text takes two more than its UTF-8.
    return fixed === undefined ? `coalesce(sum(strlen(${name}) + 2), 0)` : `count(${name}) * ${fixed}`;
  });
  const sizes = bytes.map((each) => `CAST(${each} AS DOUBLE)`).join(', ');
  const sql = `SELECT ${start}, CAST(count(*) AS DOUBLE), ${sizes} FROM ${quoteName(catalog)}.${quoteName(dataset)}.${quoteName(table.name)} GROUP BY 1`;
  const found: DuckDBValue[][] = [];
  await engine.run(sql, { values: {}, types: {} }, new AbortController().signal, (rows) =>
    found.push(...rows),
  );
  return found.map(([first, rows, ...sums]) => ({
    start: typeof first === 'string' ? first : null,
    rows: Number(rows),
    columnBytes: new Map(columns.map((column, index) => [column.name, Number(sums[index])])),
  }));
}
