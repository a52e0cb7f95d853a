import type { Operation } from '../operation.ts';

/** Deletes every user and sign-in. */
export const clearAccounts: Operation = (_query, { state }) => {
  state.users.clear();
  state.signIns.clear();
  state.save();
  return {};
};
