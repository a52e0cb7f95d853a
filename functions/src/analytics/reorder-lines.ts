import type { Cell } from '@tallyboard/contract';
import { countDays, type Day } from './calendar.ts';
import { type AbcClass, toAbcClass } from './classes.ts';
import {
  type Demand,
  type Recommendation,
  type ReorderInput,
  type ReorderSettings,
  recommendReorder,
} from './reorder.ts';
import { parseReorderRow, type ReorderRow } from './reorder-row.ts';
import { toSeasonal, toSeasonFactor } from './season.ts';
import { toMoments } from './statistics.ts';

/** How a product stands to its reorder point, in one warehouse or, where the recorded policy says so, for all together. */
export type ReorderLine = Recommendation & {
  product: string;
  sku: string;
  /** Null: all warehouses together. */
  warehouse: string | null;
  supplier: string | null;
  onHand: number;
  reserved: number;
  onOrder: number;
  perDay: number;
  sdPerDay: number;
  leadDays: number | null;
  sdLeadDays: number | null;
  leadTimeSource: 'receipts' | 'terms' | null;
  policy: 'recorded' | 'computed';
  unitCost: number | null;
  abc: AbcClass;
  serviceLevel: number;
  /** What demand per day was multiplied by for the season. */
  seasonFactor: number;
  reviewDays: number;
};

export type ReorderLineSettings = {
  /** The service level of each class. */
  serviceLevels: Record<AbcClass, number>;
  reviewDays: number;
  atPoint?: boolean;
};

type Position = {
  productId: string;
  product: string;
  sku: string;
  warehouse: string | null;
  supplier: string | null;
  input: ReorderInput;
  own: ReorderInput['policy'];
  shared: ReorderInput['policy'];
  /** Demand in warehouses without stock of the product on record. */
  elsewhere: Demand;
  leadTimeSource: ReorderLine['leadTimeSource'];
  unitCost: number | null;
  abc: AbcClass;
  seasonFactor: number;
};

export type ReorderLines = {
  /** What to reorder, most urgent first. */
  lines: ReorderLine[];
  /** What is not below its reorder point, and so needs nothing. */
  enough: ReorderLine[];
  /** How many of these would be below their point, were it computed: the recorded one is lower than demand asks for. */
  outgrown: number;
  /** Products and warehouses with demand but neither a recorded point nor any lead time. */
  withoutLeadTime: number;
  /** Products whose point is recorded for all warehouses together, where only a part of them was read. */
  withoutPart: number;
};

/** What was read: the days that demand is taken from, and whether all warehouses are in it. */
export type ReorderScope = { demand: { end: Day; count: number }; isWholeCompany: boolean };

/**
 * Recommendations for the rows of `compileReorder`. A product whose policy is recorded for all warehouses together gets
 * one line over all of them, besides lines for warehouses with a policy of their own. Where a part of the company was read, such a
 * policy says nothing: the points are computed.
 */
export function toReorderLines(
  rows: Cell[][],
  scope: ReorderScope,
  settings: ReorderLineSettings,
): ReorderLines {
  const positions = rows.map((row) => toPosition(parseReorderRow(row), scope));
  const isShared = ({ shared }: Position) => scope.isWholeCompany && shared !== null;
  const separate = positions.filter((position) => position.own !== null || !isShared(position));
  const together = Map.groupBy(positions.filter(isShared), ({ productId }) => productId);
  const used = [
    ...separate.map((position) => ({ ...position, input: { ...position.input, policy: position.own } })),
    ...[...together.values()].map(combine),
  ];
  const all = used.flatMap((position) => {
    const serviceLevel = settings.serviceLevels[position.abc];
    const { reviewDays, atPoint = false } = settings;
    const recommendation = recommendReorder(position.input, { serviceLevel, reviewDays, atPoint });
    return recommendation === null ? [] : [toLine(position, recommendation, { serviceLevel, reviewDays })];
  });
  const unused = positions.filter(({ shared }) => shared !== null && !scope.isWholeCompany);
  all.sort(byUrgency);
  const enough = all.filter(({ urgency }) => urgency === 'no order needed');
  return {
    lines: all.filter(({ urgency }) => urgency !== 'no order needed'),
    enough,
    outgrown: enough.filter(({ position, computedPoint }) => position < (computedPoint ?? 0)).length,
    withoutLeadTime: used.filter(
      ({ input }) => input.policy === null && input.leadTime === null && input.demand.perDay > 0,
    ).length,
    withoutPart: new Set(unused.map(({ productId }) => productId)).size,
  };
}

