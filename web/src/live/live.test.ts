import { expect, test, vi } from 'vitest';
import { createLive } from './live.ts';

test('a live value listens once for many subscribers and stops after the last one has left', () => {
  vi.useFakeTimers();
  const stop = vi.fn();
  const source = vi.fn((onNext: (value: number) => void) => {
    onNext(1);
    return stop;
  });
  const live = createLive(source, 100);
  const first = live.subscribe(() => {});
  const second = live.subscribe(() => {});
  expect(live.get()).toEqual({ state: 'ready', value: 1 });
  first();
  second();
  vi.advanceTimersByTime(50);
  const third = live.subscribe(() => {});
  vi.advanceTimersByTime(500);
  expect(stop).not.toHaveBeenCalled();
  third();
  vi.advanceTimersByTime(101);
  expect(stop).toHaveBeenCalledOnce();
  expect(source).toHaveBeenCalledOnce();
  vi.useRealTimers();
});

test('a source that failed is started again by the next subscriber', () => {
  let attempt = 0;
  const live = createLive<number>((onNext, onError) => {
    attempt += 1;
    if (attempt === 1) onError(new Error('no network'));
    else onNext(7);
    return () => {};
  }, 0);
  live.subscribe(() => {});
  expect(live.get().state).toBe('failed');
  live.subscribe(() => {});
  expect(live.get()).toEqual({ state: 'ready', value: 7 });
});
