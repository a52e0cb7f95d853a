import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { parseCustomToken } from '../custom-token.ts';
import { idTokenSeconds, signIdToken } from '../id-tokens.ts';
import { IdentityError } from '../identity-error.ts';
import type { Operation } from '../operation.ts';
import { readRequest } from '../read-request.ts';

const requestSchema = z.object({ token: z.string().min(1) });

/** `accounts:signInWithCustomToken`: makes the user on the first sign-in. */
export const signInWithCustomToken: Operation = async (body, context) => {
  const { token } = readRequest(requestSchema, body);
  const custom = parseCustomToken(token, context.now());
  const { state } = context;

  const known = state.users.get(custom.uid);
  if (known?.disabled) throw new IdentityError('USER_DISABLED');
  const nowMs = context.now();
  const authTime = Math.floor(nowMs / 1_000);
  const user = {
    ...(known ?? {
      localId: custom.uid,
      emailVerified: false,
      disabled: false,
      validSince: authTime,
      createdAt: nowMs,
    }),
    lastLoginAt: nowMs,
  };
  const signIn = { localId: user.localId, authTime, claims: custom.claims };
  const refreshToken = randomBytes(48).toString('base64url');
  state.users.set(user.localId, user);
  state.signIns.set(refreshToken, signIn);
  state.save();

  return {
    kind: 'identitytoolkit#VerifyCustomTokenResponse',
    idToken: await signIdToken(user, signIn, context),
    refreshToken,
    expiresIn: String(idTokenSeconds),
    isNewUser: known === undefined,
  };
};
