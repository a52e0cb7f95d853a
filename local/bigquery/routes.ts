import { getQueryResults } from './operations/get-query-results.ts';
import { insertJob } from './operations/insert-job.ts';
import { cancelJob, getJob, listJobs } from './operations/jobs.ts';
import type { Operation } from './operations/operation.ts';
import { runQueryOperation } from './operations/query.ts';
import { getDataset, getTable, listDatasets, listTables } from './operations/tables.ts';

/**
 * BigQuery's REST methods that this server has, below `/projects/{projectId}`.
 * https://cloud.google.com/bigquery/docs/reference/rest
 */
export const routes: readonly { method: 'GET' | 'POST'; path: string; operation: Operation }[] = [
  { method: 'POST', path: '/queries', operation: runQueryOperation },
  { method: 'GET', path: '/queries/:jobId', operation: getQueryResults },
  { method: 'GET', path: '/jobs', operation: listJobs },
  { method: 'POST', path: '/jobs', operation: insertJob },
  { method: 'GET', path: '/jobs/:jobId', operation: getJob },
  { method: 'POST', path: '/jobs/:jobId/cancel', operation: cancelJob },
  { method: 'GET', path: '/datasets', operation: listDatasets },
  { method: 'GET', path: '/datasets/:datasetId', operation: getDataset },
  { method: 'GET', path: '/datasets/:datasetId/tables', operation: listTables },
  { method: 'GET', path: '/datasets/:datasetId/tables/:tableId', operation: getTable },
];
