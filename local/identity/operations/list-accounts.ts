import { z } from 'zod';
import type { Operation } from '../operation.ts';
import { readRequest } from '../read-request.ts';
import { toUserJson } from '../to-user-json.ts';

const requestSchema = z.object({
  maxResults: z.coerce.number().int().min(1).max(1_000).default(1_000),
  nextPageToken: z.string().optional(),
});

/** `accounts:batchGet`: users in the order of their ids, in pages; the token of a page is the last id before it. */
export const listAccounts: Operation = (query, { state }) => {
  const { maxResults, nextPageToken = '' } = readRequest(requestSchema, query);
  const rest = [...state.users.values()]
    .filter((user) => user.localId > nextPageToken)
    .sort((a, b) => (a.localId < b.localId ? -1 : 1));
  const page = rest.slice(0, maxResults);
  const last = page.at(-1);
  return {
    kind: 'identitytoolkit#DownloadAccountResponse',
    users: page.map(toUserJson),
    ...(rest.length > page.length && last ? { nextPageToken: last.localId } : {}),
  };
};
