import { z } from 'zod';
import { IdentityError } from '../identity-error.ts';
import type { Operation } from '../operation.ts';
import { readRequest } from '../read-request.ts';
import { people } from '../sso/people.ts';

const requestSchema = z.object({
  sub: z.string().min(1),
  /** Where to send the logout token; by default to the page. */
  uri: z.url().optional(),
});

/** An administrator ends a person's sign-ins, as when their roles change: the SSO tells its client. */
export const endPersonSessions: Operation = async (body, context) => {
  const { sub, uri = context.logoutUri } = readRequest(requestSchema, body);
  if (!people.some((person) => person.sub === sub)) throw new IdentityError('USER_NOT_FOUND', 404);
  const reply = await fetch(uri, {
    method: 'POST',
    body: new URLSearchParams({ logout_token: await context.signLogoutToken(sub) }),
  });
  return { status: reply.status };
};
