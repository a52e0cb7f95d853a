import { createIntegerColumns, type IntegerColumns } from './integer-columns.ts';

export const movementTypes = [
  'opening',
  'sale',
  'return',
  'receipt',
  'transfer_in',
  'transfer_out',
  'adjustment',
] as const;
export type MovementType = (typeof movementTypes)[number];

/** `type` is an index in `movementTypes`, `reference` the number of the document behind it (0: none). */
export const movementColumn = {
  day: 0,
  warehouse: 1,
  product: 2,
  type: 3,
  quantity: 4,
  reference: 5,
} as const;
/** Stock at the end of each day, for every warehouse and product from its first movement on until it is gone for good. */
export const snapshotColumn = {
  day: 0,
  warehouse: 1,
  product: 2,
  onHand: 3,
  reserved: 4,
  onOrder: 5,
} as const;

/** Stock of every warehouse and product; a cell is `warehouse * productCount + product`. */
export type Stock = {
  readonly onHand: Int32Array;
  /** Units on hand that are promised to orders not yet shipped. */
  readonly reserved: Int32Array;
  readonly onOrder: Int32Array;
  /** Units under way from another warehouse. */
  readonly inTransit: Int32Array;
  readonly movements: IntegerColumns;
  readonly snapshots: IntegerColumns;
  readonly productCount: number;
  readonly cellCount: number;
  free: (cell: number) => number;
  /** Units on hand, promised and coming: what a buyer compares with the reorder point. */
  position: (cell: number) => number;
  /** @throws Error when stock would fall below what is promised. */
  move: (day: number, cell: number, type: MovementType, quantity: number, reference: number) => void;
  /** A product that is no longer sold is left out from the day after the last of it went. */
  takeSnapshot: (day: number, isSold: (product: number) => boolean) => void;
};

export function createStock(warehouseCount: number, productCount: number): Stock {
  const cellCount = warehouseCount * productCount;
  const onHand = new Int32Array(cellCount);
  const reserved = new Int32Array(cellCount);
  const onOrder = new Int32Array(cellCount);
  const inTransit = new Int32Array(cellCount);
  const moved = new Uint8Array(cellCount);
  /** On hand and on order at the last snapshot. */
  const before = new Int32Array(cellCount);
  const movements = createIntegerColumns(Object.keys(movementColumn).length, 1 << 16);
  const snapshots = createIntegerColumns(Object.keys(snapshotColumn).length, 1 << 18);
  const free = (cell: number) => (onHand[cell] ?? 0) - (reserved[cell] ?? 0);
  return {
    onHand,
    reserved,
    onOrder,
    inTransit,
    movements,
    snapshots,
    productCount,
    cellCount,
    free,
    position: (cell) => free(cell) + (onOrder[cell] ?? 0) + (inTransit[cell] ?? 0),
    move: (day, cell, type, quantity, reference) => {
      if (quantity === 0) return;
      const after = (onHand[cell] ?? 0) + quantity;
      if (after < (reserved[cell] ?? 0))
        throw new Error(`Stock of cell ${cell} would fall below its promises.`);
      onHand[cell] = after;
      moved[cell] = 1;
      const warehouse = Math.floor(cell / productCount);
      const product = cell % productCount;
      movements.push(day, warehouse, product, movementTypes.indexOf(type), quantity, reference);
    },
    takeSnapshot: (day, isSold) => {
      for (let cell = 0; cell < cellCount; cell += 1) {
        if (moved[cell] === 0) continue;
        const warehouse = Math.floor(cell / productCount);
        const product = cell % productCount;
        const units = onHand[cell] ?? 0;
        const ordered = onOrder[cell] ?? 0;
        const isGone = units + ordered + (before[cell] ?? 0) === 0 && !isSold(product);
        before[cell] = units + ordered;
        if (isGone) continue;
        snapshots.push(day, warehouse, product, units, reserved[cell] ?? 0, ordered);
      }
    },
  };
}
