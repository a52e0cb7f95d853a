import { useMemo, useState } from 'react';
import type { Live } from './live.ts';
import { useLive } from './use-live.ts';

/** Subscribes a component to a live value. @returns the value, and what subscribes anew: what had failed is then tried again */
export function useRetry<T>(live: Live<T>): [T, () => void] {
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt is a subscription of its own.
  const renewed = useMemo(
    () => ({ get: live.get, subscribe: (onChange: () => void) => live.subscribe(onChange) }),
    [live, attempt],
  );
  return [useLive(renewed), () => setAttempt(attempt + 1)];
}
