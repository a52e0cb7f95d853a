import type { Logger } from 'pino';
import { openFirestore } from './open-firestore.ts';
import { type RetentionReport, runRetention } from './retention/run-retention.ts';
import type { Settings } from './settings.ts';
import { createRetentionStore } from './store/retention.ts';

/** Less than the 540 s that an event-driven function may run. */
const timeoutMs = 480_000;

/** The scheduled clean-up on Firestore. */
export function openRetention(settings: Settings, logger: Logger): () => Promise<RetentionReport> {
  const store = createRetentionStore(openFirestore(settings));
  return () => runRetention({ store, now: () => new Date(), random: Math.random, timeoutMs, logger });
}
