import { createRemoteJWKSet, errors } from 'jose';
import { z } from 'zod';
import { CodedError } from '../coded-error.ts';
import { once } from '../once.ts';

/** Only asymmetric ones: neither an unsigned token nor one signed with the public key as a secret passes. */
export const ssoAlgorithms = ['RS256', 'PS256', 'ES256', 'EdDSA'];
export const ssoClockToleranceSeconds = 30;
const discoveryTimeoutMs = 5_000;

export type SsoKeys = ReturnType<typeof createRemoteJWKSet>;

/**
 * The keys that the SSO publishes, found by discovery at the first call and kept; after a failure the next call tries again.
 * The function throws CodedError unavailable when the SSO does not answer.
 */
export function findSsoKeys(issuer: string): () => Promise<SsoKeys> {
  return once(() =>
    discoverKeys(issuer).catch((cause: unknown) => {
      throw ssoAway(cause);
    }),
  );
}

/** The SSO does not answer, so that nothing is known of a token of its own. */
export function ssoAway(cause: unknown): CodedError {
  const sentence = 'The inventory sign-in does not answer. Try again in a minute.';
  return new CodedError('unavailable', sentence, { cause });
}

const discoverySchema = z.object({ issuer: z.string(), jwks_uri: z.url() });

async function discoverKeys(issuer: string): Promise<SsoKeys> {
  const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const signal = AbortSignal.timeout(discoveryTimeoutMs);
  const reply = await fetch(url, { redirect: 'error', signal });
  if (!reply.ok) throw new Error(`${url} answered ${reply.status}`);
  const document = discoverySchema.parse(await reply.json());
  if (document.issuer !== issuer) throw new Error(`${url} names another issuer: ${document.issuer}`);
  return createRemoteJWKSet(new URL(document.jwks_uri));
}

/** True where the keys could not be fetched, so that nothing is known of the token. */
export function isKeySetFailure(error: unknown): boolean {
  if (error instanceof errors.JWKSTimeout) return true;
  // jose's own class alone: "Expected 200 OK from the JSON Web Key Set HTTP response".
  if (error instanceof errors.JOSEError) return error.code === 'ERR_JOSE_GENERIC';
  return error instanceof TypeError;
}
