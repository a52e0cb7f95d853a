import { FieldValue, type Firestore, Timestamp, type WriteBatch } from '@google-cloud/firestore';
import { type AuditEntry, type Turn, turnSchema } from '@tallyboard/contract';
import {
  type TurnEnd,
  TurnEndedError,
  type TurnKey,
  type TurnProgress,
  type TurnRecord,
} from '../turn/turn-store.ts';
import { reserveBytes, settleBytes, toUsageDay } from './byte-usage.ts';
import { isConflict, parseDocument, toFields } from './documents.ts';
import { inTime } from './in-time.ts';
import { toModelDocument } from './model-document.ts';
import { auditRef, bytesRef, conversationRef, modelRef, turnRef, usageRef } from './paths.ts';
import { saveResult } from './results.ts';

/** Writes that others made into the turn between two of ours: a cancel, or one of ours whose reply was lost. */
const maxConflicts = 10;

export type TurnRecordOptions = { conversationDays: number; bytesPerDay: number };

/** The document of a turn that this process runs. `updateTime` is that of the write that made it. */
export function createTurnRecord(
  db: Firestore,
  key: TurnKey,
  turn: Turn,
  { conversationDays, bytesPerDay }: TurnRecordOptions,
  updateTime: Timestamp | undefined,
): TurnRecord {
  const ref = turnRef(db, key);
  const { askedAt } = turn;
  const bytesOfDay = { ref: bytesRef(db, key.uid, toUsageDay(askedAt)), askedAt, bytesPerDay };
  let reserved = turn.bytesReserved ?? 0;
  const known = {
    updateTime,
    cancelSeen: false,
    conversationGone: false,
    writtenAtMs: performance.now(),
    writing: false,
  };
  const entries = new Map<string, AuditEntry>();
  let acknowledged: TurnProgress | undefined;
  /** When this record ended the turn: its own update time would let it write on. */
  let endedAt: Date | undefined;

  /** Takes over the document's update time. True where it shows this very end. @throws TurnEndedError */
  async function readAgain(end: TurnEnd | undefined): Promise<boolean> {
    const [snapshot, conversation] = await inTime(db.getAll(ref, conversationRef(db, key)));
    known.conversationGone = conversation?.exists === false;
    const current = snapshot?.exists ? parseDocument(snapshot, turnSchema) : undefined;
    if (current?.status === 'running') {
      known.updateTime = snapshot?.updateTime;
      known.cancelSeen ||= current.cancelRequestedAt !== null;
      return false;
    }
    const ours = end !== undefined && current?.finishedAt?.getTime() === end.finishedAt.getTime();
    if (ours && current?.status === end.status) return true;
    throw new TurnEndedError();
  }

  /** Commits with the last update time as the precondition; on a conflict reads what happened and decides. */
  async function commit(fields: Record<string, unknown>, end?: TurnEnd): Promise<void> {
    for (let conflicts = 0; ; conflicts += 1) {
      const batch = db.batch();
      batch.update(ref, fields, { lastUpdateTime: known.updateTime });
      const taken = [...entries];
      // `set`, because a commit whose reply was lost comes again.
      for (const [id, entry] of taken) batch.set(auditRef(db, id), toFields(entry));
      if (end !== undefined)
        addEnd(db, batch, { key, turn, conversationDays, reserved, gone: known.conversationGone }, end);
      try {
        const [written] = await inTime(batch.commit());
        known.updateTime = written?.writeTime;
        for (const [id] of taken) entries.delete(id);
        return;
      } catch (error) {
        acknowledged = undefined;
        if (!isConflict(error) || conflicts >= maxConflicts) throw error;
        if (await readAgain(end)) return;
      }
    }
  }

  async function track(writing: Promise<void>): Promise<void> {
    known.writing = true;
    try {
      await writing;
      known.writtenAtMs = performance.now();
    } finally {
      known.writing = false;
    }
  }

  return {
    write: async (progress) => {
      if (endedAt !== undefined) throw new TurnEndedError();
      const fields = toFields(toChanges(acknowledged, progress));
      if (Object.keys(fields).length === 0) return;
      await track(commit(fields));
      acknowledged = progress;
    },
    end: async (end) => {
      const { status, error, finishedAt, progress } = end;
      if (endedAt?.getTime() === finishedAt.getTime()) return;
      if (endedAt !== undefined) throw new TurnEndedError();
      await track(commit(toFields({ ...progress, status, error, finishedAt }), end));
      endedAt = finishedAt;
    },
    readCancelRequested: async () => {
      const fieldMask = ['status', 'cancelRequestedAt'];
      const [snapshot] = await inTime(db.getAll(ref, { fieldMask }));
      if (snapshot?.get('status') !== 'running') throw new TurnEndedError();
      known.cancelSeen ||= snapshot.get('cancelRequestedAt') !== null;
      return known.cancelSeen;
    },
    cancelSeen: () => known.cancelSeen,
    quietMs: () => (known.writing ? 0 : performance.now() - known.writtenAtMs),
    reserveBytes: async (bytes) => {
      // No time limit here: a reservation that arrives after it was given up would be counted and never settled.
      const succeeded = await reserveBytes(db, bytesOfDay, bytes);
      if (succeeded) reserved += bytes;
      return succeeded;
    },
    audit: (id, entry) => void entries.set(id, entry),
    unwrittenEntries: () => [...entries],
    saveResult: (resultId, call, result) =>
      inTime(saveResult(ref, { resultId, call, result, expiresAt: turn.expiresAt })),
  };
}

type Ended = { key: TurnKey; turn: Turn; conversationDays: number; reserved: number; gone: boolean };

/** All that hangs on a turn's end goes into the commit of its end: none of it can be lost or happen twice. */
function addEnd(
  db: Firestore,
  batch: WriteBatch,
  { key, turn, conversationDays, reserved, gone }: Ended,
  end: TurnEnd,
): void {
  const expiresAt = new Date(end.finishedAt.getTime() + conversationDays * 86_400_000);
  const idle = { activeTurnId: null, lastAccessedAt: end.finishedAt, expiresAt };
  // TTL may remove a conversation while its last turn runs; that turn is ended all the same.
  if (!gone) batch.update(conversationRef(db, key), idle);
  batch.set(modelRef(turnRef(db, key)), toModelDocument(end.contents, end.model, turn.expiresAt));
  const billed = end.progress.usage?.bytesProcessed ?? 0;
  settleBytes(db, batch, key.uid, { askedAt: turn.askedAt, billed, reserved });
  if (!end.givesBack) return;
  const stamp = FieldValue.arrayRemove(Timestamp.fromDate(turn.askedAt));
  batch.set(usageRef(db, key.uid), { askedAt: stamp }, { merge: true });
}

/** The fields that are not the same value as when they were last written. */
function toChanges(before: TurnProgress | undefined, progress: TurnProgress): Partial<TurnProgress> {
  if (before === undefined) return progress;
  const changed = Object.entries(progress).filter(
    ([name, value]) => !Object.entries(before).some(([other, old]) => other === name && old === value),
  );
  return Object.fromEntries(changed);
}
