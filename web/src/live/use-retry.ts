import { useEffect, useMemo, useState } from 'react';
import type { Live, Loaded } from './live.ts';
import { useLive } from './use-live.ts';

/**
 * Subscribes a component to a live value. What has failed is tried again when the network is back.
 * @returns the value, and what subscribes anew: what had failed is then tried again
 */
export function useRetry<T>(live: Live<Loaded<T>>): [Loaded<T>, () => void] {
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt is a subscription of its own.
  const renewed = useMemo(
    () => ({ get: live.get, subscribe: (onChange: () => void) => live.subscribe(onChange) }),
    [live, attempt],
  );
  const loaded = useLive(renewed);
  const failed = loaded.state === 'failed';
  useEffect(() => {
    if (!failed) return;
    const onOnline = () => setAttempt((before) => before + 1);
    window.addEventListener('online', onOnline);
    return () => window.removeEventListener('online', onOnline);
  }, [failed]);
  return [loaded, () => setAttempt(attempt + 1)];
}
