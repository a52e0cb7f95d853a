import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { exportJWK, generateKeyPair } from 'jose';
import { z } from 'zod';

const rsaKeySchema = z.object({
  kty: z.literal('RSA'),
  kid: z.string(),
  alg: z.literal('RS256'),
  use: z.literal('sig'),
  n: z.string(),
  e: z.string(),
  d: z.string(),
  p: z.string(),
  q: z.string(),
  dp: z.string(),
  dq: z.string(),
  qi: z.string(),
});
export type RsaKey = z.infer<typeof rsaKeySchema>;

const signingKeysSchema = z.object({
  /** Signs Firebase ID tokens. */
  firebase: rsaKeySchema,
  /** Signs the SSO's ID tokens. */
  sso: rsaKeySchema,
  /** Signs the SSO's cookies. */
  cookie: z.string().min(32),
});
export type SigningKeys = z.infer<typeof signingKeysSchema>;

/** Reads the keys from `file`; makes and keeps new ones when there is no such file. */
export async function loadSigningKeys(file: string | undefined): Promise<SigningKeys> {
  const kept = file === undefined ? null : readIfThere(file);
  if (kept !== null) return signingKeysSchema.parse(JSON.parse(kept));

  const [firebase, sso] = await Promise.all([createRsaKey(), createRsaKey()]);
  const keys = { firebase, sso, cookie: randomBytes(32).toString('base64url') };
  if (file !== undefined) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(keys), { mode: 0o600 });
  }
  return keys;
}

/** The part of a key that may be published. */
export function toPublicKey({ kty, kid, alg, use, n, e }: RsaKey) {
  return { kty, kid, alg, use, n, e };
}

async function createRsaKey(): Promise<RsaKey> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk = await exportJWK(privateKey);
  return rsaKeySchema.parse({ ...jwk, kid: randomUUID(), alg: 'RS256', use: 'sig' });
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
