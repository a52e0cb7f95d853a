import { claimsSchema } from '@tallyboard/contract';
import { createRemoteJWKSet, errors, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { z } from 'zod';
import type { Caller } from '../caller.ts';
import { CodedError } from '../coded-error.ts';
import type { Account } from './firebase-accounts.ts';
import { isKeySetFailure } from './sso-keys.ts';

export type IdTokenOptions = {
  projectId: string;
  jwksUrl: string;
  /** The account's state now, which may be some seconds old. */
  readAccount: (uid: string) => Promise<Account | null>;
  now: () => Date;
};

/** Takes the `Authorization` header. Throws CodedError: unauthenticated, token_expired, no_role, unavailable. */
export type Authenticate = (authorization: string | undefined) => Promise<Caller>;

/**
 * Verifies Firebase ID tokens as Firebase documents it for other JWT libraries: RS256 by a published key, issuer,
 * audience, subject, `auth_time` in the past. Roles and warehouses are those of the sign-in, so it ends `until` its claim says, and
 * the SSO is asked again. Then the account is looked at: disabled, deleted or revoked people are refused though their token has not
 * expired. When they signed in says `issuedAt`: `auth_time` is later where the same custom token is exchanged once more.
 * Source: https://firebase.google.com/docs/auth/admin/verify-id-tokens#verify_id_tokens_using_a_third-party_jwt_library
 */
export function createIdTokenVerifier(options: IdTokenOptions): Authenticate {
  const keys = createRemoteJWKSet(new URL(options.jwksUrl));
  return async (authorization) => {
    const token = readBearer(authorization);
    const { sub: uid, issuedAt, until, ...claims } = await verify(token, keys, options);
    if (options.now().getTime() >= until) {
      throw new CodedError('unauthenticated', 'Your sign-in is too old. Sign in again.');
    }
    await checkAccount(uid, issuedAt, options);
    const granted = grantSchema.safeParse(claims);
    if (!granted.success) {
      throw new CodedError('no_role', 'Your account has no role in Tallyboard.', { cause: granted.error });
    }
    const { roles, warehouses, displayName = '' } = granted.data;
    return { uid, displayName, roles, access: warehouses };
  };
}

const grantSchema = claimsSchema.omit({ issuedAt: true, until: true });

const scheme = /^Bearer ([A-Za-z0-9_.~+/-]+=*)$/i;
const refusal = 'You are not signed in. Sign in again.';

function readBearer(authorization: string | undefined): string {
  const token = scheme.exec(authorization ?? '')?.[1];
  if (token === undefined) throw new CodedError('unauthenticated', refusal);
  return token;
}

/** Without the times it is a token of before they were claims, or not of ours: the person signs in once more. */
const payloadSchema = z.looseObject({
  sub: z.string().min(1).max(128),
  auth_time: z.number(),
  ...claimsSchema.pick({ issuedAt: true, until: true }).shape,
});

async function verify(token: string, keys: JWTVerifyGetKey, { projectId, now }: IdTokenOptions) {
  try {
    const currentDate = now();
    const { payload } = await jwtVerify(token, keys, {
      issuer: `https://securetoken.google.com/${projectId}`,
      audience: projectId,
      algorithms: ['RS256'],
      requiredClaims: ['exp', 'iat'],
      currentDate,
      clockTolerance: 5,
    });
    const parsed = payloadSchema.parse(payload);
    if (parsed.auth_time * 1_000 > currentDate.getTime() + 5_000) throw new Error('auth_time lies ahead');
    return parsed;
  } catch (error) {
    if (error instanceof errors.JWTExpired) {
      throw new CodedError('token_expired', 'Your sign-in has expired.', { cause: error });
    }
    if (isKeySetFailure(error)) throw notChecked(error);
    throw new CodedError('unauthenticated', refusal, { cause: error });
  }
}

async function checkAccount(uid: string, issuedAtMs: number, { readAccount }: IdTokenOptions) {
  const account = await readAccount(uid).catch((error: unknown) => {
    throw notChecked(error);
  });
  if (!account || account.disabled) {
    throw new CodedError('unauthenticated', 'Your account is closed or disabled.');
  }
  if (account.validSince && issuedAtMs < account.validSince.getTime()) {
    throw new CodedError('unauthenticated', 'You were signed out. Sign in again.');
  }
}

function notChecked(cause: unknown): CodedError {
  return new CodedError('unavailable', 'The sign-in cannot be checked just now. Try again in a minute.', {
    cause,
  });
}
