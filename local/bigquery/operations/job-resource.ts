import type { Job } from '../jobs/job-store.ts';
import type { QueryRequest } from '../jobs/query-request.ts';
import type { QueryResult } from '../jobs/run-query.ts';
import { QueryError } from '../query-error.ts';
import { toFieldSchema } from '../types/schema.ts';

export type Owner = { projectId: string; dataset: string };

export type ErrorProto = { reason: string; message: string; location?: string; locationType?: string };

/** What went wrong, as jobs and responses both say it. Only a QueryError's message is shown. */
export function toErrorProto(error: unknown): ErrorProto {
  if (!(error instanceof QueryError)) {
    return {
      reason: 'backendError',
      message: 'The query failed inside the local BigQuery server. Its log says why.',
    };
  }
  const { reason, message, location } = error;
  return location === null ? { reason, message } : { reason, message, location, locationType: 'other' };
}

/** https://cloud.google.com/bigquery/docs/reference/rest/v2/Job */
export function toJobResource(job: Job, owner: Owner, host: string) {
  const { projectId } = owner;
  const state = job.endedAt === null ? 'RUNNING' : 'DONE';
  const failure = job.error === null ? null : toErrorProto(job.error);
  return {
    kind: 'bigquery#job',
    id: `${projectId}:${job.location}.${job.id}`,
    selfLink: `${host}/bigquery/v2/projects/${projectId}/jobs/${job.id}?location=${job.location}`,
    user_email: `local@${projectId}.iam.gserviceaccount.com`,
    jobReference: toJobReference(job, owner),
    configuration: toConfiguration(job.request, owner, false),
    status: failure === null ? { state } : { state, errorResult: failure, errors: [failure] },
    statistics: {
      creationTime: `${job.createdAt}`,
      startTime: `${job.createdAt}`,
      ...(job.endedAt === null
        ? {}
        : { endTime: `${job.endedAt}`, finalExecutionDurationMs: `${job.endedAt - job.createdAt}` }),
      ...(job.result === null ? {} : toStatistics(job.result, owner)),
    },
  };
}

export function toJobReference(job: Pick<Job, 'id' | 'location'>, owner: Owner) {
  return { projectId: owner.projectId, jobId: job.id, location: job.location };
}

export function toConfiguration(request: QueryRequest, owner: Owner, dryRun: boolean) {
  const { maxBytesBilled } = request;
  return {
    jobType: 'QUERY',
    labels: request.labels,
    ...(dryRun ? { dryRun } : {}),
    query: {
      query: request.sql,
      useLegacySql: false,
      useQueryCache: request.useCache,
      priority: 'INTERACTIVE',
      ...(request.parameters.size === 0 ? {} : { parameterMode: 'NAMED' }),
      ...(request.hasDefaultDataset
        ? { defaultDataset: { projectId: owner.projectId, datasetId: owner.dataset } }
        : {}),
      ...(maxBytesBilled === null ? {} : { maximumBytesBilled: `${maxBytesBilled}` }),
    },
  };
}

export function toStatistics(result: QueryResult, owner: Owner) {
  const bytes = Math.round(result.bytesProcessed).toString();
  return {
    totalBytesProcessed: bytes,
    query: {
      statementType: 'SELECT',
      totalBytesProcessed: bytes,
      totalBytesBilled: result.bytesBilled.toString(),
      totalBytesProcessedAccuracy: 'UPPER_BOUND',
      cacheHit: result.cacheHit,
      schema: toSchema(result),
      referencedTables: result.tables.map((tableId) => ({
        projectId: owner.projectId,
        datasetId: owner.dataset,
        tableId,
      })),
    },
  };
}

export function toSchema(result: QueryResult) {
  return { fields: result.columns.map(({ name, type }) => toFieldSchema(name, type)) };
}
