import { z } from 'zod';
import { parseIdToken } from '../id-tokens.ts';
import { IdentityError } from '../identity-error.ts';
import type { Operation } from '../operation.ts';
import { readRequest } from '../read-request.ts';
import { removeUser } from '../remove-user.ts';

const userRequestSchema = z.object({ idToken: z.string() });
const adminRequestSchema = z.object({ localId: z.string().min(1) });

/** `accounts:delete`: a user deletes itself, an administrator anyone. */
export const deleteAccount: Operation = async (body, context) => {
  const localId = context.admin
    ? readRequest(adminRequestSchema, body).localId
    : (await parseIdToken(readRequest(userRequestSchema, body).idToken, context.state, context)).localId;
  if (!removeUser(context.state, localId)) throw new IdentityError('USER_NOT_FOUND');
  context.state.save();
  return { kind: 'identitytoolkit#DeleteAccountResponse' };
};
