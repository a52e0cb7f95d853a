import { bodyLimit } from 'hono/body-limit';
import { CodedError } from '../coded-error.ts';

/** The longest message takes 24 kB as escaped JSON; the longest ID token 16 kB. */
const maxBodyBytes = 65_536;

/** Refuses a body that is larger than any request needs, before it is read whole. */
export const limitBody = bodyLimit({
  maxSize: maxBodyBytes,
  onError: () => {
    throw new CodedError('payload_too_large', `The body is larger than ${maxBodyBytes / 1_024} kB.`);
  },
});
