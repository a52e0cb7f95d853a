import type { DuckDBConnection } from '@duckdb/node-api';
import { z } from 'zod';

const contradictionSchema = z.object({
  days: z.coerce.number(),
  of: z.coerce.number(),
  first: z
    .object({
      day: z.string(),
      product: z.string(),
      warehouse: z.string(),
      stock: z.string(),
      total: z.string(),
    })
    .nullable(),
});

/**
 * Where the stock of a day is not the sum of the movements up to it. Records of movements that begin late, or skip some kind, are
 * common, and what rests on stock alone is right all the same: so this is told and not refused.
 * @param toName the name of a table that was filled
 */
export async function compareStock(
  connection: DuckDBConnection,
  toName: (table: string) => string,
): Promise<string[]> {
  const reader = await connection.runAndReadAll(`
    WITH moved AS (
      SELECT warehouse_id, product_id, movement_date, sum(sum(quantity)) OVER (
        PARTITION BY warehouse_id, product_id ORDER BY movement_date) AS total
      FROM ${toName('stock_movements')} GROUP BY warehouse_id, product_id, movement_date),
    stock AS (
      SELECT snapshots.*, coalesce(total, 0) AS total
      FROM ${toName('stock_snapshots')} AS snapshots ASOF LEFT JOIN moved
        ON snapshots.warehouse_id = moved.warehouse_id AND snapshots.product_id = moved.product_id
        AND snapshots.snapshot_date >= moved.movement_date)
    SELECT count(*) FILTER (on_hand <> total) AS days, count(*) AS of,
      min({day: snapshot_date::VARCHAR, product: product_id, warehouse: warehouse_id, stock: on_hand::VARCHAR,
        total: total::VARCHAR}) FILTER (on_hand <> total) AS first
    FROM stock`);
  const { days, of, first } = contradictionSchema.parse(reader.getRowObjectsJson()[0]);
  if (first === null) return [];
  const share = `${days.toLocaleString('en')} of ${of.toLocaleString('en')}`;
  return [
    `stock_snapshots: on_hand is not the sum of the movements up to the day in ${share} rows. First on ${first.day}: product ${first.product} in warehouse ${first.warehouse} has ${first.stock}, and its movements sum up to ${first.total}.`,
  ];
}
