import type { StartTurnOptions } from '../start-turn.ts';

/** Limits that no test reaches by itself. */
export const storeOptions: StartTurnOptions = {
  queriesPerHour: 50,
  conversationDays: 30,
  bytesPerDay: 1e12,
  random: Math.random,
};
