import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { exampleTurn } from '../../fixtures/example-turn.ts';
import { watchOverdue } from './watch-overdue.ts';

const askedAt = new Date('2026-11-23T08:00:00Z');
const running = exampleTurn({ status: 'running', askedAt, deadlineAt: new Date(askedAt.getTime() + 30_000) });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a turn that runs long past its time is ended, again until that gets through', () => {
  const end = vi.fn(async () => {});
  const giveUp = vi.fn();
  const watch = watchOverdue(end, () => {}, giveUp);
  watch.see(running);
  vi.advanceTimersByTime(41_000);
  expect(end).not.toHaveBeenCalled();
  vi.advanceTimersByTime(6_500);
  expect(end).toHaveBeenCalledTimes(2);
  watch.see({ ...running, status: 'failed' });
  vi.advanceTimersByTime(60_000);
  expect(end).toHaveBeenCalledTimes(2);
  expect(giveUp).not.toHaveBeenCalled();
});

test('a turn that cannot be ended is taken for failed after three attempts', () => {
  const end = vi.fn(() => Promise.reject(new Error('nobody is there')));
  const giveUp = vi.fn();
  const step = { ...{ id: 's1', tool: 't', title: 'Reading', message: null }, startedAt: askedAt };
  const none = { finishedAt: null, resultId: null, rows: null, bytes: null, priceUsd: null };
  const steps = [{ ...step, ...none, status: 'running' as const }];
  watchOverdue(end, () => {}, giveUp).see({ ...running, steps });
  vi.advanceTimersByTime(56_000);
  expect(giveUp).not.toHaveBeenCalled();
  vi.advanceTimersByTime(60_000);
  expect(end).toHaveBeenCalledTimes(3);
  expect(giveUp).toHaveBeenCalledOnce();
  expect(giveUp.mock.lastCall).toMatchObject([
    { status: 'failed', error: { code: 'unavailable' }, steps: [{ status: 'failed' }] },
  ]);
});

test('nothing is ended once nobody follows', () => {
  const end = vi.fn(async () => {});
  const watch = watchOverdue(
    end,
    () => {},
    () => {},
  );
  watch.see(running);
  watch.stop();
  vi.advanceTimersByTime(60_000);
  expect(end).not.toHaveBeenCalled();
});
