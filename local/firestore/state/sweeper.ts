import type { Logger } from 'pino';
import { parseFieldPath } from '../value/field-path.ts';
import { formatMicros } from '../value/timestamp.ts';
import { commitWrites } from './commit.ts';
import type { IndexConfig } from './index-config.ts';
import type { Store } from './store.ts';

export type SweeperOptions = { sweepMs: number; historyMs: number; logger: Logger; nowMs?: () => number };

/**
 * Deletes expired documents and forgets old versions, again and again. Until it comes round, an expired document is
 * there like any other, as in production.
 */
export function createSweeper(
  store: Store,
  indexes: IndexConfig | null,
  options: SweeperOptions,
): { stop: () => void } {
  const { sweepMs, historyMs, logger, nowMs = Date.now } = options;
  const sweep = () => {
    const deleted = indexes ? deleteExpired(store, indexes, nowMs()) : 0;
    if (deleted > 0) logger.debug({ deleted }, 'Expired Firestore documents deleted');
    store.prune((nowMs() - historyMs) * 1000);
  };
  const timer = setInterval(() => {
    try {
      sweep();
    } catch (error) {
      logger.error({ err: error }, 'The Firestore sweep failed');
    }
  }, sweepMs);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}

const batch = 500;

/** Deletes what each TTL policy says is past its time. Subcollections stay, as in production. @returns how many. */
export function deleteExpired(store: Store, indexes: IndexConfig, nowMs: number): number {
  const before = formatMicros(nowMs * 1000);
  let deleted = 0;
  for (const { collectionGroup, fieldPath, ttl } of indexes.fieldOverrides) {
    if (!ttl) continue;
    const jsonPath = toJsonPath(parseFieldPath(fieldPath));
    for (;;) {
      const names = store.expired(collectionGroup, jsonPath, before, batch);
      if (names.length === 0) break;
      commitWrites(
        store,
        names.map((name) => ({ kind: 'delete', name, precondition: null })),
      );
      deleted += names.length;
    }
  }
  return deleted;
}

/** Where the stored JSON holds a field's timestamp. Its text has a fixed form, so it compares as time does. */
function toJsonPath(path: readonly string[]): string {
  const quoted = path.map((part) => JSON.stringify(part));
  return `$.${quoted.join('.mapValue.fields.')}.timestampValue`;
}
