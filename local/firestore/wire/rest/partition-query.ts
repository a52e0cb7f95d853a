import { FirestoreError } from '../../status.ts';
import { isObject } from '../../value/parse-value.ts';
import { parseQuery } from '../parse-query.ts';
import type { Operation } from './operation.ts';

/** No cut: the whole query is one partition, which the protocol allows. Only for the admin, as in production. */
export const partitionQuery: Operation = (_, { name, body, caller }) => {
  if (caller.kind !== 'admin')
    throw new FirestoreError('PERMISSION_DENIED', 'Missing or insufficient permissions.');
  parseQuery(name, isObject(body) ? body.structuredQuery : undefined);
  return { partitions: [] };
};
