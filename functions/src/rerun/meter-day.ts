import { type Warehouse, WarehouseError } from '../warehouse/warehouse.ts';

/** What a person's reads may bill in a day. */
export type DayOfBytes = {
  /** Sets bytes aside. False where the day's limit does not leave so much. */
  reserve: (bytes: number) => Promise<boolean>;
  /** Gives back what was set aside and not billed. Never throws: what cannot be given back stays counted. */
  giveBack: (bytes: number) => Promise<void>;
};

/** The warehouse outside a turn: what a read will bill is set aside from the person's day before it runs. */
export function meterDay(warehouse: Warehouse, day: DayOfBytes): Warehouse {
  return {
    read: async (statement, options) => {
      let held = 0;
      const onEstimate = async ({ bytes }: { bytes: number }) => {
        if (!(await day.reserve(bytes))) {
          throw new WarehouseError('too_expensive', 'The reads of this person are at the limit of the day.');
        }
        if (options.signal.aborted) {
          // Nothing was sent, and nothing will be.
          await day.giveBack(bytes);
          throw options.signal.reason;
        }
        held = bytes;
      };
      try {
        const read = await warehouse.read(statement, { ...options, onEstimate });
        if (read.bytesProcessed < held) await day.giveBack(held - read.bytesProcessed);
        return read;
      } catch (error) {
        // Refused before it ran. One that failed on its way may be billed, so it stays counted.
        const refused = error instanceof WarehouseError && error.code === 'too_expensive';
        if (refused && held > 0) await day.giveBack(held);
        throw error;
      }
    },
  };
}
