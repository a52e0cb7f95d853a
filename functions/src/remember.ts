export type RememberOptions<A> = {
  /** What is read for one argument is believed for all with the same key. */
  toKey: (argument: A) => string;
  maxAgeMs: number;
  maxEntries: number;
  now: () => Date;
};

export type Remembered<A, T> = {
  read: (argument: A) => Promise<T>;
  /** The next read asks again. */
  forget: (argument: A) => void;
};

/** Spares a read that was made a moment ago, or is on its way. Failures are not remembered. */
export function remember<A, T>(
  read: (argument: A) => Promise<T>,
  { toKey, maxAgeMs, maxEntries, now }: RememberOptions<A>,
): Remembered<A, T> {
  const known = new Map<string, { readAtMs: number; value: Promise<T> }>();
  return {
    read: (argument) => {
      const key = toKey(argument);
      const nowMs = now().getTime();
      const kept = known.get(key);
      if (kept && nowMs - kept.readAtMs < maxAgeMs) return kept.value;
      const value = read(argument);
      // Inserted anew, so that the map's first key is the one read longest ago.
      known.delete(key);
      known.set(key, { readAtMs: nowMs, value });
      value.catch(() => {
        // A newer read may have taken its place.
        if (known.get(key)?.value === value) known.delete(key);
      });
      for (const oldest of known.keys()) {
        if (known.size <= maxEntries) break;
        known.delete(oldest);
      }
      return value;
    },
    forget: (argument) => void known.delete(toKey(argument)),
  };
}
