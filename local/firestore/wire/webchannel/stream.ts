import type { Caller } from '../context.ts';

/** A Listen or Write stream inside a session. */
export type Stream = { receive: (message: unknown) => void; end: () => void };

export type Send = (message: unknown) => void;

/**
 * Calls back when the caller's token runs out. A token that had run out before it was accepted, as test tokens have, never does.
 * @returns a function that stops the wait.
 */
export function onTokenExpiry(caller: Caller, expire: () => void, nowMs = Date.now()): () => void {
  const exp = caller.kind === 'client' ? caller.claims?.exp : undefined;
  const leftMs = typeof exp === 'number' ? exp * 1000 - nowMs : 0;
  if (leftMs <= 0 || leftMs > 2 ** 31 - 1) return () => {};
  const timer = setTimeout(expire, leftMs);
  return () => clearTimeout(timer);
}
