import { expect, test } from 'vitest';
import { toServerClock } from './server-clock.ts';

const here = new Date('2026-11-23T09:00:00.400Z');
const replyAt = (date: string) => new Response(null, { headers: { date } });

test('a clock that is an hour ahead is set back', () => {
  const clock = toServerClock(replyAt('Mon, 23 Nov 2026 08:00:00 GMT'), here, () => here);
  expect(clock.now().toISOString()).toBe('2026-11-23T08:00:00.000Z');
  expect(clock.behindMs).toBe(-3_600_400);
});

test.each(['Mon, 23 Nov 2026 08:59:58 GMT', 'no date'])('with "%s" the clock is left as it is', (date) => {
  expect(toServerClock(replyAt(date), here, () => here)).toMatchObject({ behindMs: 0 });
});
