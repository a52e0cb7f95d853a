import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { IdentityError } from '../identity-error.ts';
import type { Operation } from '../operation.ts';
import { readRequest } from '../read-request.ts';

const requestSchema = z.object({
  localId: z.string().min(1).max(128).optional(),
  displayName: z.string().optional(),
  email: z.string().optional(),
  emailVerified: z.boolean().default(false),
  photoUrl: z.string().optional(),
  disabled: z.boolean().default(false),
});

/** `projects/{p}/accounts`: an administrator makes a user, without a password. */
export const createAccount: Operation = (body, { state, now }) => {
  const request = readRequest(requestSchema, body);
  const localId = request.localId ?? randomBytes(21).toString('base64url');
  if (state.users.has(localId)) throw new IdentityError('DUPLICATE_LOCAL_ID');
  const taken = [...state.users.values()].some(
    (user) => user.email !== undefined && user.email === request.email,
  );
  if (taken) throw new IdentityError('EMAIL_EXISTS');
  const createdAt = now();
  state.users.set(localId, { ...request, localId, createdAt, validSince: Math.floor(createdAt / 1_000) });
  state.save();
  return { kind: 'identitytoolkit#SignupNewUserResponse', localId };
};
