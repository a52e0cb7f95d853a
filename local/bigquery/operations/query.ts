import type { Job } from '../jobs/job-store.ts';
import { toJobReference, toSchema } from './job-resource.ts';
import type { Operation, ServerState } from './operation.ts';
import { parseBody, queryBody, toQueryRequest } from './parse-request.ts';
import { toPage } from './result-page.ts';
import { waitFor } from './wait-for.ts';

/** jobs.query: runs a query and waits up to `timeoutMs` for its first page. */
export const runQueryOperation: Operation = async ({ state, body }) => {
  const parsed = parseBody(queryBody, body);
  const request = toQueryRequest(parsed, state, parsed.labels);
  if (parsed.dryRun) {
    const result = await state.runner.dryRun(request);
    return {
      kind: 'bigquery#queryResponse',
      schema: toSchema(result),
      jobReference: { projectId: state.projectId, location: parsed.location ?? state.location },
      totalBytesProcessed: Math.round(result.bytesProcessed).toString(),
      jobComplete: true,
      cacheHit: false,
    };
  }
  const job = state.jobs.start(request, {
    id: null,
    requestId: parsed.requestId ?? null,
    location: parsed.location ?? state.location,
    timeoutMs: null,
  });
  const mayOmitJob = parsed.jobCreationMode === 'JOB_CREATION_OPTIONAL';
  await waitFor(job, parsed.timeoutMs);
  if (job.error !== null) throw job.error;
  return toQueryResponse(job, state, {
    from: 0,
    maxResults: parsed.maxResults ?? null,
    microseconds: parsed.formatOptions.useInt64Timestamp,
    mayOmitJob,
  });
};

type ResponseOptions = {
  from: number;
  maxResults: number | null;
  microseconds: boolean;
  mayOmitJob: boolean;
};

function toQueryResponse(job: Job, state: ServerState, options: ResponseOptions) {
  const reference = { jobReference: toJobReference(job, state), queryId: job.id };
  if (job.result === null) return { kind: 'bigquery#queryResponse', ...reference, jobComplete: false };
  const page = toPage(job.result, options);
  const isWhole = !('pageToken' in page);
  return {
    kind: 'bigquery#queryResponse',
    schema: toSchema(job.result),
    ...(options.mayOmitJob && isWhole ? { queryId: job.id } : reference),
    ...page,
    totalBytesProcessed: Math.round(job.result.bytesProcessed).toString(),
    totalBytesBilled: job.result.bytesBilled.toString(),
    jobComplete: true,
    cacheHit: job.result.cacheHit,
    creationTime: `${job.createdAt}`,
    startTime: `${job.createdAt}`,
    ...(job.endedAt === null ? {} : { endTime: `${job.endedAt}` }),
    location: job.location,
  };
}
