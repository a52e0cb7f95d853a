import { randomUUID } from 'node:crypto';
import type { DocumentSnapshot, Firestore } from '@google-cloud/firestore';
import {
  type Conversation,
  conversationSchema,
  queryUsageSchema,
  type Turn,
  turnSchema,
} from '@tallyboard/contract';
import { CodedError } from '../coded-error.ts';
import { emptyProgress } from '../turn/turn-progress.ts';
import type { StartTurnInput, StartTurnOutcome } from '../turn/turn-store.ts';
import { auditDeadSteps } from './audit.ts';
import { addReserve, toReserve, toUsageDay } from './byte-usage.ts';
import { isConflict, isPassing, parseDocument, toFields } from './documents.ts';
import { FirestoreTimeout, inTime } from './in-time.ts';
import { addInterruption, givesBack, graceMs, interruptTurn, isOverdue } from './interrupt-turn.ts';
import { bytesRef, conversationRef, turnRef, usageRef } from './paths.ts';
import { countQuestion } from './query-usage.ts';
import { addQuestion } from './question-lines.ts';
import { createTurnRecord } from './turn-record.ts';

export type StartTurnOptions = {
  queriesPerHour: number;
  conversationDays: number;
  /** Bytes that one person's reads may be billed in a day. */
  bytesPerDay: number;
  /** 0 to 1. */
  random: () => number;
};

/** Tries before a start is given up: each loses to another start that succeeded. */
const maxTries = 200;

/**
 * Accepts a question in two round trips: one read of the documents that decide, one commit of all writes, each bound
 * to the update time that was read. Where another start was quicker the commit is refused as a whole and the documents are
 * read again. This holds what a transaction holds, without its lock, its extra round trip and its back-off of seconds.
 * @param giveUpAtMs by `performance.now()`. Where a commit succeeds after all, nobody runs its turn, and it is ended as interrupted.
 * @throws CodedError turn_conflict, conversation_not_found, conversation_busy, limit_reached, unavailable
 */
export async function startTurn(
  db: Firestore,
  options: StartTurnOptions,
  input: StartTurnInput,
  giveUpAtMs: number,
): Promise<StartTurnOutcome> {
  const startId = randomUUID();
  for (let tries = 1; ; tries += 1) {
    try {
      const documents = await inTime(readDocuments(db, input));
      const existing = toExisting(db, options, input, documents, startId);
      if (existing?.kind === 'existing' && isOverdue(existing.turn, input.now)) {
        const ended = await inTime(interruptTurn(db, input.key, input.now));
        return { kind: 'existing', turn: ended ?? existing.turn };
      }
      if (existing !== undefined) return existing;
      const plan = await inTime(toPlan(db, options, input, documents, startId));
      const [written] = await inTime(plan.commit());
      const record = createTurnRecord(db, input.key, plan.turn, options, written?.writeTime);
      return { kind: 'started', turn: plan.turn, record, turnsBefore: plan.turnsBefore };
    } catch (error) {
      const again = isConflict(error) || isPassing(error) || error instanceof FirestoreTimeout;
      if (!again || tries >= maxTries) throw error;
      if (performance.now() > giveUpAtMs) throw notAccepted(error);
      await new Promise((resolve) => setTimeout(resolve, options.random() * Math.min(200, 10 * tries)));
    }
  }
}

function notAccepted(cause: unknown): CodedError {
  return new CodedError('unavailable', 'The question could not be stored just now. Try again in a moment.', {
    cause,
  });
}

type Documents = Record<'turn' | 'conversation' | 'usage' | 'bytes', DocumentSnapshot>;

async function readDocuments(db: Firestore, { key, now }: StartTurnInput): Promise<Documents> {
  const bytesToday = bytesRef(db, key.uid, toUsageDay(now));
  const [turn, conversation, usage, bytes] = await db.getAll(
    turnRef(db, key),
    conversationRef(db, key),
    usageRef(db, key.uid),
    bytesToday,
  );
  if (turn === undefined || conversation === undefined || usage === undefined || bytes === undefined) {
    throw new Error('getAll returned fewer documents than were asked for');
  }
  return { turn, conversation, usage, bytes };
}

/** The turn that the id names already; ours after all where a commit succeeded whose reply was lost. */
function toExisting(
  db: Firestore,
  options: StartTurnOptions,
  input: StartTurnInput,
  documents: Documents,
  startId: string,
): StartTurnOutcome | undefined {
  if (!documents.turn.exists) return undefined;
  const turn = parseDocument(documents.turn, turnSchema);
  if (turn.question !== input.question) {
    throw new CodedError(
      'turn_conflict',
      'This message id was used for another message. Send it with a new id.',
    );
  }
  const ours = turn.status === 'running' && turn.startId === startId;
  if (!ours) return { kind: 'existing', turn };
  const { turnCount } = parseDocument(documents.conversation, conversationSchema);
  const record = createTurnRecord(db, input.key, turn, options, documents.turn.updateTime);
  return { kind: 'started', turn, record, turnsBefore: turnCount - 1 };
}

const dayMs = 86_400_000;

