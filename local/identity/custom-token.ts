import { decodeJwt } from 'jose';
import { z } from 'zod';
import { IdentityError } from './identity-error.ts';

const audience = 'https://identitytoolkit.googleapis.com/google.identity.identitytoolkit.v1.IdentityToolkit';

const customTokenSchema = z.object({
  aud: z.literal(audience),
  uid: z.string().min(1).max(128),
  exp: z.number(),
  claims: z.record(z.string(), z.unknown()).default({}),
});

/**
 * Reads a token that firebase-admin made. Its signature is not checked: with `FIREBASE_AUTH_EMULATOR_HOST` set,
 * firebase-admin signs with nothing.
 * @throws IdentityError INVALID_CUSTOM_TOKEN or CREDENTIAL_MISMATCH, as Firebase calls them.
 */
export function parseCustomToken(token: string, nowMs: number): z.infer<typeof customTokenSchema> {
  const parsed = customTokenSchema.safeParse(decode(token));
  if (!parsed.success) throw new IdentityError('INVALID_CUSTOM_TOKEN : ((not a Firebase custom token))');
  if (parsed.data.exp * 1_000 <= nowMs) throw new IdentityError('TOKEN_EXPIRED');
  return parsed.data;
}

function decode(token: string): unknown {
  try {
    return decodeJwt(token);
  } catch {
    throw new IdentityError('INVALID_CUSTOM_TOKEN : ((not a JWT))');
  }
}
