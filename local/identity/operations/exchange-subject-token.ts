import { z } from 'zod';
import type { Operation } from '../operation.ts';
import { readRequest } from '../read-request.ts';

const requestSchema = z.object({
  grant_type: z.literal('urn:ietf:params:oauth:grant-type:token-exchange'),
  subject_token: z.string().min(1),
});

/**
 * Google's Security Token Service (RFC 8693): any subject token gets the access token `owner`, which the local servers
 * take as an administrator's.
 */
export const exchangeSubjectToken: Operation = (body) => {
  readRequest(requestSchema, body);
  return {
    access_token: 'owner',
    issued_token_type: 'urn:ietf:params:oauth:token-type:access_token',
    token_type: 'Bearer',
    expires_in: 3_600,
  };
};
