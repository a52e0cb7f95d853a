import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { readKept, writeKept } from './kept-file.ts';
import { createRsaKey, rsaKeySchema } from './rsa-key.ts';
import { keyRingSchema } from './sso/key-ring.ts';

const signingKeysSchema = z.object({
  /** Signs Firebase ID tokens. */
  firebase: rsaKeySchema,
  /** Sign the SSO's ID tokens, one after another. */
  sso: keyRingSchema,
  /** Signs the SSO's cookies. */
  cookie: z.string().min(32),
});
export type SigningKeys = z.infer<typeof signingKeysSchema>;

/** A file from before keys were rotated has one key of the SSO. */
const singleKeySchema = signingKeysSchema.extend({ sso: rsaKeySchema });

/** Reads the keys from `file`; makes and keeps new ones when there is no such file. @throws Error that names a damaged file */
export async function loadSigningKeys(file: string | undefined, nowMs: number): Promise<SigningKeys> {
  const kept = file === undefined ? null : readKept(file, z.union([signingKeysSchema, singleKeySchema]));
  if (kept !== null) return withNextKey(kept);

  const [firebase, signing, next] = await Promise.all([createRsaKey(), createRsaKey(), createRsaKey()]);
  const sso = { signing, signsSinceMs: nowMs, next, former: [] };
  const keys = { firebase, sso, cookie: randomBytes(32).toString('base64url') };
  saveSigningKeys(file, keys);
  return keys;
}

export function saveSigningKeys(file: string | undefined, keys: SigningKeys): void {
  if (file !== undefined) writeKept(file, keys);
}

async function withNextKey(kept: SigningKeys | z.infer<typeof singleKeySchema>): Promise<SigningKeys> {
  if ('signing' in kept.sso) return { ...kept, sso: kept.sso };
  const sso = { signing: kept.sso, signsSinceMs: 0, next: await createRsaKey(), former: [] };
  return { ...kept, sso };
}
