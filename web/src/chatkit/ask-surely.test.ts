import { expect, test, vi } from 'vitest';
import { ApiError } from '../api/api-error.ts';
import { askSurely } from './ask-surely.ts';

const lost = new ApiError({ code: 'unavailable', message: 'The server cannot be reached.' });
const answered = { conversationId: 'c1', turnId: 't1', status: 'completed' as const, error: null };
const patience = { pauseMs: 1, patienceMs: { unreachable: 30, offline: 60 }, isOnline: () => true };

test('a question that does not get through is asked again until it does', async () => {
  const ask = vi.fn().mockRejectedValueOnce(lost).mockRejectedValueOnce(lost).mockResolvedValueOnce(answered);
  const { reply, trouble } = askSurely(ask, patience);
  const heard: unknown[] = [];
  trouble.subscribe(() => heard.push(trouble.get()));
  expect(await reply).toEqual(answered);
  expect(ask).toHaveBeenCalledTimes(3);
  expect(heard).toEqual(['unreachable', null]);
});

test.each([
  [true, 0, 6],
  [false, 0, 61],
  // A server that lets each try wait is not waited for five times.
  [true, 21, 2],
])('with a network (%s) and tries of %i s it gives up after %i', async (online, seconds, tries) => {
  vi.useFakeTimers();
  const ask = vi.fn(async () => {
    await new Promise((resolve) => setTimeout(resolve, seconds * 1_000));
    throw lost;
  });
  const patienceMs = { unreachable: 5_000, offline: 60_000 };
  const { reply } = askSurely(ask, { pauseMs: 1_000, patienceMs, isOnline: () => online });
  await vi.advanceTimersByTimeAsync(200_000);
  await expect(reply).rejects.toBe(lost);
  expect(ask).toHaveBeenCalledTimes(tries);
  vi.useRealTimers();
});

test('a refusal is not asked again', async () => {
  const refused = new ApiError({ code: 'limit_reached', message: 'Limit reached.' });
  const ask = vi.fn().mockRejectedValue(refused);
  await expect(askSurely(ask, patience).reply).rejects.toBe(refused);
  expect(ask).toHaveBeenCalledOnce();
});

test('a question that is withdrawn while it does not get through is not asked again', async () => {
  const ask = vi.fn().mockRejectedValue(lost);
  const { reply, withdraw } = askSurely(ask, { ...patience, isOnline: () => false });
  withdraw();
  await expect(reply).rejects.toBe(lost);
  expect(ask).toHaveBeenCalledOnce();
});
