import { toBackoffMs } from '../backoff.ts';
import type { Clock } from './clock.ts';

export type RetryOptions = {
  clock: Clock;
  random: () => number;
  /** No try starts after this time. */
  until: Date;
  isFinal: (error: unknown) => boolean;
  onRetry: (error: unknown) => void;
};

/** Tries until it succeeds, fails for good, or time is up. @throws the last failure */
export async function retry<T>(run: () => Promise<T>, options: RetryOptions): Promise<T> {
  for (let failures = 1; ; failures += 1) {
    try {
      return await run();
    } catch (error) {
      const waitMs = toBackoffMs(failures, options.random);
      const late = options.clock.now().getTime() + waitMs > options.until.getTime();
      if (late || options.isFinal(error)) throw error;
      options.onRetry(error);
      await options.clock.sleep(waitMs);
    }
  }
}
