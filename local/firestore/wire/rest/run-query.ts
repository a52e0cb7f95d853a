import { z } from 'zod';
import type { Access } from '../../access.ts';
import { checkIndexes } from '../../state/check-indexes.ts';
import { checkQuery } from '../../state/check-query.ts';
import type { Query } from '../../state/query.ts';
import { FirestoreError } from '../../status.ts';
import type { FieldPath } from '../../value/field-path.ts';
import { formatMicros } from '../../value/timestamp.ts';
import { toWireDocument } from '../../value/to-wire.ts';
import type { Context } from '../context.ts';
import { parseBody } from '../parse-body.ts';
import { parseQuery } from '../parse-query.ts';
import { consistencySchema, toReads } from '../reads.ts';
import type { Operation } from './operation.ts';

const bodySchema = consistencySchema.extend({
  structuredQuery: z.unknown().optional(),
  explainOptions: z.unknown().optional(),
});

export const runQueryOperation: Operation = (context, { name, body, access }) => {
  const request = parseBody(bodySchema, body);
  if (request.explainOptions)
    throw new FirestoreError('UNIMPLEMENTED', 'The local Firestore explains no queries.');
  const query = parseQuery(name, request.structuredQuery);
  admitQuery(context, access, query);
  const reads = toReads(context, request);
  const { documents, skipped } = reads.query(query);
  const readTime = formatMicros(reads.readTime);
  const answers: unknown[] = documents.map((document) => ({ document: toWireDocument(document), readTime }));
  if (skipped > 0) answers.unshift({ readTime, skippedResults: skipped });
  if (answers.length === 0) answers.push({ readTime });
  return reads.begun ? [{ transaction: reads.begun }, ...answers] : answers;
};

/**
 * Whether the query may run at all, whatever the data.
 * @param summed the fields that an aggregation adds up.
 * @throws FirestoreError INVALID_ARGUMENT, PERMISSION_DENIED, or FAILED_PRECONDITION for a missing index.
 */
export function admitQuery(context: Context, access: Access, query: Query, summed: FieldPath[] = []): void {
  checkQuery(query);
  access.query(query);
  if (context.indexes) checkIndexes(query, context.indexes, summed);
}