function toPosition(row: ReorderRow, { demand }: ReorderScope): Position {
  const seasonFactor = toSeasonFactor(row.units_then, row.units_after);
  const measured =
    row.receipt_count !== null && row.receipt_count >= 3
      ? toMoments(row.lead_days ?? 0, row.lead_squares ?? 0, row.receipt_count)
      : null;
  const agreed = row.lead_time_days === null ? null : { days: row.lead_time_days, sdDays: 0 };
  // Only days on which it could be sold tell of demand.
  const days = countDays(row.since, demand.end) + 1 - row.out_days;
  const elsewhere = toDemand(row.elsewhere_units ?? 0, row.elsewhere_squares ?? 0, demand.count);
  return {
    productId: row.product_id,
    product: row.product,
    sku: row.sku,
    warehouse: row.warehouse,
    supplier: row.supplier,
    own: toPolicy(row.own_point, row.own_safety_stock),
    shared: toPolicy(row.shared_point, row.shared_safety_stock),
    elsewhere: toSeasonal(elsewhere, seasonFactor),
    leadTimeSource: measured !== null ? 'receipts' : agreed !== null ? 'terms' : null,
    unitCost: row.unit_cost,
    abc: toAbcClass(row.share_before),
    seasonFactor,
    input: {
      onHand: row.on_hand,
      reserved: row.reserved,
      onOrder: row.on_order,
      policy: null,
      demand: toSeasonal(toDemand(row.units ?? 0, row.squares ?? 0, days), seasonFactor),
      leadTime: measured === null ? agreed : { days: measured.mean, sdDays: measured.deviation },
      minOrderQuantity: row.min_order_quantity ?? 1,
      packSize: row.pack_size ?? 1,
    },
  };
}

function toPolicy(reorderPoint: number | null, safetyStock: number | null): ReorderInput['policy'] {
  return reorderPoint === null ? null : { reorderPoint, safetyStock: safetyStock ?? 0 };
}

/** From the sums over the days on which something was sold, out of all on which it could be. */
function toDemand(units: number, squares: number, days: number): Demand {
  const { mean, deviation } = toMoments(units, squares, days);
  return { perDay: mean, sdPerDay: deviation };
}

/** All warehouses of a product as one. Deviations of demand add up as those of independent warehouses do. */
function combine(positions: Position[]): Position {
  const [first] = positions;
  if (first === undefined) throw new Error('A group has at least one member');
  const sum = (pick: (input: ReorderInput) => number) =>
    positions.reduce((total, { input }) => total + pick(input), 0);
  const demand: Demand = {
    perDay: sum((input) => input.demand.perDay) + first.elsewhere.perDay,
    sdPerDay: Math.sqrt(sum((input) => input.demand.sdPerDay ** 2) + first.elsewhere.sdPerDay ** 2),
  };
  const input = {
    ...first.input,
    onHand: sum(({ onHand }) => onHand),
    reserved: sum(({ reserved }) => reserved),
    onOrder: sum(({ onOrder }) => onOrder),
    policy: first.shared,
    demand,
  };
  return { ...first, warehouse: null, input };
}

function toLine(position: Position, recommendation: Recommendation, settings: ReorderSettings): ReorderLine {
  const { input } = position;
  return {
    ...recommendation,
    product: position.product,
    sku: position.sku,
    warehouse: position.warehouse,
    supplier: position.supplier,
    onHand: input.onHand,
    reserved: input.reserved,
    onOrder: input.onOrder,
    perDay: input.demand.perDay,
    sdPerDay: input.demand.sdPerDay,
    leadDays: input.leadTime?.days ?? null,
    sdLeadDays: input.leadTime?.sdDays ?? null,
    leadTimeSource: position.leadTimeSource,
    policy: input.policy === null ? 'computed' : 'recorded',
    unitCost: position.unitCost,
    abc: position.abc,
    ...settings,
    seasonFactor: position.seasonFactor,
  };
}

const urgencies = ['stocked out', 'runs out before delivery', 'soon', 'no order needed'] as const;

/** Most urgent first; within that what runs out first, then what sells most, then by name. */
function byUrgency(a: ReorderLine, b: ReorderLine): number {
  return (
    urgencies.indexOf(a.urgency) - urgencies.indexOf(b.urgency) ||
    (a.daysUntilStockOut ?? 1e9) - (b.daysUntilStockOut ?? 1e9) ||
    b.perDay - a.perDay ||
    a.product.localeCompare(b.product) ||
    (a.warehouse ?? '').localeCompare(b.warehouse ?? '')
  );
}
