import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countQuestion, usageWindowMs } from './query-usage.ts';

const gaps = fc.array(fc.nat({ max: 900_000 }), { maxLength: 120 });

test('however questions come, no 60 minutes hold more than the limit, and none is refused that fits', () => {
  fc.assert(
    fc.property(gaps, fc.integer({ min: 1, max: 20 }), (pauses, limit) => {
      let now = 1e12;
      let asked: Date[] = [];
      const accepted: number[] = [];
      for (const pause of pauses) {
        now += pause;
        const inHour = accepted.filter((time) => time > now - usageWindowMs).length;
        const decision = countQuestion(asked, limit, new Date(now));
        expect(decision.allowed).toBe(inHour < limit);
        if (!decision.allowed) continue;
        asked = decision.usage.askedAt;
        accepted.push(decision.askedAt.getTime());
      }
      for (const from of accepted) {
        const inHour = accepted.filter((time) => time >= from && time < from + usageWindowMs).length;
        expect(inHour).toBeLessThanOrEqual(limit);
      }
    }),
  );
});

test('after the wait that a refusal names the question is accepted, and not a moment before', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: usageWindowMs - 1 }), { minLength: 1, maxLength: 60 }), (ages) => {
      const now = 1e12;
      const asked = ages.map((age) => new Date(now - age));
      const decision = countQuestion(asked, 3, new Date(now));
      fc.pre(!decision.allowed);
      if (decision.allowed) return;
      const { retryAfterMs } = decision;
      expect(countQuestion(asked, 3, new Date(now + retryAfterMs)).allowed).toBe(true);
      expect(countQuestion(asked, 3, new Date(now + retryAfterMs - 1)).allowed).toBe(false);
    }),
  );
});

test('questions of one millisecond have stamps of their own', () => {
  const now = new Date(1e12);
  const first = countQuestion([], 50, now);
  const second = first.allowed ? countQuestion(first.usage.askedAt, 50, now) : first;
  expect(second).toMatchObject({
    askedAt: new Date(1e12 + 1),
    usage: { askedAt: [now, new Date(1e12 + 1)], expiresAt: new Date(1e12 + 1 + 86_400_000) },
  });
});
