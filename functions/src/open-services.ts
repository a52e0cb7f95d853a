import { randomUUID } from 'node:crypto';
import type {
  AuditEntry,
  Conversation,
  ConversationPatch,
  Feedback,
  FeedbackRequest,
  Overview,
} from '@tallyboard/contract';
import type { Logger } from 'pino';
import type { ConversationRecord } from './export/conversation-record.ts';
import { openAnalysis } from './open-analysis.ts';
import { openFirestore } from './open-firestore.ts';
import { openTurns } from './open-turns.ts';
import { type OverviewCaller, readOverview } from './overview/read-overview.ts';
import { rememberOverviews } from './overview/remember-overviews.ts';
import type { Settings } from './settings.ts';
import { createAuditLog } from './store/audit.ts';
import { readConversationRecord } from './store/conversation-record.ts';
import { patchConversation } from './store/conversations.ts';
import { saveFeedback } from './store/feedback.ts';
import { type SignIn, saveSignIn } from './store/users.ts';
import type { TurnRunner } from './turn/turn-runner.ts';

type ConversationKey = { uid: string; conversationId: string };
type TurnKey = ConversationKey & { turnId: string };

/** The data is replicated every few minutes at best. */
const overviewAgeMs = 5 * 60_000;

/** What the HTTP routes call, bound to one Firestore client. */
export type Services = {
  turns: TurnRunner;
  saveSignIn: (signIn: SignIn) => Promise<void>;
  patchConversation: (key: ConversationKey, patch: ConversationPatch, now: Date) => Promise<Conversation>;
  readConversation: (key: ConversationKey, now: Date) => Promise<ConversationRecord>;
  saveFeedback: (key: TurnKey, feedback: FeedbackRequest, now: Date) => Promise<Feedback>;
  readOverview: (caller: OverviewCaller) => Promise<Overview>;
};

export async function openServices(settings: Settings, logger: Logger): Promise<Services> {
  const db = openFirestore(settings);
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
    saveSignIn: (signIn) => saveSignIn(db, signIn),
    patchConversation: (key, patch, now) => patchConversation(db, key, patch, now),
    saveFeedback: (key, feedback, at) => saveFeedback(db, key, feedback, at),
    readOverview: rememberOverviews((caller) => readOverview(overviewDeps, caller), {
      maxAgeMs: overviewAgeMs,
      maxEntries: 1_000,
      now,
    }),
    readConversation: (key, now) => readConversationRecord(db, key, now),
  };
}
