import { z } from 'zod';
import type { Operation } from '../operation.ts';
import { readRequest } from '../read-request.ts';
import { removeUser } from '../remove-user.ts';

const requestSchema = z.object({ localIds: z.array(z.string()).max(1_000), force: z.boolean().optional() });

/** `accounts:batchDelete`: without `force` only disabled users may go, as Identity Toolkit has it. */
export const deleteAccounts: Operation = (body, { state }) => {
  const { localIds, force = false } = readRequest(requestSchema, body);
  const errors = localIds.flatMap((localId, index) => {
    if (!force && state.users.get(localId)?.disabled === false) {
      return [{ index, localId, message: 'NOT_DISABLED : Disable the account before batch deletion.' }];
    }
    removeUser(state, localId);
    return [];
  });
  state.save();
  return errors.length === 0 ? {} : { errors };
};
