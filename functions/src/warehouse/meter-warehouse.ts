import { type Warehouse, WarehouseError } from './warehouse.ts';

/** What a read is billed, or will be as far as it is known. */
export type Cost = { bytes: number; priceUsd: number };

export type Meter = {
  /** Sets aside what a read will bill; what it throws ends the read. */
  setAside: (estimate: Cost) => Promise<void>;
  /** Told what a read cost beyond what was set aside for it; below zero where it was less. */
  settle: (change: Cost) => void | Promise<void>;
};

const nothing: Cost = { bytes: 0, priceUsd: 0 };

/** The warehouse with a meter before it: what a read will bill is set aside before it runs, and settled when it has run. */
export function meterWarehouse(warehouse: Warehouse, { setAside, settle }: Meter): Warehouse {
  return {
    read: async (statement, options) => {
      let held = nothing;
      const correct = async ({ bytes, priceUsd }: Cost) => {
        if (bytes === held.bytes) return;
        await settle({ bytes: bytes - held.bytes, priceUsd: priceUsd - held.priceUsd });
      };
      const onEstimate = async (estimate: Cost) => {
        await setAside(estimate);
        held = estimate;
        if (!options.signal.aborted) return;
        // Nothing was sent, and nothing will be.
        await correct(nothing);
        throw options.signal.reason;
      };
      try {
        const read = await warehouse.read(statement, { ...options, onEstimate });
        await correct({ bytes: read.bytesProcessed, priceUsd: read.priceUsd });
        return read;
      } catch (error) {
        // Refused before it ran. A job that was cancelled or failed on its way may be billed, so it stays counted.
        if (error instanceof WarehouseError && error.code === 'too_expensive') await correct(nothing);
        throw error;
      }
    },
  };
}
