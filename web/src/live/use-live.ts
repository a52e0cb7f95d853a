import { useSyncExternalStore } from 'react';
import type { Live } from './live.ts';

/** Subscribes a component to a live value. */
export function useLive<T>(live: Live<T>): T {
  return useSyncExternalStore(live.subscribe, live.get, live.get);
}
