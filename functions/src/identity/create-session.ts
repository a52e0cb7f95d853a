import type { Claims, sessionReplySchema, sessionRequestSchema, User } from '@tallyboard/contract';
import type { z } from 'zod';
import { toClaims, toDisplayName } from './to-claims.ts';
import { toTokenId } from './to-token-id.ts';
import { toUid } from './to-uid.ts';
import type { VerifySsoToken } from './verify-sso-token.ts';

export type SessionDeps = {
  verifySsoToken: VerifySsoToken;
  /** Writes `users/{uid}`, new or again, and that the token is used up. @throws CodedError unauthenticated when it was before */
  saveSignIn: (signIn: { user: User; tokenId: string }) => Promise<void>;
  /** A Firebase custom token with these claims. */
  mintToken: (uid: string, claims: Claims) => Promise<string>;
  accessContact: string;
  /** After this long the SSO is asked again. */
  maxSignInAgeMs: number;
  now: () => Date;
};

export type CreateSession = (
  request: z.infer<typeof sessionRequestSchema>,
) => Promise<z.infer<typeof sessionReplySchema>>;

/**
 * Exchanges the SSO's ID token for a Firebase custom token, once. Nothing is written for a person without a role.
 * The function throws CodedError: token_expired, unauthenticated, no_role, forbidden, unavailable.
 */
export function createSessionCreator(deps: SessionDeps): CreateSession {
  return async (request) => {
    const sso = await deps.verifySsoToken(request);
    const now = deps.now();
    const until = new Date(now.getTime() + deps.maxSignInAgeMs);
    const claims = toClaims(sso, deps.accessContact, { issuedAt: now, until });
    const uid = toUid(sso.iss, sso.sub);
    const displayName = toDisplayName(sso);
    const user = {
      uid,
      displayName,
      email: sso.email ?? null,
      roles: claims.roles,
      warehouses: claims.warehouses,
      lastSeenAt: now,
    };
    // Minted first: where minting fails, the same token can be sent again.
    const firebaseToken = await deps.mintToken(uid, claims);
    await deps.saveSignIn({ user, tokenId: toTokenId(request.idToken) });
    return { firebaseToken, uid, displayName, roles: claims.roles };
  };
}
