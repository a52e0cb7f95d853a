import { type Clock, systemClock } from '../clock.ts';

/** A clock that runs `factor` times as fast as the real one. */
export function createFastClock(factor: number): Clock {
  const startedAt = Date.now();
  return {
    now: () => new Date(startedAt + (Date.now() - startedAt) * factor),
    sleep: (ms, signal) => systemClock.sleep(ms / factor, signal),
  };
}
