import { jwtVerify } from 'jose';
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
import { toUid } from './to-uid.ts';

export type EndSignInsDeps = {
  issuer: string;
  clientId: string;
  /** Voids the sign-ins of a person up to now; nothing happens where there is no such person. */
  revoke: (uid: string) => Promise<void>;
  /** Told why a token does not hold: the rights of someone who was signed out go on. */
  onRefused: (reason: string) => void;
  now: () => Date;
};

/** @returns whose sign-ins were ended. Throws CodedError: invalid_request for a token that does not hold, unavailable. */
export type EndSignIns = (logoutToken: string) => Promise<{ uid: string }>;

/**
 * The specification recommends `logout+jwt` and asks nobody for it: Keycloak before 2024, for one, sends `JWT` or no type. What tells an
 * ID token apart are the event and the nonce.
 */
const takenType = /^(?:application\/)?(?:logout\+)?jwt$/i;
/** The SSO sends it at once; an older one is somebody's find. */
const maxTokenAge = '2m';

/**
 * OpenID Connect Back-Channel Logout: the SSO says that a person's sign-ins are over, because they signed out, left, or may
 * see something else from now on. All of the person's sign-ins end, also where the token names one session.
 * Source: https://openid.net/specs/openid-connect-backchannel-1_0.html#Validation
 */
export function createSignInEnder(deps: EndSignInsDeps): EndSignIns {
  const findKeys = findSsoKeys(deps.issuer);
  return async (logoutToken) => {
    const { iss, sub } = await verify(logoutToken, await findKeys(), deps);
    const uid = toUid(iss, sub);
    await deps.revoke(uid);
    return { uid };
  };
}

const payloadSchema = z.object({
  iss: z.string(),
  sub: z.string().min(1),
  jti: z.string().min(1),
  events: z.object({ 'http://schemas.openid.net/event/backchannel-logout': z.looseObject({}) }),
  /** An ID token has one; a logout token never does. */
  nonce: z.undefined().optional(),
});

async function verify(token: string, keys: SsoKeys, deps: EndSignInsDeps) {
  const { issuer, clientId, now } = deps;
  try {
    const { payload, protectedHeader } = await jwtVerify(token, keys, {
      issuer,
      audience: clientId,
      algorithms: ssoAlgorithms,
      maxTokenAge,
      clockTolerance: ssoClockToleranceSeconds,
      currentDate: now(),
      requiredClaims: ['sub', 'iat', 'exp', 'jti', 'events'],
    });
    const { typ = 'JWT' } = protectedHeader;
    if (!takenType.test(typ)) throw new Error(`it is of the type "${typ}"`);
    return payloadSchema.parse(payload);
  } catch (error) {
    if (isKeySetFailure(error)) throw ssoAway(error);
    deps.onRefused(error instanceof Error ? error.message : String(error));
    throw new CodedError('invalid_request', 'The logout token does not hold.', { cause: error });
  }
}
