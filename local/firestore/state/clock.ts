import type { Micros } from '../value/value.ts';

/**
 * Read and commit times. They only go forward, and a commit is later than every read time given out before it: what
 * was read "as of" a time can be read again as of that time.
 */
export type Clock = { readTime: () => Micros; commitTime: () => Micros };

/** `last` is the latest commit that the store knows; the wall clock may be behind it. */
export function createClock(last: Micros, nowMs: () => number = Date.now): Clock {
  let latest = last;
  return {
    readTime: () => {
      latest = Math.max(latest, Math.floor(nowMs() * 1000));
      return latest;
    },
    commitTime: () => {
      latest = Math.max(latest + 1, Math.floor(nowMs() * 1000));
      return latest;
    },
  };
}
