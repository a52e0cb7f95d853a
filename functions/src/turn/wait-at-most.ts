import { type Clock, notNeeded } from './clock.ts';

/** The promise's value, or undefined when it takes longer. */
export async function waitAtMost<T>(promise: Promise<T>, ms: number, clock: Clock): Promise<T | undefined> {
  const done = new AbortController();
  const late = clock.sleep(ms, done.signal).then(
    () => undefined,
    () => undefined,
  );
  try {
    return await Promise.race([promise, late]);
  } finally {
    done.abort(notNeeded);
  }
}
