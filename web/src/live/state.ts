import type { Live } from './live.ts';

/** A live value that its owner sets. */
export type State<T> = Live<T> & { set: (next: T) => void };

export function createState<T>(initial: T): State<T> {
  let current = initial;
  const subscribers = new Set<() => void>();
  return {
    get: () => current,
    set: (next) => {
      if (Object.is(next, current)) return;
      current = next;
      for (const notify of [...subscribers]) notify();
    },
    subscribe: (onChange) => {
      const notify = () => onChange();
      subscribers.add(notify);
      return () => {
        subscribers.delete(notify);
      };
    },
  };
}
