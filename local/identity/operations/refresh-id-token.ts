import { z } from 'zod';
import { idTokenSeconds, signIdToken } from '../id-tokens.ts';
import { IdentityError } from '../identity-error.ts';
import type { Operation } from '../operation.ts';
import { readRequest } from '../read-request.ts';

const requestSchema = z.object({
  // The web SDK sends snake case; some REST clients send camel case.
  grant_type: z.string().optional(),
  grantType: z.string().optional(),
  refresh_token: z.string().optional(),
  refreshToken: z.string().optional(),
});

/** `securetoken…/v1/token`: a new ID token for a refresh token. */
export const refreshIdToken: Operation = async (body, context) => {
  const request = readRequest(requestSchema, body);
  if ((request.grant_type ?? request.grantType) !== 'refresh_token') {
    throw new IdentityError('INVALID_GRANT_TYPE');
  }
  const refreshToken = request.refresh_token ?? request.refreshToken;
  if (!refreshToken) throw new IdentityError('MISSING_REFRESH_TOKEN');

  const signIn = context.state.signIns.get(refreshToken);
  if (!signIn) throw new IdentityError('INVALID_REFRESH_TOKEN');
  const user = context.state.users.get(signIn.localId);
  if (!user) throw new IdentityError('USER_NOT_FOUND');
  if (user.disabled) throw new IdentityError('USER_DISABLED');
  if (signIn.authTime < user.validSince) throw new IdentityError('TOKEN_EXPIRED');

  const idToken = await signIdToken(user, signIn, context);
  return {
    id_token: idToken,
    access_token: idToken,
    expires_in: String(idTokenSeconds),
    token_type: 'Bearer',
    refresh_token: refreshToken,
    user_id: user.localId,
    project_id: context.projectId,
  };
};
