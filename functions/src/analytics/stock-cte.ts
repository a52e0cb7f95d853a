import type { Statement } from '../warehouse/warehouse.ts';
import { bind } from './bind.ts';
import type { Day } from './calendar.ts';
import { bindNamed, toScope } from './compile.ts';
import { toCondition } from './conditions.ts';
import { toJoinLines } from './joins.ts';
import type { SemanticModel } from './model-schema.ts';
import type { AnalyticsRequest } from './request.ts';

/** What is in stock at the end of a day. */
export type StockRequest = { stockDay: Day } & Pick<
  AnalyticsRequest,
  'filters' | 'access' | 'fiscalYearStartMonth'
>;

/**
 * The CTE `stock`: one row per product and warehouse with `on_hand`, `reserved` and `on_order`, filtered, and bound to the
 * caller's warehouses. Binds `@start_date` and `@end_date`, both the stock day.
 */
export function toStockCte(
  { stockDay, filters, access, fiscalYearStartMonth }: StockRequest,
  inventory: SemanticModel,
  parameters: Statement['parameters'],
): string {
  const scope = toScope(
    { period: { start: stockDay, end: stockDay, label: '' }, access },
    inventory,
    parameters,
  );
  const conditions = filters.map((filter, index) =>
    toCondition(filter, inventory, (parameter) => bind(parameters, `filter_${index + 1}`, parameter)),
  );
  const joins = toJoinLines(
    filters.flatMap(({ dimension }) => inventory.dimensions[dimension]?.join ?? []),
    inventory,
  );
  bindNamed(conditions.join(), { asOf: stockDay, fiscalYearStartMonth }, parameters);
  return `stock AS (
  SELECT
    stock_snapshots.product_id,
    stock_snapshots.warehouse_id,
    SUM(stock_snapshots.on_hand) AS on_hand,
    SUM(stock_snapshots.reserved) AS reserved,
    SUM(stock_snapshots.on_order) AS on_order
  FROM stock_snapshots
${[...joins.map((join) => `  ${join}`), `  WHERE ${[...scope, ...conditions].join('\n    AND ')}`].join('\n')}
  GROUP BY 1, 2
)`;
}

/** The condition that binds another table to the caller's warehouses, to stand after others in a CTE. */
export function toBound(table: string, access: AnalyticsRequest['access']): string {
  return access === 'all' ? '' : `\n    AND ${table}.warehouse_id IN UNNEST(@warehouses)`;
}
