import { z } from 'zod';
import { FirestoreError } from '../../status.ts';
import { compareText } from '../../value/compare.ts';
import { parseBody } from '../parse-body.ts';
import type { Operation } from './operation.ts';
import { toPage, toPlace } from './page.ts';

const bodySchema = z.object({
  pageSize: z.number().int().nonnegative().default(0),
  pageToken: z.string().default(''),
});

/** Only for the admin, as in production. */
export const listCollectionIds: Operation = ({ store }, { name, body, caller }) => {
  if (caller.kind !== 'admin')
    throw new FirestoreError('PERMISSION_DENIED', 'Missing or insufficient permissions.');
  const { pageSize, pageToken } = parseBody(bodySchema, body);
  const below = `${name}/`;
  const ids = store.names(below).map((document) => document.slice(below.length).split('/')[0] ?? '');
  const distinct = [...new Set(ids)].sort(compareText);
  const place = toPlace(pageToken);
  const left = place === null ? distinct : distinct.filter((id) => compareText(id, place) > 0);
  const { items, nextPageToken } = toPage(left, pageSize || 100, (id) => id);
  return { collectionIds: items, nextPageToken };
};
