import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
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

/** Reads the keys from `file`; makes and keeps new ones when there is no such file. */
export async function loadSigningKeys(file: string | undefined, nowMs: number): Promise<SigningKeys> {
  const kept = file === undefined ? null : readIfThere(file);
  if (kept !== null) return signingKeysSchema.parse(await withNextKey(JSON.parse(kept)));

  const [firebase, signing, next] = await Promise.all([createRsaKey(), createRsaKey(), createRsaKey()]);
  const sso = { signing, signsSinceMs: nowMs, next, former: [] };
  const keys = { firebase, sso, cookie: randomBytes(32).toString('base64url') };
  saveSigningKeys(file, keys);
  return keys;
}

export function saveSigningKeys(file: string | undefined, keys: SigningKeys): void {
  if (file === undefined) return;
  mkdirSync(dirname(file), { recursive: true });
  // Written beside and renamed, so that a kill in the middle leaves the old file whole.
  writeFileSync(`${file}.tmp`, JSON.stringify(keys), { mode: 0o600 });
  renameSync(`${file}.tmp`, file);
}

/** A file from before keys were rotated has one key of the SSO. */
async function withNextKey(kept: unknown): Promise<unknown> {
  const single = z.looseObject({ sso: rsaKeySchema }).safeParse(kept);
  if (!single.success) return kept;
  const sso = { signing: single.data.sso, signsSinceMs: 0, next: await createRsaKey(), former: [] };
  return { ...single.data, sso };
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
