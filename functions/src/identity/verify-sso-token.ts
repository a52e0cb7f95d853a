import { errors, type JWTPayload, jwtVerify } from 'jose';
import { z } from 'zod';
import { CodedError } from '../coded-error.ts';
import {
  findSsoKeys,
  isKeySetFailure,
  type SsoKeys,
  ssoAlgorithms,
  ssoAway,
  ssoClockToleranceSeconds,
} from './sso-keys.ts';

/** What the inventory system's SSO says of a person, in an ID token that was verified. */
const ssoClaimsSchema = z.object({
  iss: z.string(),
  sub: z.string().min(1),
  name: z.string().optional(),
  email: z.string().optional(),
  inventory_roles: z.array(z.string()).default([]),
  /** Warehouse ids; `*` means all. */
  inventory_warehouses: z.array(z.string()).default([]),
});
export type SsoClaims = z.infer<typeof ssoClaimsSchema>;

export type SsoOptions = {
  issuer: string;
  clientId: string;
  now: () => Date;
};

export type VerifySsoToken = (input: { idToken: string; nonce: string }) => Promise<SsoClaims>;

/** A sign-in is exchanged at once; an older token is somebody's find. */
const maxTokenAge = '10m';

/**
 * Verifies ID tokens of the SSO as OpenID Connect Core 3.1.3.7 has it: signature by a published key, issuer, audience,
 * authorized party, nonce, expiry, and an age of ten minutes at most. Keys are found by discovery, at the first call.
 * The function throws CodedError: token_expired, unauthenticated, or unavailable when the SSO does not answer.
 */
export function createSsoVerifier(options: SsoOptions): VerifySsoToken {
  const findKeys = findSsoKeys(options.issuer);
  return async ({ idToken, nonce }) => {
    const payload = await verify(idToken, await findKeys(), options);
    checkBinding(payload, nonce, options.clientId);
    const claims = ssoClaimsSchema.safeParse(payload);
    if (claims.success) return claims.data;
    throw new CodedError('unauthenticated', refusal, { cause: claims.error });
  };
}

const refusal = 'The sign-in could not be verified. Sign in again.';

async function verify(idToken: string, keys: SsoKeys, { issuer, clientId, now }: SsoOptions) {
  try {
    const { payload } = await jwtVerify(idToken, keys, {
      issuer,
      audience: clientId,
      algorithms: ssoAlgorithms,
      maxTokenAge,
      clockTolerance: ssoClockToleranceSeconds,
      currentDate: now(),
      requiredClaims: ['sub', 'exp', 'iat', 'nonce'],
    });
    return payload;
  } catch (error) {
    if (error instanceof errors.JWTExpired) {
      throw new CodedError('token_expired', 'The sign-in took too long. Sign in again.', { cause: error });
    }
    if (isKeySetFailure(error)) throw ssoAway(error);
    throw new CodedError('unauthenticated', refusal, { cause: error });
  }
}

function checkBinding(payload: JWTPayload, nonce: string, clientId: string): void {
  if (payload.nonce !== nonce) {
    throw new CodedError('unauthenticated', refusal, { cause: new Error('the nonce differs') });
  }
  const needsParty = Array.isArray(payload.aud) && payload.aud.length > 1;
  if ((needsParty || payload.azp !== undefined) && payload.azp !== clientId) {
    throw new CodedError('unauthenticated', refusal, { cause: new Error('azp names another client') });
  }
}
