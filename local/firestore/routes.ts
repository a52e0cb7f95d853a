import { batchGet } from './wire/rest/batch-get.ts';
import { batchWrite } from './wire/rest/batch-write.ts';
import { commit } from './wire/rest/commit.ts';
import { createDocument, deleteDocument, getDocument, updateDocument } from './wire/rest/document.ts';
import { listCollectionIds } from './wire/rest/list-collection-ids.ts';
import { listDocuments } from './wire/rest/list-documents.ts';
import type { Operation } from './wire/rest/operation.ts';
import { partitionQuery } from './wire/rest/partition-query.ts';
import { runAggregationQuery } from './wire/rest/run-aggregation-query.ts';
import { runQueryOperation } from './wire/rest/run-query.ts';
import { begin, rollback } from './wire/rest/transaction.ts';

/**
 * What an address names: all documents of the database (`root`), one document, or a collection. `streamed` replies are
 * lists, their errors too.
 */
export type Route = {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  verb: string | null;
  on: ('root' | 'document' | 'collection')[];
  streamed?: true;
  operation: Operation;
};

/** Every REST operation, as `google/firestore/v1/firestore.proto` binds it to HTTP. */
export const routes: Route[] = [
  { method: 'POST', verb: 'batchGet', on: ['root'], streamed: true, operation: batchGet },
  { method: 'POST', verb: 'batchWrite', on: ['root'], operation: batchWrite },
  { method: 'POST', verb: 'beginTransaction', on: ['root'], operation: begin },
  { method: 'POST', verb: 'commit', on: ['root'], operation: commit },
  { method: 'POST', verb: 'rollback', on: ['root'], operation: rollback },
  {
    method: 'POST',
    verb: 'runQuery',
    on: ['root', 'document'],
    streamed: true,
    operation: runQueryOperation,
  },
  {
    method: 'POST',
    verb: 'runAggregationQuery',
    on: ['root', 'document'],
    streamed: true,
    operation: runAggregationQuery,
  },
  { method: 'POST', verb: 'listCollectionIds', on: ['root', 'document'], operation: listCollectionIds },
  { method: 'POST', verb: 'partitionQuery', on: ['root', 'document'], operation: partitionQuery },
  { method: 'GET', verb: null, on: ['document'], operation: getDocument },
  { method: 'GET', verb: null, on: ['collection'], operation: listDocuments },
  { method: 'POST', verb: null, on: ['collection'], operation: createDocument },
  { method: 'PATCH', verb: null, on: ['document'], operation: updateDocument },
  { method: 'DELETE', verb: null, on: ['document'], operation: deleteDocument },
];
