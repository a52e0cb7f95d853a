import type { Cell, Column } from '@tallyboard/contract';
import type { ReorderLine } from '../analytics/reorder-lines.ts';

type Described = { column: Column; toCell: (line: ReorderLine) => Cell };

const plain = { role: 'detail', unit: 'none', summable: false } as const;
const units = { type: 'integer', role: 'measure', unit: 'units', summable: false } as const;

const described: Described[] = [
  {
    column: { name: 'product', label: 'Product', ...plain, type: 'string', role: 'dimension' },
    toCell: ({ product }) => product,
  },
  { column: { name: 'sku', label: 'SKU', ...plain, type: 'string' }, toCell: ({ sku }) => sku },
  {
    column: { name: 'warehouse', label: 'Warehouse', ...plain, type: 'string', role: 'dimension' },
    toCell: ({ warehouse }) => warehouse ?? 'All warehouses',
  },
  {
    column: { name: 'urgency', label: 'Urgency', ...plain, type: 'string' },
    toCell: ({ urgency }) => urgency,
  },
  {
    column: { name: 'suggested_quantity', label: 'Suggested quantity', ...units, summable: true },
    toCell: ({ suggestedQuantity }) => suggestedQuantity,
  },
  {
    column: {
      name: 'cost',
      label: 'Cost',
      type: 'number',
      role: 'measure',
      unit: 'currency',
      summable: true,
    },
    toCell: ({ unitCost, suggestedQuantity }) =>
      unitCost === null ? null : round(unitCost * suggestedQuantity, 2),
  },
  {
    column: { name: 'supplier', label: 'Supplier', ...plain, type: 'string' },
    toCell: ({ supplier }) => supplier ?? 'No supplier',
  },
  { column: { name: 'on_hand', label: 'On hand', ...units }, toCell: ({ onHand }) => onHand },
  { column: { name: 'reserved', label: 'Reserved', ...units }, toCell: ({ reserved }) => reserved },
  { column: { name: 'on_order', label: 'On order', ...units }, toCell: ({ onOrder }) => onOrder },
  { column: { name: 'position', label: 'Stock position', ...units }, toCell: ({ position }) => position },
  {
    column: { name: 'reorder_point', label: 'Reorder point', ...units },
    toCell: ({ reorderPoint }) => reorderPoint,
  },
  {
    column: { name: 'order_up_to', label: 'Order up to', ...units },
    toCell: ({ orderUpTo }) => orderUpTo,
  },
  {
    column: { name: 'safety_stock', label: 'Safety stock', ...units },
    toCell: ({ safetyStock }) => safetyStock,
  },
  {
    column: { name: 'daily_demand', label: 'Demand per day', ...units, type: 'number' },
    toCell: ({ perDay }) => round(perDay, 2),
  },
  {
    column: { name: 'daily_demand_deviation', label: 'Deviation of demand', ...units, type: 'number' },
    toCell: ({ sdPerDay }) => round(sdPerDay, 2),
  },
  {
    column: { name: 'season', label: 'Season factor', ...units, type: 'number', unit: 'none' },
    toCell: ({ seasonFactor }) => round(seasonFactor, 3),
  },
  {
    column: {
      name: 'days_until_stock_out',
      label: 'Days until stock-out',
      type: 'number',
      role: 'measure',
      unit: 'days',
      summable: false,
    },
    toCell: ({ daysUntilStockOut }) => (daysUntilStockOut === null ? null : round(daysUntilStockOut, 1)),
  },
  {
    column: {
      name: 'lead_time_days',
      label: 'Lead time',
      type: 'number',
      role: 'measure',
      unit: 'days',
      summable: false,
    },
    toCell: ({ leadDays }) => (leadDays === null ? null : round(leadDays, 1)),
  },
  {
    column: {
      name: 'lead_time_deviation',
      label: 'Deviation of lead time',
      type: 'number',
      role: 'measure',
      unit: 'days',
      summable: false,
    },
    toCell: ({ sdLeadDays }) => (sdLeadDays === null ? null : round(sdLeadDays, 1)),
  },
  { column: { name: 'abc', label: 'Class', ...plain, type: 'string' }, toCell: ({ abc }) => abc },
  {
    column: { name: 'service_level', label: 'Service level', ...units, type: 'number', unit: 'fraction' },
    toCell: ({ serviceLevel }) => serviceLevel,
  },
  {
    column: { name: 'policy', label: 'Reorder point is', ...plain, type: 'string' },
    toCell: ({ policy }) => policy,
  },
  { column: { name: 'reason', label: 'Why', ...plain, type: 'string' }, toCell: explain },
];

export const reorderColumns: Column[] = described.map(({ column }) => column);

export function toReorderRow(line: ReorderLine): Cell[] {
  return described.map(({ toCell }) => toCell(line));
}

/** How the line stands to its point, and what its quantity is made of. */
function explain(line: ReorderLine): string {
  const { position, reorderPoint, policy, warehouse, urgency } = line;
  const scope = warehouse === null ? ' for all warehouses together' : '';
  const point = policy === 'recorded' ? `the recorded point ${reorderPoint}${scope}` : `${reorderPoint}`;
  if (urgency === 'no order needed') return `Position ${position} is not below ${point}.`;
  const how = position < reorderPoint ? 'below' : 'at';
  return `Position ${position} is ${how} ${point}. ${explainQuantity(line)}`;
}

function explainQuantity(line: ReorderLine): string {
  const { position, orderUpTo, suggestedQuantity, coveredSafetyStock, reviewDays } = line;
  const daily = `${round(line.perDay, 2)} a day`;
  const source = line.leadTimeSource === 'receipts' ? 'as received lately' : 'as agreed';
  const made =
    coveredSafetyStock === null
      ? `the recorded point and ${reviewDays} days at ${daily}`
      : `${daily} for ${round(line.leadDays ?? 0, 1)} days of lead time (${source}) and ${reviewDays} more, plus ${coveredSafetyStock} safety stock`;
  const rounded =
    suggestedQuantity > orderUpTo - position ? '; rounded up to the minimum order and whole packs' : '';
  return `${suggestedQuantity} for up to ${orderUpTo}: ${made}${rounded}`;
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
