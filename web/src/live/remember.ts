import type { Live } from './live.ts';

type Entry<T> = { live: Live<T>; subscribers: number };

/**
 * The same value for the same key. Of the values that nobody subscribes to, the `most` that were asked for last are kept: a page that
 * is open all day does not hold all that it ever showed.
 */
export function remember<T>(create: (key: string) => Live<T>, most: number): (key: string) => Live<T> {
  // In the order in which they were asked for.
  const made = new Map<string, Entry<T>>();
  return (key) => {
    const entry: Entry<T> =
      made.get(key) ??
      createEntry(create(key), () => {
        // What was forgotten before anybody subscribed to it is known again.
        if (!made.has(key)) made.set(key, entry);
      });
    made.delete(key);
    made.set(key, entry);
    const idle = [...made].filter(([, { subscribers }]) => subscribers === 0);
    for (const [old] of idle.slice(0, Math.max(0, idle.length - most))) made.delete(old);
    return entry.live;
  };
}

function createEntry<T>({ get, subscribe }: Live<T>, onSubscribe: () => void): Entry<T> {
  const entry: Entry<T> = {
    subscribers: 0,
    live: {
      get,
      subscribe: (onChange) => {
        onSubscribe();
        const leave = subscribe(onChange);
        let isSubscribed = true;
        entry.subscribers += 1;
        return () => {
          leave();
          if (isSubscribed) entry.subscribers -= 1;
          isSubscribed = false;
        };
      },
    },
  };
  return entry;
}
