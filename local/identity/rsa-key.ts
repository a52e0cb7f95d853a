import { randomUUID } from 'node:crypto';
import { exportJWK, generateKeyPair } from 'jose';
import { z } from 'zod';

export const rsaKeySchema = z.object({
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
/** A private key that signs, as a JSON Web Key. */
export type RsaKey = z.infer<typeof rsaKeySchema>;

export async function createRsaKey(): Promise<RsaKey> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk = await exportJWK(privateKey);
  return rsaKeySchema.parse({ ...jwk, kid: randomUUID(), alg: 'RS256', use: 'sig' });
}

/** The part of a key that may be published. */
export function toPublicKey({ kty, kid, alg, use, n, e }: RsaKey) {
  return { kty, kid, alg, use, n, e };
}
