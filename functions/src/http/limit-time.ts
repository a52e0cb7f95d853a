import type { MiddlewareHandler } from 'hono';
import { CodedError } from '../coded-error.ts';
import { within } from '../within.ts';

/** 503 where a request is not answered in time, because something that it needs hangs. */
export function limitTime(timeoutMs: number): MiddlewareHandler {
  return (_context, next) => answerWithin(timeoutMs, next());
}

/** @throws CodedError unavailable when it takes longer */
export function answerWithin<T>(timeoutMs: number, answer: Promise<T>): Promise<T> {
  return within(answer, timeoutMs, () => {
    return new CodedError('unavailable', 'This takes too long just now. Try again in a minute.');
  });
}
