import { type DocumentSnapshot, FieldValue, type Firestore, type WriteBatch } from '@google-cloud/firestore';
import { byteUsageSchema, type Turn } from '@tallyboard/contract';
import { parseDocument } from './documents.ts';
import { bytesRef } from './paths.ts';

/** Kept a little longer than the day it is for. */
const keptMs = 7 * 86_400_000;

/** The day (UTC) that a question's reads count for: the one on which it was asked. */
export function toUsageDay(askedAt: Date): string {
  return askedAt.toISOString().slice(0, 10);
}

export function toBytesToday(snapshot: DocumentSnapshot): number {
  return snapshot.exists ? parseDocument(snapshot, byteUsageSchema).bytes : 0;
}

/** Adds what a turn's reads were billed, in the commit of the turn's end. */
export function addBytes(
  db: Firestore,
  batch: WriteBatch,
  uid: string,
  { askedAt, usage }: Pick<Turn, 'askedAt' | 'usage'>,
): void {
  const bytes = usage?.bytesProcessed ?? 0;
  if (bytes === 0) return;
  const day = toUsageDay(askedAt);
  const expiresAt = new Date(askedAt.getTime() + keptMs);
  batch.set(bytesRef(db, uid, day), { day, bytes: FieldValue.increment(bytes), expiresAt }, { merge: true });
}
