import type { IdentityState } from './identity-state.ts';

/** Removes a user with its sign-ins; false when there was none. The caller saves. */
export function removeUser(state: IdentityState, localId: string): boolean {
  for (const [token, signIn] of state.signIns) {
    if (signIn.localId === localId) state.signIns.delete(token);
  }
  return state.users.delete(localId);
}
