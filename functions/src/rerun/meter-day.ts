import { meterWarehouse } from '../warehouse/meter-warehouse.ts';
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
  return meterWarehouse(warehouse, {
    setAside: async ({ bytes }) => {
      if (await day.reserve(bytes)) return;
      throw new WarehouseError('too_expensive', 'The reads of this person are at the limit of the day.');
    },
    settle: async ({ bytes }) => {
      if (bytes < 0) await day.giveBack(-bytes);
    },
  });
}
