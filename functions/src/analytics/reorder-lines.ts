import type { Cell } from '@tallyboard/contract';
import { z } from 'zod';
import { countDays, type Day } from './calendar.ts';
import { type AbcClass, toAbcClass } from './classes.ts';
import {
  type Demand,
  type Recommendation,
  type ReorderInput,
  type ReorderSettings,
  recommendReorder,
  toDemand,
} from './reorder.ts';
import { demandDays } from './reorder-statement.ts';
import { toSeasonal, toSeasonFactor } from './season.ts';

const optionalNumber = z.number().nullable();

/** A row of `compileReorder`, in select order. */
const stockRowSchema = z
  .tuple([z.string(), z.string(), z.string(), z.string(), z.string(), z.string().nullable()])
  .rest(z.union([z.string(), z.number(), z.null()]));
const figuresSchema = z.tuple([
  z.number(), // on_hand
  z.number(), // reserved
  z.number(), // on_order
  optionalNumber, // own_point
  optionalNumber, // own_safety_stock
  optionalNumber, // shared_point
  optionalNumber, // shared_safety_stock
  optionalNumber, // units
  optionalNumber, // squares
  z.string().nullable(), // first_day
  optionalNumber, // recorded_days
  optionalNumber, // selling_days
  optionalNumber, // receipt_count
  optionalNumber, // lead_days
  optionalNumber, // lead_squares
  optionalNumber, // lead_time_days
  optionalNumber, // min_order_quantity
  optionalNumber, // pack_size
  optionalNumber, // unit_cost
  optionalNumber, // share_before
  optionalNumber, // units_then
  optionalNumber, // units_after
  optionalNumber, // elsewhere_units
  optionalNumber, // elsewhere_squares
]);

/** A product to reorder, for one warehouse or, where the recorded policy says so, for all together. */
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
  /** Most urgent first. */
  lines: ReorderLine[];
  /** Products and warehouses with demand but neither a recorded point nor any lead time. */
  withoutLeadTime: number;
  /** Products whose point is recorded for all warehouses together, where only a part of them was read. */
  withoutPart: number;
};

/** What was read: the day of the stock, the days of sales on record in the demand window, and whether all warehouses are in it. */
export type ReorderScope = { stockDay: Day; windowDays: number; isWholeCompany: boolean };

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
  const positions = rows.map((row) => toPosition(row, scope));
  const isShared = ({ shared }: Position) => scope.isWholeCompany && shared !== null;
  const separate = positions.filter((position) => position.own !== null || !isShared(position));
  const together = Map.groupBy(positions.filter(isShared), ({ productId }) => productId);
  const used = [
    ...separate.map((position) => ({ ...position, input: { ...position.input, policy: position.own } })),
    ...[...together.values()].map(combine),
  ];
  const lines = used.flatMap((position) => {
    const serviceLevel = settings.serviceLevels[position.abc];
    const { reviewDays } = settings;
    const recommendation = recommendReorder(position.input, { serviceLevel, reviewDays });
    return recommendation === null ? [] : [toLine(position, recommendation, { serviceLevel, reviewDays })];
  });
  const unused = positions.filter(({ shared }) => shared !== null && !scope.isWholeCompany);
  return {
    lines: lines.sort(byUrgency),
    withoutLeadTime: used.filter(
      ({ input }) => input.policy === null && input.leadTime === null && input.demand.perDay > 0,
    ).length,
    withoutPart: new Set(unused.map(({ productId }) => productId)).size,
  };
}

function toPosition(row: Cell[], scope: ReorderScope): Position {
  const { stockDay } = scope;
  const windowDays = Math.min(scope.windowDays, demandDays);
  const [productId, product, sku, , warehouse, supplier, ...rest] = stockRowSchema.parse(row);
  const [onHand, reserved, onOrder, ownPoint, ownSafety, sharedPoint, sharedSafety, ...figures] =
    figuresSchema.parse(rest);
  const [units, squares, firstDay, recordedDays, sellingDays, receipts, leadDays, leadSquares, ...terms] =
    figures;
  const [agreedDays, minOrderQuantity, packSize, unitCost, shareBefore, ...others] = terms;
  const [unitsThen, unitsAfter, elsewhereUnits, elsewhereSquares] = others;
  const seasonFactor = toSeasonFactor(unitsThen, unitsAfter);
  const days = toSellingDays({ firstDay, recordedDays, sellingDays, stockDay, windowDays });
  const measured =
    receipts !== null && receipts >= 3 ? toDemand(leadDays ?? 0, leadSquares ?? 0, receipts) : null;
  const agreed = agreedDays === null ? null : { days: agreedDays, sdDays: 0 };
  return {
    productId,
    product,
    sku,
    warehouse,
    supplier,
    own: toPolicy(ownPoint, ownSafety),
    shared: toPolicy(sharedPoint, sharedSafety),
    elsewhere: toSeasonal(toDemand(elsewhereUnits ?? 0, elsewhereSquares ?? 0, windowDays), seasonFactor),
    leadTimeSource: measured !== null ? 'receipts' : agreed !== null ? 'terms' : null,
    unitCost,
    abc: toAbcClass(shareBefore),
    seasonFactor,
    input: {
      onHand,
      reserved,
      onOrder,
      policy: null,
      demand: toSeasonal(toDemand(units ?? 0, squares ?? 0, days), seasonFactor),
      leadTime: measured === null ? agreed : { days: measured.perDay, sdDays: measured.sdPerDay },
      minOrderQuantity: minOrderQuantity ?? 1,
      packSize: packSize ?? 1,
    },
  };
}

/**
 * Days on which the product could be sold: those that ended with units available or saw a sale. Where stock is not
 * recorded day by day (an import with one count), every day of the window counts.
 */
function toSellingDays(days: {
  firstDay: Day | null;
  recordedDays: number | null;
  sellingDays: number | null;
  stockDay: Day;
  windowDays: number;
}): number {
  const { firstDay, recordedDays, sellingDays, stockDay, windowDays } = days;
  if (firstDay === null || recordedDays === null || sellingDays === null) return windowDays;
  const span = countDays(firstDay, stockDay) + 1;
  const isDaily = span >= 14 && recordedDays >= span * 0.8;
  return isDaily ? sellingDays : windowDays;
}

function toPolicy(reorderPoint: number | null, safetyStock: number | null): ReorderInput['policy'] {
  return reorderPoint === null ? null : { reorderPoint, safetyStock: safetyStock ?? 0 };
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

const urgencies = ['stocked out', 'runs out before delivery', 'soon'] as const;

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
