import type { IdentityUser } from './identity-state.ts';

/** A user as Identity Toolkit writes it: times are strings, milliseconds but `validSince`, which is seconds. */
export function toUserJson(user: IdentityUser) {
  const { validSince, createdAt, lastLoginAt, ...rest } = user;
  return {
    ...rest,
    customAuth: true,
    providerUserInfo: [],
    validSince: String(validSince),
    createdAt: String(createdAt),
    ...(lastLoginAt === undefined
      ? {}
      : { lastLoginAt: String(lastLoginAt), lastRefreshAt: new Date(lastLoginAt).toISOString() }),
  };
}
