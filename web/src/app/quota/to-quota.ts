import type { QueryUsage } from '@tallyboard/contract';

export type Quota = {
  left: number;
  limit: number;
  /** When the next question is free; null while some are left. */
  freeAt: Date | null;
};

/** What is left of the sliding window at `now`: a question counts for `windowMs` from when it was asked. */
export function toQuota({ limit, windowMs, askedAt }: QueryUsage, now: Date): Quota {
  const counted = askedAt
    .filter((at) => at.getTime() > now.getTime() - windowMs)
    .toSorted((a, b) => a.getTime() - b.getTime());
  const left = Math.max(0, limit - counted.length);
  const next = left > 0 ? undefined : counted[counted.length - limit];
  return { left, limit, freeAt: next ? new Date(next.getTime() + windowMs) : null };
}
