import { createRemoteJWKSet, jwtVerify } from 'jose';

/** The claims of a Firebase ID token. `sub` is the user's id. */
export type TokenClaims = { sub: string } & Record<string, unknown>;

export type TokenVerifierOptions = {
  /** Where the keys are published: `<identity origin>/jwks`. */
  jwksUrl: string;
  projectId: string;
};

/**
 * For the other local servers, which get Firebase ID tokens from browsers: signature, issuer, audience and expiry.
 * @returns a function that gives the claims, or null for a token that is expired, forged or not ours.
 */
export function createTokenVerifier(
  options: TokenVerifierOptions,
): (token: string) => Promise<TokenClaims | null> {
  const keys = createRemoteJWKSet(new URL(options.jwksUrl));
  const { projectId } = options;
  return async (token) => {
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer: `https://securetoken.google.com/${projectId}`,
        audience: projectId,
        algorithms: ['RS256'],
      });
      return payload.sub ? { ...payload, sub: payload.sub } : null;
    } catch {
      return null;
    }
  };
}
