import type { Overview } from '@tallyboard/contract';
import type { OverviewCaller } from './read-overview.ts';

export type RememberOptions = {
  maxAgeMs: number;
  maxEntries: number;
  now: () => Date;
};

/**
 * One read for all who may see the same warehouses, believed for `maxAgeMs`: the start screen is opened far more often
 * than the data is replicated. Failures are not remembered.
 */
export function rememberOverviews(
  read: (caller: OverviewCaller) => Promise<Overview>,
  { maxAgeMs, maxEntries, now }: RememberOptions,
): (caller: OverviewCaller) => Promise<Overview> {
  const known = new Map<string, { readAtMs: number; overview: Promise<Overview> }>();
  return (caller) => {
    const key = caller.access === 'all' ? 'all' : JSON.stringify(caller.access.toSorted());
    const nowMs = now().getTime();
    const kept = known.get(key);
    if (kept && nowMs - kept.readAtMs < maxAgeMs) return kept.overview;
    const overview = read(caller);
    known.delete(key);
    known.set(key, { readAtMs: nowMs, overview });
    overview.catch(() => {
      if (known.get(key)?.overview === overview) known.delete(key);
    });
    for (const oldest of known.keys()) {
      if (known.size <= maxEntries) break;
      known.delete(oldest);
    }
    return overview;
  };
}
