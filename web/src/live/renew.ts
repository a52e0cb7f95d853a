import type { Live } from './live.ts';

/** The same value with a `subscribe` of its own, so that React subscribes anew: what had failed is then tried again. */
export function renew<T>({ get, subscribe }: Live<T>): Live<T> {
  return { get, subscribe: (onChange) => subscribe(onChange) };
}
