import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FirestoreTimeout, inTime } from './in-time.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a request that Firestore never answers counts as failed after 3 s', async () => {
  let failure: unknown;
  inTime(new Promise(() => undefined)).catch((error) => {
    failure = error;
  });
  await vi.advanceTimersByTimeAsync(2_999);
  expect(failure).toBeUndefined();
  await vi.advanceTimersByTimeAsync(1);
  expect(failure).toBeInstanceOf(FirestoreTimeout);
});

test('a request that is answered within 3 s has its answer, and leaves no timer', async () => {
  expect(await inTime(Promise.resolve('rows'))).toBe('rows');
  expect(vi.getTimerCount()).toBe(0);
});
