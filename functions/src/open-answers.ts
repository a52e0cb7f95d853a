import { randomUUID } from 'node:crypto';
import type { Firestore } from '@google-cloud/firestore';
import type { AuditEntry, Overview } from '@tallyboard/contract';
import type { Logger } from 'pino';
import { openAnalysis } from './open-analysis.ts';
import { openTurns } from './open-turns.ts';
import { type OverviewCaller, readOverview } from './overview/read-overview.ts';
import { rememberOverviews } from './overview/remember-overviews.ts';
import type { Settings } from './settings.ts';
import { createAuditLog } from './store/audit.ts';
import type { TurnRunner } from './turn/turn-runner.ts';

/** The data is replicated every few minutes at best. */
const overviewAgeMs = 5 * 60_000;

/** What the HTTP routes call that reads the data. */
export type Answers = {
  turns: TurnRunner;
  readOverview: (caller: OverviewCaller) => Promise<Overview>;
};

/** Apart from the other services, because the semantic models and the tools over them take long to load. */
export async function openAnswers(settings: Settings, db: Firestore, logger: Logger): Promise<Answers> {
  const analysis = await openAnalysis(settings);
  const auditLog = createAuditLog(db);
  const now = () => new Date();
  const overviewDeps = {
    ...analysis,
    audit: (id: string, entry: AuditEntry) =>
      auditLog
        .append(id, entry)
        .catch((err) => logger.error({ err, audit: entry }, 'audit entry is not stored')),
    now,
    newId: randomUUID,
    timeoutMs: settings.TURN_TIMEOUT_MS,
  };
  return {
    turns: openTurns(settings, db, analysis, logger),
    readOverview: rememberOverviews((caller) => readOverview(overviewDeps, caller), {
      maxAgeMs: overviewAgeMs,
      maxEntries: 1_000,
      now,
    }),
  };
}
