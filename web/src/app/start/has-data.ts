import type { Overview } from '@tallyboard/contract';

/** Whether there is anything to ask about. */
export function hasData({ dataAsOf, lowStock }: Overview): boolean {
  return dataAsOf !== null || Boolean(lowStock?.count);
}
