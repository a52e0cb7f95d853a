import type { AuditEntry } from '@tallyboard/contract';
import type { Logger } from 'pino';
import type { Clock } from './clock.ts';
import { retry } from './retry.ts';
import type { AuditLog } from './turn-store.ts';
import { waitAtMost } from './wait-at-most.ts';

/** How long an entry is tried. */
export const auditRetryMs = 30_000;

export type AppendDeps = { audit: AuditLog; clock: Clock; random: () => number; logger: Logger };

/** Appends an audit entry, trying again for `forMs`. Never throws: one that cannot be stored is in the log. */
export async function appendSurely(
  { audit, clock, random, logger }: AppendDeps,
  [id, entry]: [id: string, entry: AuditEntry],
  forMs: number,
): Promise<void> {
  await retry(() => audit.append(id, entry), {
    ...{ clock, random, until: new Date(clock.now().getTime() + forMs) },
    isFinal: () => false,
    onRetry: (err) => logger.warn({ err }, 'audit write is tried again'),
  }).catch((err) => logger.error({ err, audit: entry }, 'audit entry is not stored'));
}

/** Nobody waits longer for an entry outside a turn. */
const waitMs = 3_000;

/** The same, tried on while the caller goes on. */
export async function appendBeside(
  deps: AppendDeps,
  entry: [id: string, entry: AuditEntry],
  forMs: number,
): Promise<void> {
  await waitAtMost(appendSurely(deps, entry, forMs), waitMs, deps.clock);
}
