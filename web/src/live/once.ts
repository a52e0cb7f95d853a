import { type Live, type Loaded, loading } from './live.ts';
import { toError } from './to-error.ts';

/** Something that never changes: fetched when first subscribed to, kept, and tried again after a failure. */
export function createOnce<T>(load: () => Promise<T>): Live<Loaded<T>> {
  let current: Loaded<T> = loading;
  let started = false;
  const subscribers = new Set<() => void>();
  const change = (next: Loaded<T>) => {
    current = next;
    for (const notify of [...subscribers]) notify();
  };
  const start = () => {
    started = true;
    if (current.state === 'failed') current = loading;
    load().then(
      (value) => change({ state: 'ready', value }),
      (cause: unknown) => {
        started = false;
        change({ state: 'failed', error: toError(cause) });
      },
    );
  };
  return {
    get: () => current,
    subscribe: (onChange) => {
      const notify = () => onChange();
      subscribers.add(notify);
      if (!started) start();
      return () => {
        subscribers.delete(notify);
      };
    },
  };
}
