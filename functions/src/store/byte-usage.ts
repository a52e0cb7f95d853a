import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type DocumentReference,
  type DocumentSnapshot,
  FieldValue,
  type Firestore,
  type WriteBatch,
} from '@google-cloud/firestore';
import { type ByteUsage, byteUsageSchema, type Turn } from '@tallyboard/contract';
import { isConflict, parseDocument } from './documents.ts';
import { bytesRef } from './paths.ts';

/** Kept a little longer than the day it is for. */
const keptMs = 7 * 86_400_000;
/** A turn sets aside this part of the day's limit when it begins: most need no more, so that their reads wait for nothing. */
const shareOfATurn = 1 / 50;
/** Tries before setting more aside is given up: each loses to another turn of the person that succeeded. */
const maxTries = 50;
/** Waits after failures that the client does not try again by itself. */
const pausesMs = [100, 300];
/** Ids of the last times that more was set aside: those of all turns that a person may have at once. */
const maxReservations = 50;

/** The day (UTC) that a question's reads count for: the one on which it was asked. */
export function toUsageDay(askedAt: Date): string {
  return askedAt.toISOString().slice(0, 10);
}

/** What a turn that begins may set aside of the day's limit. */
export function toReserve(snapshot: DocumentSnapshot, bytesPerDay: number): number {
  const left = Math.max(0, bytesPerDay - toUsage(snapshot).bytes);
  return Math.min(Math.ceil(bytesPerDay * shareOfATurn), left);
}

/** Counts bytes, in a commit that is refused where another one was quicker. */
export function addReserve(
  batch: WriteBatch,
  snapshot: DocumentSnapshot,
  bytes: number,
  askedAt: Date,
  more: { reservations?: string[] } = {},
): void {
  if (bytes === 0) return;
  if (snapshot.exists) {
    const lastUpdateTime = snapshot.updateTime;
    batch.update(snapshot.ref, { bytes: FieldValue.increment(bytes), ...more }, { lastUpdateTime });
  } else {
    batch.create(snapshot.ref, { bytes, ...toHead(askedAt), ...more });
  }
}

/**
 * Sets more aside, at once and once: where the reply to a commit is lost, the id that it wrote tells. Bytes below zero are given back.
 * @returns false where the day's limit does not leave so much
 */
export async function reserveBytes(
  db: Firestore,
  { ref, askedAt, bytesPerDay }: { ref: DocumentReference; askedAt: Date; bytesPerDay: number },
  bytes: number,
): Promise<boolean> {
  const id = randomUUID();
  const pauses = [...pausesMs];
  for (let tries = 1; ; tries += 1) {
    try {
      const snapshot = await ref.get();
      const usage = toUsage(snapshot);
      const { reservations = [] } = usage;
      if (reservations.includes(id)) return true;
      if (bytes > 0 && usage.bytes + bytes > bytesPerDay) return false;
      const batch = db.batch();
      const last = [...reservations, id].slice(-maxReservations);
      addReserve(batch, snapshot, bytes, askedAt, { reservations: last });
      await batch.commit();
      return true;
    } catch (error) {
      if (isConflict(error) && tries < maxTries) continue;
      const pauseMs = pauses.shift();
      if (pauseMs === undefined || isConflict(error)) throw error;
      await sleep(pauseMs);
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

function toUsage(snapshot: DocumentSnapshot): Pick<ByteUsage, 'bytes' | 'reservations'> {
  if (!snapshot.exists) return { bytes: 0 };
  const usage = parseDocument(snapshot, byteUsageSchema);
  return { ...usage, bytes: Math.max(0, usage.bytes) };
}

function toHead(askedAt: Date) {
  return { day: toUsageDay(askedAt), expiresAt: new Date(askedAt.getTime() + keptMs) };
}
