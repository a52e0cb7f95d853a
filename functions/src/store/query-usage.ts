import type { QueryUsage } from '@tallyboard/contract';

export const usageWindowMs = 3_600_000;
/** Far past the window: a question that is given back still finds its stamp. */
const usageKeptMs = 86_400_000;

/** Whether one more question fits into the hour that ends now. */
export type UsageDecision =
  | { allowed: true; usage: QueryUsage; askedAt: Date }
  | { allowed: false; retryAfterMs: number };

/**
 * Counts a question in the sliding hour. Its stamp is unique among the person's, so that giving it back takes out this
 * question and no other: two in one millisecond get two stamps.
 */
export function countQuestion(askedBefore: readonly Date[], limit: number, now: Date): UsageDecision {
  const times = toTimes(askedBefore, now);
  if (times.length >= limit) {
    // The hour is free again when so many have left it that one more fits.
    const leaving = times[times.length - limit] ?? now.getTime();
    return { allowed: false, retryAfterMs: Math.max(1, leaving + usageWindowMs - now.getTime()) };
  }
  let stamp = now.getTime();
  while (times.includes(stamp)) stamp += 1;
  const askedAt = [...times, stamp].toSorted((a, b) => a - b).map((time) => new Date(time));
  const expiresAt = new Date(stamp + usageKeptMs);
  const usage = { limit, windowMs: usageWindowMs, askedAt, expiresAt };
  return { allowed: true, usage, askedAt: new Date(stamp) };
}

/** Those of the last hour, oldest first. */
function toTimes(askedAt: readonly Date[], now: Date): number[] {
  return askedAt
    .map((date) => date.getTime())
    .filter((time) => time > now.getTime() - usageWindowMs)
    .toSorted((a, b) => a - b);
}
