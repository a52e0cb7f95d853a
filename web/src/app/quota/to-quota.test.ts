import { expect, test } from 'vitest';
import { toQuota } from './to-quota.ts';

const windowMs = 3_600_000;
const at = (time: string) => new Date(`2026-11-23T${time}:00Z`);

test('questions older than the window do not count', () => {
  const usage = { limit: 3, windowMs, askedAt: [at('07:00'), at('07:40'), at('08:30')] };
  expect(toQuota(usage, at('08:40'))).toEqual({ left: 2, limit: 3, freeAt: null });
});

test('when none is left, the next is free when the oldest that counts leaves the window', () => {
  const usage = { limit: 2, windowMs, askedAt: [at('08:30'), at('08:10')] };
  expect(toQuota(usage, at('08:40'))).toEqual({ left: 0, limit: 2, freeAt: at('09:10') });
});

test('more questions than a lowered limit allows leave none, until enough have left', () => {
  const usage = { limit: 1, windowMs, askedAt: [at('08:10'), at('08:30')] };
  expect(toQuota(usage, at('08:40'))).toEqual({ left: 0, limit: 1, freeAt: at('09:30') });
});
