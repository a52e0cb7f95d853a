import { CodedError } from '../coded-error.ts';

export type AddressLimitOptions = {
  /** Calls from one address within the window. */
  max: number;
  windowMs: number;
  /** Addresses remembered at most; past it the one seen first is forgotten. */
  maxAddresses: number;
  now: () => Date;
};

/** Counts a call. Throws CodedError limit_reached, with the time until the next is free. */
export type LimitAddress = (address: string) => void;

/** A sliding window per address, in this process's memory: a brake on guessing and flooding, not an exact count. */
export function createAddressLimit(options: AddressLimitOptions): LimitAddress {
  const calls = new Map<string, number[]>();
  return (address) => {
    const nowMs = options.now().getTime();
    const recent = (calls.get(address) ?? []).filter((atMs) => atMs > nowMs - options.windowMs);
    const [oldest] = recent;
    if (recent.length >= options.max && oldest !== undefined) {
      throw new CodedError('limit_reached', 'Too many sign-ins from your network. Try again in a minute.', {
        retryAfterMs: oldest + options.windowMs - nowMs,
      });
    }
    calls.set(address, [...recent, nowMs]);
    for (const first of calls.keys()) {
      if (calls.size <= options.maxAddresses) break;
      calls.delete(first);
    }
  };
}
