import { CodedError } from '../coded-error.ts';

export type CallLimitOptions = {
  /** Calls of one caller within the window. */
  max: number;
  windowMs: number;
  /** Callers remembered at most; past it the one seen first is forgotten. */
  maxCallers: number;
  /** What a refused caller reads. */
  sentence: string;
  now: () => Date;
};

/** Counts a call. Throws CodedError limit_reached, with the time until the next is free. */
export type LimitCalls = (caller: string) => void;

/** A sliding window for each caller, in this process's memory: a brake on guessing and flooding, not an exact count. */
export function createCallLimit(options: CallLimitOptions): LimitCalls {
  const calls = new Map<string, number[]>();
  return (caller) => {
    const nowMs = options.now().getTime();
    const recent = (calls.get(caller) ?? []).filter((atMs) => atMs > nowMs - options.windowMs);
    const [oldest] = recent;
    if (recent.length >= options.max && oldest !== undefined) {
      throw new CodedError('limit_reached', options.sentence, {
        retryAfterMs: oldest + options.windowMs - nowMs,
      });
    }
    calls.set(caller, [...recent, nowMs]);
    for (const first of calls.keys()) {
      if (calls.size <= options.maxCallers) break;
      calls.delete(first);
    }
  };
}
