import { createHash } from 'node:crypto';

/**
 * The Firebase user id of a person: stable for an issuer and subject, the same for no two, safe in a document path, and
 * free of anything that names the person. 47 characters of the 128 that Firebase takes.
 */
export function toUid(issuer: string, subject: string): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([issuer, subject]))
    .digest('base64url');
  return `sso-${digest}`;
}
