import type { Cell } from '@tallyboard/contract';
import { z } from 'zod';

const optionalNumber = z.number().nullable();

/** A row of `compileReorder`: its columns in select order. */
const rowSchema = z.object({
  product_id: z.string(),
  product: z.string(),
  sku: z.string(),
  warehouse_id: z.string(),
  warehouse: z.string(),
  supplier: z.string().nullable(),
  on_hand: z.number(),
  reserved: z.number(),
  on_order: z.number(),
  own_point: optionalNumber,
  own_safety_stock: optionalNumber,
  shared_point: optionalNumber,
  shared_safety_stock: optionalNumber,
  units: optionalNumber,
  squares: optionalNumber,
  since: z.string(),
  out_days: z.number(),
  receipt_count: optionalNumber,
  lead_days: optionalNumber,
  lead_squares: optionalNumber,
  lead_time_days: optionalNumber,
  min_order_quantity: optionalNumber,
  pack_size: optionalNumber,
  unit_cost: optionalNumber,
  share_before: optionalNumber,
  units_then: optionalNumber,
  units_after: optionalNumber,
  elsewhere_units: optionalNumber,
  elsewhere_squares: optionalNumber,
});
export type ReorderRow = z.infer<typeof rowSchema>;

/** The columns of the statement, in select order. */
export const reorderRowColumns = Object.keys(rowSchema.shape);

/** @throws ZodError where the row is not one of `compileReorder` */
export function parseReorderRow(row: Cell[]): ReorderRow {
  return rowSchema.parse(Object.fromEntries(reorderRowColumns.map((name, index) => [name, row[index]])));
}
