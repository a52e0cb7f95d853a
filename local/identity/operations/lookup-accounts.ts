import { z } from 'zod';
import { parseIdToken } from '../id-tokens.ts';
import { IdentityError } from '../identity-error.ts';
import type { Operation } from '../operation.ts';
import { readRequest } from '../read-request.ts';
import { toUserJson } from '../to-user-json.ts';

const requestSchema = z.object({
  idToken: z.string().optional(),
  localId: z.array(z.string()).optional(),
  email: z.array(z.string()).optional(),
});

/** `accounts:lookup`: by ID token for a user, by id or email for an administrator. Unknown ones are left out. */
export const lookupAccounts: Operation = async (body, context) => {
  const request = readRequest(requestSchema, body);
  const kind = 'identitytoolkit#GetAccountInfoResponse';
  if (!context.admin) {
    if (!request.idToken) throw new IdentityError('MISSING_ID_TOKEN');
    return { kind, users: [toUserJson(await parseIdToken(request.idToken, context.state, context))] };
  }
  const ids = new Set(request.localId);
  const emails = new Set(request.email);
  const users = [...context.state.users.values()].filter(
    (user) => ids.has(user.localId) || (user.email !== undefined && emails.has(user.email)),
  );
  return users.length === 0 ? { kind } : { kind, users: users.map(toUserJson) };
};
