import { toJobReference, toSchema } from './job-resource.ts';
import type { Operation } from './operation.ts';
import { parseBody, resultsQuery } from './parse-request.ts';
import { parsePageToken, toPage } from './result-page.ts';
import { waitFor } from './wait-for.ts';

/** jobs.getQueryResults: waits up to `timeoutMs` for the job, then gives a page of its rows. */
export const getQueryResults: Operation = async ({ state, path, query }) => {
  const parsed = parseBody(resultsQuery, query);
  const job = state.jobs.get(path.jobId ?? '');
  await waitFor(job, parsed.timeoutMs);
  if (job.error !== null) throw job.error;
  const head = { kind: 'bigquery#getQueryResultsResponse', jobReference: toJobReference(job, state) };
  if (job.result === null) return { ...head, jobComplete: false };
  const from = parsed.pageToken === undefined ? (parsed.startIndex ?? 0) : parsePageToken(parsed.pageToken);
  const microseconds = parsed['formatOptions.useInt64Timestamp'];
  return {
    ...head,
    schema: toSchema(job.result),
    ...toPage(job.result, { from, maxResults: parsed.maxResults ?? null, microseconds }),
    totalBytesProcessed: Math.round(job.result.bytesProcessed).toString(),
    jobComplete: true,
    cacheHit: job.result.cacheHit,
  };
};
