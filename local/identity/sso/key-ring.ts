import { z } from 'zod';
import { type RsaKey, rsaKeySchema } from '../rsa-key.ts';

/** Times are milliseconds since 1970. */
export const keyRingSchema = z.object({
  signing: rsaKeySchema,
  signsSinceMs: z.number(),
  /** Published before it signs, so that whoever keeps a copy of the keys knows it when it does. */
  next: rsaKeySchema,
  /** Published until what they signed has expired. */
  former: z.array(z.object({ key: rsaKeySchema, signedUntilMs: z.number() })),
});
export type KeyRing = z.infer<typeof keyRingSchema>;

const dayMs = 24 * 3_600_000;
const signingAgeMs = 30 * dayMs;
/** Longer than any token of the SSO lives. */
const formerAgeMs = dayMs;

/** The next key signs from now on, `spare` comes after it, and the key that signed stays published for a day. */
export function rotateKeyRing(ring: KeyRing, spare: RsaKey, nowMs: number): KeyRing {
  const former = [{ key: ring.signing, signedUntilMs: nowMs }, ...ring.former];
  return {
    signing: ring.next,
    signsSinceMs: nowMs,
    next: spare,
    former: former.filter(({ signedUntilMs }) => nowMs - signedUntilMs < formerAgeMs),
  };
}

/** True when a key has signed for thirty days. */
export function isRotationDue(ring: KeyRing, nowMs: number): boolean {
  return nowMs - ring.signsSinceMs >= signingAgeMs;
}

/** Every key that is published; the first signs. */
export function toRingKeys({ signing, next, former }: KeyRing): RsaKey[] {
  return [signing, next, ...former.map(({ key }) => key)];
}
