import type { Firestore } from '@google-cloud/firestore';
import { type User, userSchema } from '@tallyboard/contract';
import { parseDocument, toFields } from './documents.ts';
import { userRef } from './paths.ts';

/** Writes what sign-in learned about a person. */
export async function saveUser(db: Firestore, user: User): Promise<void> {
  await userRef(db, user.uid).set(toFields(user));
}

export async function readUser(db: Firestore, uid: string): Promise<User | undefined> {
  const snapshot = await userRef(db, uid).get();
  return snapshot.exists ? parseDocument(snapshot, userSchema) : undefined;
}
