import { FirestoreError } from '../status.ts';
import type { Caller, VerifyToken } from './context.ts';

/**
 * `Bearer owner` is the admin, as with Firebase's emulator; any other bearer is a Firebase ID token.
 * @throws FirestoreError UNAUTHENTICATED for a token that is not valid.
 */
export async function toCaller(authorization: string | undefined, verifyToken: VerifyToken): Promise<Caller> {
  const token = /^Bearer (.+)$/i.exec(authorization?.trim() ?? '')?.[1];
  if (token === undefined) return { kind: 'client', claims: null };
  if (token === 'owner') return { kind: 'admin' };
  const claims = await verifyToken(token);
  if (!claims) throw new FirestoreError('UNAUTHENTICATED', 'The ID token is not valid, or has expired.');
  return { kind: 'client', claims };
}
