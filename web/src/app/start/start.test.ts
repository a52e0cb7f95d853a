import type { Overview } from '@tallyboard/contract';
import { expect, test, vi } from 'vitest';
import { ApiError } from '../../api/api-error.ts';
import { createOverview } from './create-overview.ts';
import { formatAge } from './format-age.ts';
import { toLineDetail } from './to-line-detail.ts';

const now = new Date('2026-11-23T12:00:00Z');
const line = {
  product: 'Pump',
  warehouse: 'North',
  onHand: 14,
  suggestedQuantity: 360,
  daysUntilStockOut: 1.9,
};

test.each([
  ['2026-11-23T11:20:00Z', '40 minutes ago'],
  ['2026-11-23T11:00:00Z', '1 hour ago'],
  ['2026-11-23T07:00:00Z', '5 hours ago'],
  ['2026-11-21T12:00:00Z', '2 days ago'],
  ['2026-11-23T12:00:30Z', 'this minute'],
])('data of %s is %s', (at, text) => {
  expect(formatAge(new Date(at), now, 'en')).toBe(text);
});

test('days left are never rounded up', () => {
  expect(toLineDetail(line, 'en')).toBe('14 on hand, 1 day left');
  expect(toLineDetail({ ...line, daysUntilStockOut: 0.9 }, 'en')).toBe('14 on hand, under a day left');
  expect(toLineDetail({ ...line, daysUntilStockOut: null }, 'en')).toBe('14 on hand');
  expect(toLineDetail({ ...line, daysUntilStockOut: 0 }, 'en')).toBe('14 on hand, all promised');
  expect(toLineDetail({ ...line, onHand: 0 }, 'en')).toBe('out of stock');
});

test('a failed overview is read again by the next subscriber', async () => {
  const overview: Overview = { dataAsOf: null, lowStock: { count: 0, lines: [] }, categories: [] };
  const read = vi
    .fn<() => Promise<Overview>>()
    .mockRejectedValueOnce(new ApiError({ code: 'unavailable', message: 'Not now.' }))
    .mockResolvedValue(overview);
  const live = createOverview(read, () => true);
  const leave = live.subscribe(() => {});
  await expect.poll(() => live.get().state).toBe('failed');
  leave();
  const leaveAgain = live.subscribe(() => {});
  await expect.poll(() => live.get()).toEqual({ state: 'ready', value: overview });
  leaveAgain();
});

test('an overview is read again every five minutes, and not while the page is hidden', async () => {
  vi.useFakeTimers();
  let isSeen = true;
  const read = vi.fn(
    async (): Promise<Overview> => ({
      dataAsOf: null,
      lowStock: { count: 0, lines: [] },
      categories: [],
    }),
  );
  const leave = createOverview(read, () => isSeen).subscribe(() => {});
  await vi.advanceTimersByTimeAsync(5 * 60_000);
  expect(read).toHaveBeenCalledTimes(2);
  isSeen = false;
  await vi.advanceTimersByTimeAsync(60 * 60_000);
  expect(read).toHaveBeenCalledTimes(2);
  isSeen = true;
  await vi.advanceTimersByTimeAsync(5 * 60_000);
  expect(read).toHaveBeenCalledTimes(3);
  leave();
  vi.useRealTimers();
});
