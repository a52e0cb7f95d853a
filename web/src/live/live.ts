/** A value that changes over time. `get` returns the same object until the next change. */
export type Live<T> = { get: () => T; subscribe: (onChange: () => void) => () => void };

/** What is known of something that has to be fetched. */
export type Loaded<T> =
  | { state: 'loading' }
  | { state: 'failed'; error: Error }
  | { state: 'ready'; value: T };

export const loading = { state: 'loading' } as const;

export type Source<T> = (onNext: (value: T) => void, onError: (error: Error) => void) => () => void;

/**
 * A value that is listened to while someone subscribes and for `lingerMs` after the last one left, so that moving
 * between two pages does not listen anew. The last value is kept in between.
 */
export function createLive<T>(source: Source<T>, lingerMs = 5_000): Live<Loaded<T>> {
  let current: Loaded<T> = loading;
  let stop: (() => void) | null = null;
  let leaving: ReturnType<typeof setTimeout> | null = null;
  const subscribers = new Set<() => void>();

  const change = (next: Loaded<T>) => {
    current = next;
    for (const notify of [...subscribers]) notify();
  };
  const start = () => {
    if (leaving) clearTimeout(leaving);
    leaving = null;
    if (current.state === 'failed') {
      stop?.();
      stop = null;
      current = loading;
    }
    stop ??= source(
      (value) => change({ state: 'ready', value }),
      (error) => change({ state: 'failed', error }),
    );
  };
  const leave = () => {
    leaving = setTimeout(() => {
      stop?.();
      stop = null;
      leaving = null;
    }, lingerMs);
  };

  return {
    get: () => current,
    subscribe: (onChange) => {
      const notify = () => onChange();
      subscribers.add(notify);
      start();
      return () => {
        if (subscribers.delete(notify) && subscribers.size === 0) leave();
      };
    },
  };
}
