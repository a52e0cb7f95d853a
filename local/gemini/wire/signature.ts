import { createHash } from 'node:crypto';

/** Values that Google documents for calls that no model made: they pass the check. */
export const skipSignatures = ['skip_thought_signature_validator', 'context_engineering_is_the_way_to_go'];

const prefix = Buffer.from('tallyboard');

/** An opaque signature for a part, as base64. The same part gets the same signature. */
export function toSignature(part: unknown): string {
  const digest = createHash('sha256').update(JSON.stringify(part)).digest();
  return Buffer.concat([prefix, digest]).toString('base64');
}

/** Whether this server issued the signature. Google refuses those of another service, too. */
export function isOwnSignature(signature: string): boolean {
  const bytes = Buffer.from(signature, 'base64');
  return bytes.length === prefix.length + 32 && bytes.subarray(0, prefix.length).equals(prefix);
}
