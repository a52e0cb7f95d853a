import { errors, importJWK, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { IdentityError } from './identity-error.ts';
import type { IdentityState, IdentityUser, SignIn } from './identity-state.ts';
import type { RsaKey } from './rsa-key.ts';

export const idTokenSeconds = 3_600;

export type IdTokenOptions = { key: RsaKey; projectId: string; now: () => number };

/** A Firebase ID token: RS256, one hour, custom claims at the top level as Firebase puts them. */
export async function signIdToken(
  user: IdentityUser,
  signIn: SignIn,
  options: IdTokenOptions,
): Promise<string> {
  const issuedAt = Math.floor(options.now() / 1_000);
  return new SignJWT({
    ...(user.displayName === undefined ? {} : { name: user.displayName }),
    ...(user.photoUrl === undefined ? {} : { picture: user.photoUrl }),
    ...(user.email === undefined ? {} : { email: user.email, email_verified: user.emailVerified }),
    ...customClaims(user),
    ...signIn.claims,
    auth_time: signIn.authTime,
    user_id: user.localId,
    firebase: {
      identities: user.email === undefined ? {} : { email: [user.email] },
      sign_in_provider: 'custom',
    },
  })
    .setProtectedHeader({ alg: 'RS256', kid: options.key.kid, typ: 'JWT' })
    .setIssuer(`https://securetoken.google.com/${options.projectId}`)
    .setAudience(options.projectId)
    .setSubject(user.localId)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + idTokenSeconds)
    .sign(await importJWK(options.key, 'RS256'));
}

const idTokenSchema = z.object({ sub: z.string(), auth_time: z.number() });

/**
 * The user that an ID token of ours belongs to.
 * @throws IdentityError when it is expired, revoked, forged, or its user is gone or disabled.
 */
export async function parseIdToken(
  token: string,
  state: IdentityState,
  options: IdTokenOptions,
): Promise<IdentityUser> {
  const claims = await verify(token, options);
  const user = state.users.get(claims.sub);
  if (!user) throw new IdentityError('USER_NOT_FOUND');
  if (user.disabled) throw new IdentityError('USER_DISABLED');
  if (claims.auth_time < user.validSince) throw new IdentityError('TOKEN_EXPIRED');
  return user;
}

async function verify(token: string, { key, projectId, now }: IdTokenOptions) {
  try {
    const { payload } = await jwtVerify(
      token,
      await importJWK({ kty: key.kty, n: key.n, e: key.e }, 'RS256'),
      {
        issuer: `https://securetoken.google.com/${projectId}`,
        audience: projectId,
        algorithms: ['RS256'],
        currentDate: new Date(now()),
      },
    );
    return idTokenSchema.parse(payload);
  } catch (error) {
    throw new IdentityError(error instanceof errors.JWTExpired ? 'TOKEN_EXPIRED' : 'INVALID_ID_TOKEN');
  }
}

function customClaims(user: IdentityUser): Record<string, unknown> {
  return z.record(z.string(), z.unknown()).parse(JSON.parse(user.customAttributes ?? '{}'));
}
