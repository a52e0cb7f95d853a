import { within } from '../within.ts';

/** A request to Firestore that takes longer counts as failed. */
const requestTimeoutMs = 3_000;

/** Firestore's client itself waits for minutes. @throws FirestoreTimeout */
export function inTime<T>(request: Promise<T>): Promise<T> {
  return within(request, requestTimeoutMs, () => new FirestoreTimeout('Firestore took too long'));
}

export class FirestoreTimeout extends Error {
  override name = 'FirestoreTimeout';
}
