import { createHash } from 'node:crypto';

/**
 * A name for a signed token that is the same however its signature is written: the hash of the part that was signed. An
 * ECDSA signature can be altered by whoever has it and still hold.
 * Source: https://www.rfc-editor.org/rfc/rfc7515#section-5.1
 */
export function toTokenId(token: string): string {
  const signed = token.slice(0, token.lastIndexOf('.'));
  return createHash('sha256').update(signed).digest('base64url');
}
