import { CodedError } from '../coded-error.ts';
import { type Cost, meterWarehouse } from '../warehouse/meter-warehouse.ts';
import { type Warehouse, WarehouseError } from '../warehouse/warehouse.ts';
import { toBody } from './turn-error.ts';
import type { TurnRun } from './turn-run.ts';

export type MeteredWarehouse = {
  warehouse: Warehouse;
  /** Of all reads so far, the estimate while one runs; null before the first was estimated. */
  cost: () => Cost | null;
};

/**
 * The warehouse as one call sees it. What a read will bill is set aside from the person's day before it runs, and
 * counted from then on: reads side by side, in other turns and in other processes cannot pass the limit together.
 * @param onCost what one more read costs, or less than was estimated.
 */
export function meterReads(run: TurnRun, onCost: (more: Cost) => void): MeteredWarehouse {
  let total: Cost | null = null;
  const count = (more: Cost) => {
    total = { bytes: (total?.bytes ?? 0) + more.bytes, priceUsd: (total?.priceUsd ?? 0) + more.priceUsd };
    onCost(more);
  };
  return {
    cost: () => total,
    warehouse: meterWarehouse(run.deps.warehouse, {
      setAside: async (estimate) => {
        await setAside(run, estimate.bytes);
        count(estimate);
      },
      settle: (change) => {
        run.bytesLeft -= change.bytes;
        count(change);
      },
    }),
  };
}

/** @throws WarehouseError too_expensive where the day's limit does not leave so much */
async function setAside(run: TurnRun, bytes: number): Promise<void> {
  run.bytesLeft -= bytes;
  const missing = Math.min(bytes, -run.bytesLeft);
  if (missing <= 0) return;
  // The end of the turn waits for it: what is set aside after that would be settled by nobody.
  const done = await run.writes.add(run.record.reserveBytes(missing)).catch((cause: unknown) => {
    throw new CodedError('unavailable', toBody('unavailable').message, { cause });
  });
  run.bytesLeft += done ? missing : bytes;
  if (done) return;
  throw new WarehouseError(
    'too_expensive',
    // No figure: an answer that repeats one would have to prove it.
    "The day's limit of reads does not leave enough for this one. It begins anew after 00:00 UTC.",
  );
}
