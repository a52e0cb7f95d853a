import { toNormalQuantile } from './statistics.ts';

/** What is known of one product in one warehouse, or in all warehouses together. Units per day. */
export type ReorderInput = {
  onHand: number;
  reserved: number;
  onOrder: number;
  /** The policy recorded in the inventory system; null where the point is to be computed. */
  policy: { reorderPoint: number; safetyStock: number } | null;
  demand: Demand;
  /** Null where no receipt and no agreed lead time is known. */
  leadTime: { days: number; sdDays: number } | null;
  minOrderQuantity: number;
  packSize: number;
};

/** Mean and standard deviation of the units sold on a day on which the product could be sold. */
export type Demand = { perDay: number; sdPerDay: number };

export type ReorderSettings = {
  /** The chance of not running out while an order is on its way: 0.95 and such. */
  serviceLevel: number;
  /** Days of demand that an order covers beyond the lead time. */
  reviewDays: number;
  /** Whether to order at the reorder point, too, and not only below it. */
  atPoint?: boolean;
};

export type Urgency = 'stocked out' | 'runs out before delivery' | 'soon' | 'no order needed';

export type Recommendation = {
  /** `no order needed`: the stock position is not below the reorder point, so the suggested quantity is zero. */
  urgency: Urgency;
  available: number;
  position: number;
  reorderPoint: number;
  safetyStock: number;
  /** The point that demand and lead time ask for, whatever is recorded; null without a lead time. */
  computedPoint: number | null;
  /** Null without demand. */
  daysUntilStockOut: number | null;
  /** What the position is brought up to, before the minimum order and packs. */
  orderUpTo: number;
  /** The safety stock within `orderUpTo` where that follows demand; null where it follows the recorded point. */
  coveredSafetyStock: number | null;
  suggestedQuantity: number;
};

/**
 * Whether to reorder, how urgently and how much; null where no point is recorded and none can be computed.
 *
 * - stock position = on hand - reserved + on order. What is on its way counts, so nothing is ordered twice.
 * - safety stock = z * sqrt(L * sd_d^2 + d^2 * sd_L^2), for demand d per day with deviation sd_d and a lead time of L days
 *   with deviation sd_L, both taken as independent.
 * - reorder point = d * L + safety stock, and order when the position is below it, on the day on which it is; with `atPoint` when it
 *   has come down to it.
 * - order up to d * (L + review period) + safety stock, then up to the minimum order and to whole packs.
 *
 * Source: Silver, Pyke, Thomas, "Inventory and Production Management in Supply Chains", 4th ed. 2017, chapters 6 (the
 * order-point, order-up-to-level system) and 6.10 (variable lead times); the same safety stock stands in King, "Crack the
 * Code: Understanding safety stock and mastering its equations", APICS magazine, 2011. A recorded policy wins over a
 * computed point; where demand asks for more than the recorded point covers, the quantity follows demand.
 */
export function recommendReorder(input: ReorderInput, settings: ReorderSettings): Recommendation | null {
  const { demand, leadTime, policy } = input;
  const computed = leadTime === null ? null : toComputedPolicy(demand, leadTime, settings.serviceLevel);
  const used = policy ?? computed;
  if (used === null) return null;
  const available = input.onHand - input.reserved;
  const position = available + input.onOrder;
  const isDue = settings.atPoint ? position <= used.reorderPoint : position < used.reorderPoint;
  const reviewDemand = demand.perDay * settings.reviewDays;
  const target = Math.max(used.reorderPoint, computed?.reorderPoint ?? 0) + reviewDemand;
  const daysUntilStockOut = demand.perDay > 0 ? Math.max(0, available) / demand.perDay : null;
  return {
    urgency: isDue ? toUrgency(available, daysUntilStockOut, leadTime?.days ?? null) : 'no order needed',
    available,
    position,
    reorderPoint: used.reorderPoint,
    safetyStock: used.safetyStock,
    computedPoint: computed?.reorderPoint ?? null,
    daysUntilStockOut,
    orderUpTo: toWhole(target),
    coveredSafetyStock:
      computed !== null && computed.reorderPoint >= used.reorderPoint ? computed.safetyStock : null,
    suggestedQuantity: isDue ? toOrderQuantity(target - position, input) : 0,
  };
}

/** Rounded up to whole units: a whole position is below 10.2 exactly when it is below 11. */
function toComputedPolicy(
  demand: Demand,
  leadTime: { days: number; sdDays: number },
  serviceLevel: number,
): { reorderPoint: number; safetyStock: number } {
  const variance = leadTime.days * demand.sdPerDay ** 2 + demand.perDay ** 2 * leadTime.sdDays ** 2;
  const safetyStock = Math.max(0, toNormalQuantile(serviceLevel) * Math.sqrt(variance));
  return {
    reorderPoint: toWhole(demand.perDay * leadTime.days + safetyStock),
    safetyStock: toWhole(safetyStock),
  };
}

function toUrgency(available: number, daysUntilStockOut: number | null, leadDays: number | null): Urgency {
  if (available <= 0) return 'stocked out';
  const runsOut = daysUntilStockOut !== null && leadDays !== null && daysUntilStockOut < leadDays;
  return runsOut ? 'runs out before delivery' : 'soon';
}

/** At least the minimum order, in whole packs. */
export function toOrderQuantity(
  needed: number,
  { minOrderQuantity, packSize }: { minOrderQuantity: number; packSize: number },
): number {
  const pack = Math.max(1, packSize);
  const atLeast = Math.max(needed, minOrderQuantity, 1);
  return toWhole(atLeast / pack) * pack;
}

/** Rounded up; a hair above a whole number is float noise, not another unit. */
function toWhole(value: number): number {
  return Math.max(0, Math.ceil(value - 1e-9));
}
