import { randomUUID } from 'node:crypto';
import type { Firestore } from '@google-cloud/firestore';
import type { UsedSignIn, User } from '@tallyboard/contract';
import { CodedError } from '../coded-error.ts';
import { isAlreadyExists, toFields } from './documents.ts';
import { usedSignInRef, userRef } from './paths.ts';

/** Longer than an ID token of the SSO is taken (ten minutes and the tolerance of clocks). */
const usedSignInMs = 15 * 60_000;

/** Who signed in, and with which token (`toTokenId`). */
export type SignIn = { user: User; tokenId: string };

/**
 * Writes what sign-in learned about a person, and that the token is used up, in one commit.
 * @throws CodedError unauthenticated when the token was used before; nothing is written then.
 */
export async function saveSignIn(db: Firestore, { user, tokenId }: SignIn): Promise<void> {
  const usedAt = user.lastSeenAt;
  const exchangeId = randomUUID();
  const used: UsedSignIn = {
    uid: user.uid,
    usedAt,
    exchangeId,
    expiresAt: new Date(usedAt.getTime() + usedSignInMs),
  };
  const ref = usedSignInRef(db, tokenId);
  const batch = db.batch();
  batch.create(ref, toFields(used));
  batch.set(userRef(db, user.uid), toFields(user));
  try {
    await batch.commit();
  } catch (error) {
    if (!isAlreadyExists(error)) throw error;
    // The client sends a commit again whose reply was lost: it finds what it wrote itself.
    if ((await ref.get()).get('exchangeId') === exchangeId) return;
    throw new CodedError('unauthenticated', 'This sign-in was used already. Sign in again.', {
      cause: error,
    });
  }
}
