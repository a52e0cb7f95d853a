import { toJobResource } from './job-resource.ts';
import type { Operation } from './operation.ts';

/** jobs.get */
export const getJob: Operation = async ({ state, path, host }) =>
  toJobResource(state.jobs.get(path.jobId ?? ''), state, host);

/** jobs.cancel: answers at once; the job is done soon after. */
export const cancelJob: Operation = async ({ state, path, host }) => {
  const job = state.jobs.get(path.jobId ?? '');
  state.jobs.cancel(job);
  return { kind: 'bigquery#jobCancelResponse', job: toJobResource(job, state, host) };
};

/** jobs.list: the jobs that are still remembered, newest first, in one page. */
export const listJobs: Operation = async ({ state, host }) => ({
  kind: 'bigquery#jobList',
  jobs: state.jobs.list().map((job) => {
    const resource = toJobResource(job, state, host);
    return { ...resource, state: resource.status.state };
  }),
});
