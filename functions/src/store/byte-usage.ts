import {
  type DocumentReference,
  type DocumentSnapshot,
  FieldValue,
  type Firestore,
  type WriteBatch,
} from '@google-cloud/firestore';
import { byteUsageSchema, type Turn } from '@tallyboard/contract';
import { isConflict, parseDocument } from './documents.ts';
import { bytesRef } from './paths.ts';

/** Kept a little longer than the day it is for. */
const keptMs = 7 * 86_400_000;
/** A turn sets aside this part of the day's limit when it begins: most need no more, so that their reads wait for nothing. */
const shareOfATurn = 1 / 50;
/** Tries before setting more aside is given up: each loses to another turn of the person that succeeded. */
const maxTries = 50;

/** The day (UTC) that a question's reads count for: the one on which it was asked. */
export function toUsageDay(askedAt: Date): string {
  return askedAt.toISOString().slice(0, 10);
}

/** What a turn that begins may set aside of the day's limit. */
export function toReserve(snapshot: DocumentSnapshot, bytesPerDay: number): number {
  const left = Math.max(0, bytesPerDay - toBytes(snapshot));
  return Math.min(Math.ceil(bytesPerDay * shareOfATurn), left);
}

/** Counts bytes, in a commit that is refused where another one was quicker. */
export function addReserve(
  batch: WriteBatch,
  snapshot: DocumentSnapshot,
  bytes: number,
  askedAt: Date,
): void {
  if (bytes === 0) return;
  if (snapshot.exists) {
    const lastUpdateTime = snapshot.updateTime;
    batch.update(snapshot.ref, { bytes: FieldValue.increment(bytes) }, { lastUpdateTime });
  } else {
    batch.create(snapshot.ref, { bytes, ...toHead(askedAt) });
  }
}

/**
 * Sets more aside, at once. Where the reply to the commit is lost it may be set aside twice: then more is counted than was billed.
 * @returns false where the day's limit does not leave so much
 */
export async function reserveBytes(
  db: Firestore,
  { ref, askedAt, bytesPerDay }: { ref: DocumentReference; askedAt: Date; bytesPerDay: number },
  bytes: number,
): Promise<boolean> {
  for (let tries = 1; ; tries += 1) {
    const snapshot = await ref.get();
    if (toBytes(snapshot) + bytes > bytesPerDay) return false;
    const batch = db.batch();
    addReserve(batch, snapshot, bytes, askedAt);
    try {
      await batch.commit();
      return true;
    } catch (error) {
      if (!isConflict(error) || tries >= maxTries) throw error;
    }
  }
}

/** In the commit of a turn's end: what its reads were billed counts, not what was set aside for them. */
export function settleBytes(
  db: Firestore,
  batch: WriteBatch,
  uid: string,
  { askedAt, billed, reserved }: { askedAt: Date; billed: number; reserved: number },
): void {
  if (billed === reserved) return;
  const bytes = FieldValue.increment(billed - reserved);
  batch.set(bytesRef(db, uid, toUsageDay(askedAt)), { bytes, ...toHead(askedAt) }, { merge: true });
}

/** The same for a turn whose function died. What it may have set aside later is not known, and stays counted. */
export function settleDeadBytes(db: Firestore, batch: WriteBatch, uid: string, turn: Turn): void {
  const { askedAt, usage, bytesReserved: reserved = 0 } = turn;
  const billed = Math.min(usage?.bytesProcessed ?? 0, reserved);
  settleBytes(db, batch, uid, { askedAt, billed, reserved });
}

function toBytes(snapshot: DocumentSnapshot): number {
  return snapshot.exists ? Math.max(0, parseDocument(snapshot, byteUsageSchema).bytes) : 0;
}

function toHead(askedAt: Date) {
  return { day: toUsageDay(askedAt), expiresAt: new Date(askedAt.getTime() + keptMs) };
}
