import { QueryError } from '../query-error.ts';
import { toConfiguration, toJobResource, toStatistics } from './job-resource.ts';
import type { Operation } from './operation.ts';
import { jobBody, parseBody, toQueryRequest } from './parse-request.ts';

/** jobs.insert: starts a query job, or dry-runs one. Other kinds of job are refused. */
export const insertJob: Operation = async ({ state, body, host }) => {
  const { jobReference, configuration } = parseBody(jobBody, body);
  if (configuration.query === undefined) {
    throw new QueryError(
      'invalid',
      'Not supported by the local BigQuery server: load, copy and extract jobs',
    );
  }
  const request = toQueryRequest(configuration.query, state, configuration.labels);
  const location = jobReference.location ?? state.location;
  if (configuration.dryRun) {
    const result = await state.runner.dryRun(request);
    return {
      kind: 'bigquery#job',
      jobReference: { projectId: state.projectId, location },
      configuration: toConfiguration(request, state, true),
      status: { state: 'DONE' },
      // A dry run bills nothing.
      statistics: toStatistics({ ...result, bytesBilled: 0 }, state),
    };
  }
  const id = jobReference.jobId ?? null;
  const timeoutMs = configuration.jobTimeoutMs ?? null;
  const job = state.jobs.start(request, { id, requestId: null, location, timeoutMs });
  return toJobResource(job, state, host);
};
