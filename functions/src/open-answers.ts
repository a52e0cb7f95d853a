import { randomUUID } from 'node:crypto';
import type { Firestore } from '@google-cloud/firestore';
import type { AuditEntry, Overview, RerunReply, RerunRequest } from '@tallyboard/contract';
import type { Logger } from 'pino';
import type { Reader } from './caller.ts';
import { openAnalysis } from './open-analysis.ts';
import { openTurns } from './open-turns.ts';
import { readOverview, toOverviewKey } from './overview/read-overview.ts';
import { remember } from './remember.ts';
import { type RerunKey, runAgain } from './rerun/run-again.ts';
import type { Settings } from './settings.ts';
import { createAuditLog } from './store/audit.ts';
import { createDayOfBytes, readSavedResult } from './store/saved-result.ts';
import { appendBeside, auditRetryMs } from './turn/append-surely.ts';
import { systemClock } from './turn/clock.ts';
import type { TurnRunner } from './turn/turn-runner.ts';

/** The data is replicated every few minutes at best. */
const overviewAgeMs = 5 * 60_000;

/** What the HTTP routes call that reads the data. */
export type Answers = {
  turns: TurnRunner;
  readOverview: (caller: Reader) => Promise<Overview>;
  runAgain: (caller: Reader, key: Omit<RerunKey, 'uid'>, request: RerunRequest) => Promise<RerunReply>;
};

/** Apart from the other services, because the semantic models and the tools over them take long to load. */
export async function openAnswers(settings: Settings, db: Firestore, logger: Logger): Promise<Answers> {
  const analysis = await openAnalysis(settings);
  const appendDeps = { audit: createAuditLog(db), clock: systemClock, random: Math.random, logger };
  const now = () => new Date();
  const auditedDeps = {
    ...analysis,
    audit: (id: string, entry: AuditEntry) => appendBeside(appendDeps, [id, entry], auditRetryMs),
    logger,
    now,
    newId: randomUUID,
    timeoutMs: settings.TURN_TIMEOUT_MS,
  };
  const bytesPerDay = settings.BYTES_PER_USER_DAY;
  const rerunDeps = {
    ...auditedDeps,
    createTools: analysis.createRerunTools,
    readSaved: (key: RerunKey, at: Date) => readSavedResult(db, key, at),
    toDay: (uid: string, at: Date) => createDayOfBytes(db, { uid, now: at, bytesPerDay, logger }),
    maxRows: settings.RESULT_ROWS,
    maxTimeTravelHours: settings.MAX_TIME_TRAVEL_HOURS,
  };
  return {
    runAgain: (caller, key, request) => runAgain(rerunDeps, caller, key, request),
    turns: openTurns(settings, db, analysis, logger),
    // The start screen is opened far more often than the data is replicated.
    readOverview: remember((caller: Reader) => readOverview(auditedDeps, caller), {
      toKey: toOverviewKey,
      maxAgeMs: overviewAgeMs,
      maxEntries: 1_000,
      now,
    }).read,
  };
}
