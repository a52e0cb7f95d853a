import type { Claims } from '@tallyboard/contract';
import type { Auth, UserRecord } from 'firebase-admin/auth';
import { once } from '../once.ts';

/** What may void an ID token before it expires. */
export type Account = {
  disabled: boolean;
  /** Sign-ins before this moment are void; null where none was voided since the account was made. */
  validSince: Date | null;
};

export type FirebaseAccounts = {
  mintToken: (uid: string, claims: Claims) => Promise<string>;
  /** Null where there is no such account. */
  readAccount: (uid: string) => Promise<Account | null>;
  /** Voids every sign-in before now. Does nothing where there is no such account. */
  revoke: (uid: string) => Promise<void>;
};

/** Firebase Auth through firebase-admin, which is loaded at the first call: most requests of a cold start do without. */
export function createFirebaseAccounts(projectId: string): FirebaseAccounts {
  const open = once(() => openAuth(projectId));
  return {
    mintToken: async (uid, claims) => (await open()).createCustomToken(uid, claims),
    readAccount: async (uid) => {
      try {
        const user = await (await open()).getUser(uid);
        return { disabled: user.disabled, validSince: toValidSince(user) };
      } catch (error) {
        if (isUnknownUser(error)) return null;
        throw error;
      }
    },
    revoke: async (uid) => {
      try {
        await (await open()).revokeRefreshTokens(uid);
      } catch (error) {
        if (!isUnknownUser(error)) throw error;
      }
    },
  };
}

async function openAuth(projectId: string): Promise<Auth> {
  const [{ initializeApp }, { getAuth }] = await Promise.all([
    import('firebase-admin/app'),
    import('firebase-admin/auth'),
  ]);
  return getAuth(initializeApp({ projectId }));
}

/**
 * An account is valid since it was made, which is when its first custom token was exchanged, and so later than that was issued: that
 * second revokes nothing.
 */
function toValidSince({ tokensValidAfterTime, metadata }: UserRecord): Date | null {
  if (!tokensValidAfterTime) return null;
  const validSince = new Date(tokensValidAfterTime);
  return validSince <= new Date(metadata.creationTime) ? null : validSince;
}

function isUnknownUser(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'auth/user-not-found';
}
