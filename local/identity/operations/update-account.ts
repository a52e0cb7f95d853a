import { z } from 'zod';
import { parseIdToken } from '../id-tokens.ts';
import { IdentityError } from '../identity-error.ts';
import type { IdentityUser } from '../identity-state.ts';
import type { Operation, OperationContext } from '../operation.ts';
import { readRequest } from '../read-request.ts';

const profile = {
  displayName: z.string().optional(),
  photoUrl: z.string().optional(),
  deleteAttribute: z.array(z.string()).optional(),
};
const userRequestSchema = z.object({ idToken: z.string(), ...profile });
const adminRequestSchema = z.object({
  localId: z.string().min(1),
  ...profile,
  email: z.string().optional(),
  emailVerified: z.boolean().optional(),
  disableUser: z.boolean().optional(),
  customAttributes: z.string().max(1_000, 'CLAIMS_TOO_LARGE').optional(),
  validSince: z.coerce.number().int().optional(),
});

/** `accounts:update`: a user changes name and picture; an administrator also claims, state and validity. */
export const updateAccount: Operation = async (body, context) => {
  const changed = context.admin ? changeAsAdmin(body, context) : await changeAsUser(body, context);
  context.state.users.set(changed.localId, changed);
  context.state.save();
  return { kind: 'identitytoolkit#SetAccountInfoResponse', localId: changed.localId };
};

async function changeAsUser(body: unknown, context: OperationContext): Promise<IdentityUser> {
  const { idToken, deleteAttribute, ...changes } = readRequest(userRequestSchema, body);
  const user = await parseIdToken(idToken, context.state, context);
  return withoutAttributes({ ...user, ...definedOnly(changes) }, deleteAttribute);
}

function changeAsAdmin(body: unknown, context: OperationContext): IdentityUser {
  const { localId, deleteAttribute, disableUser, ...changes } = readRequest(adminRequestSchema, body);
  const user = context.state.users.get(localId);
  if (!user) throw new IdentityError('USER_NOT_FOUND');
  const disabled = disableUser ?? user.disabled;
  return withoutAttributes({ ...user, ...definedOnly(changes), disabled }, deleteAttribute);
}

function definedOnly<T extends object>(changes: T): Partial<T> {
  const given = Object.entries(changes).filter(([, value]) => value !== undefined);
  return Object.assign({}, ...given.map(([name, value]) => ({ [name]: value })));
}

function withoutAttributes(user: IdentityUser, attributes: string[] = []): IdentityUser {
  return {
    ...user,
    ...(attributes.includes('DISPLAY_NAME') ? { displayName: undefined } : {}),
    ...(attributes.includes('PHOTO_URL') ? { photoUrl: undefined } : {}),
  };
}