/** Giving back a question to a document that was removed leaves one without the rest. */
const stampsSchema = queryUsageSchema.pick({ askedAt: true });

/** Decides from what was read, and prepares every write. Nothing is written when it throws. */
async function toPlan(
  db: Firestore,
  options: StartTurnOptions,
  input: StartTurnInput,
  documents: Documents,
  startId: string,
) {
  const { key, now } = input;
  const conversation = toConversation(input, documents.conversation);
  const stale = await readStale(db, input, conversation);
  const usage = documents.usage.exists ? parseDocument(documents.usage, stampsSchema) : { askedAt: [] };
  const freed = stale !== undefined && givesBack(stale.turn) ? stale.turn.askedAt.getTime() : undefined;
  const counted = usage.askedAt.filter((date) => date.getTime() !== freed);
  const decision = countQuestion(counted, options.queriesPerHour, now);
  if (!decision.allowed) {
    // When the next is free is said by `retryAfterMs`, which a page turns into a time of its own zone.
    const message = `You have asked ${options.queriesPerHour} questions in the last hour, which is the limit.`;
    throw new CodedError('limit_reached', message, { retryAfterMs: decision.retryAfterMs });
  }

  const { askedAt } = decision;
  const expiresAt = new Date(askedAt.getTime() + options.conversationDays * dayMs);
  const bytesReserved = toReserve(documents.bytes, options.bytesPerDay);
  const turn = { ...toTurn(input, askedAt, toTurnExpiry(expiresAt)), bytesReserved, startId };
  const batch = db.batch();
  batch.create(documents.turn.ref, toFields(turn));
  addReserve(batch, documents.bytes, bytesReserved, askedAt);
  const active = { activeTurnId: key.turnId, lastAccessedAt: askedAt, expiresAt };
  if (conversation === undefined) {
    batch.create(documents.conversation.ref, { ...toNewConversation(input, askedAt), ...active });
  } else {
    const lastUpdateTime = documents.conversation.updateTime;
    batch.update(
      documents.conversation.ref,
      {
        ...active,
        turnCount: conversation.turnCount + 1,
        questions: addQuestion(conversation.questions ?? '', input.question),
      },
      { lastUpdateTime },
    );
  }
  if (documents.usage.exists) {
    batch.update(documents.usage.ref, decision.usage, { lastUpdateTime: documents.usage.updateTime });
  } else {
    batch.create(documents.usage.ref, decision.usage);
  }
  if (stale !== undefined) addInterruption(db, batch, { key, ...stale, now });
  return { turn, turnsBefore: conversation?.turnCount ?? 0, commit: () => batch.commit() };
}

/** The conversation that the question continues, or undefined where it begins one. */
function toConversation(input: StartTurnInput, snapshot: DocumentSnapshot): Conversation | undefined {
  if (!snapshot.exists && input.begins) return undefined;
  const conversation = snapshot.exists ? parseDocument(snapshot, conversationSchema) : undefined;
  const gone =
    conversation === undefined || conversation.archivedAt !== null || conversation.expiresAt <= input.now;
  if (gone) {
    throw new CodedError(
      'conversation_not_found',
      'This conversation does not exist any more. Start a new one.',
    );
  }
  return conversation;
}

/** The turn that still counts as running although its function must be dead. @throws CodedError conversation_busy */
async function readStale(
  db: Firestore,
  { key, now }: StartTurnInput,
  conversation: Conversation | undefined,
) {
  if (conversation === undefined || conversation.activeTurnId === null) return undefined;
  const snapshot = await turnRef(db, { ...key, turnId: conversation.activeTurnId }).get();
  if (!snapshot.exists) return undefined;
  const turn = parseDocument(snapshot, turnSchema);
  // Ended since the conversation was read: the commit will be refused, and the next try sees it.
  if (turn.status !== 'running') return undefined;
  if (isOverdue(turn, now)) {
    await auditDeadSteps(db, key.uid, turn, now);
    return { snapshot, turn };
  }
  throw new CodedError(
    'conversation_busy',
    'The last question is still being answered. Wait for it, or stop it.',
    {
      retryAfterMs: turn.deadlineAt.getTime() + graceMs - now.getTime(),
    },
  );
}

/**
 * TTL deletes each document by its own time, and the conversation lives on with every question: its turns get a day more, and the
 * clean-up removes them with it. `extendLives` moves them on before that day is over.
 */
function toTurnExpiry(conversationExpiresAt: Date): Date {
  return new Date(conversationExpiresAt.getTime() + dayMs);
}

function toTurn({ key, question, timeoutMs }: StartTurnInput, askedAt: Date, expiresAt: Date): Turn {
  return {
    turnId: key.turnId,
    conversationId: key.conversationId,
    question,
    status: 'running',
    ...emptyProgress,
    error: null,
    askedAt,
    deadlineAt: new Date(askedAt.getTime() + timeoutMs),
    cancelRequestedAt: null,
    finishedAt: null,
    expiresAt,
  };
}

function toNewConversation({ key, title, question }: StartTurnInput, createdAt: Date) {
  const questions = addQuestion('', question);
  return { conversationId: key.conversationId, title, createdAt, questions, turnCount: 1, archivedAt: null };
}
