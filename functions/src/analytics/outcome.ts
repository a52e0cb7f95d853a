import type { ErrorCode } from '@tallyboard/contract';

/** Why a request cannot be answered, and what would be right: the model reads both and may act on them. */
export type Problem = { code: ErrorCode; message: string; hint: string };

export type Outcome<T> = { ok: true; value: T } | { ok: false; problem: Problem };

export function succeed<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

export function fail<T>(code: ErrorCode, message: string, hint: string): Outcome<T> {
  return { ok: false, problem: { code, message, hint } };
}
