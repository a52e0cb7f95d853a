import { randomUUID } from 'node:crypto';
import { importJWK, SignJWT } from 'jose';
import type { RsaKey } from '../rsa-key.ts';
import { ssoClientId } from './create-sso.ts';

const event = 'http://schemas.openid.net/event/backchannel-logout';

/**
 * What the SSO sends to its clients when a person's sign-ins are over.
 * Source: https://openid.net/specs/openid-connect-backchannel-1_0.html#LogoutToken
 */
export async function signLogoutToken(
  sub: string,
  { issuer, key, nowMs }: { issuer: string; key: RsaKey; nowMs: number },
): Promise<string> {
  const seconds = Math.floor(nowMs / 1_000);
  return new SignJWT({ events: { [event]: {} } })
    .setProtectedHeader({ alg: 'RS256', kid: key.kid, typ: 'logout+jwt' })
    .setIssuer(issuer)
    .setAudience(ssoClientId)
    .setSubject(sub)
    .setJti(randomUUID())
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + 120)
    .sign(await importJWK(key, 'RS256'));
}
