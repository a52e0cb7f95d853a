import { DuckDBInstance } from '@duckdb/node-api';

/**
 * Repeats the sales lines of a version file until there are at least `lines`. Repeated lines have ids of their own and lie in the
 * order of the first, so that a read of one month touches the same share of the table.
 * @returns how many there are
 */
export async function growSales(file: string, dataset: string, lines: number): Promise<number> {
  const instance = await DuckDBInstance.create(file, { threads: '2', memory_limit: '2GB' });
  const connection = await instance.connect();
  const count = async () => {
    const reader = await connection.runAndReadAll(`SELECT count(*) FROM "${dataset}".sales_lines`);
    return Number(reader.getRowsJson()[0]?.[0] ?? 0);
  };
  try {
    const before = await count();
    const copies = Math.ceil(lines / before);
    await connection.run(`
      INSERT INTO "${dataset}".sales_lines
      SELECT lines.* REPLACE (line_id + copy * 100000000 AS line_id, order_id || '-' || copy AS order_id)
      FROM "${dataset}".sales_lines AS lines, range(1, ${copies}) AS copies(copy)
      ORDER BY date_trunc('month', order_date), warehouse_id, product_id`);
    const after = await count();
    await connection.run(
      `UPDATE "${dataset}".replication_status SET row_count = ${after} WHERE table_name = 'sales_lines'`,
    );
    await connection.run('CHECKPOINT');
    return after;
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
