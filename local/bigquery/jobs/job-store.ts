import { randomUUID } from 'node:crypto';
import { QueryError } from '../query-error.ts';
import type { QueryRequest } from './query-request.ts';
import type { QueryResult, QueryRunner } from './run-query.ts';

/** Times are in milliseconds since 1970. A job is done when it has a result or an error. */
export type Job = {
  id: string;
  location: string;
  request: QueryRequest;
  createdAt: number;
  endedAt: number | null;
  result: QueryResult | null;
  error: unknown;
  controller: AbortController;
  done: Promise<void>;
};

export type JobOptions = {
  id: string | null;
  /** A repeated request gets the job of the first. */
  requestId: string | null;
  location: string;
  timeoutMs: number | null;
};

export type JobStore = {
  /** Starts a query. @throws QueryError when the id is taken. */
  start(request: QueryRequest, options: JobOptions): Job;
  /** @throws QueryError when there is none. */
  get(id: string): Job;
  cancel(job: Job): void;
  /** Newest first. */
  list(): Job[];
  cancelAll(): void;
};

const mostJobs = 1000;
/** BigQuery stops a query after six hours; this machine has other things to do. */
const mostJobMs = 10 * 60_000;

export function createJobStore(options: {
  projectId: string;
  runner: QueryRunner;
  now: () => number;
  /** Cells of the results that are kept for getQueryResults, all jobs together. */
  maxCells: number;
}): JobStore {
  const jobs = new Map<string, Job>();
  const byRequest = new Map<string, string>();

  const start: JobStore['start'] = (request, { id, requestId, location, timeoutMs }) => {
    const repeated = requestId === null ? undefined : jobs.get(byRequest.get(requestId) ?? '');
    if (repeated !== undefined) return repeated;
    const jobId = id ?? `job_${randomUUID()}`;
    if (jobs.has(jobId))
      throw new QueryError('duplicate', `Already Exists: Job ${options.projectId}:${location}.${jobId}`);
    const controller = new AbortController();
    const job: Job = {
      id: jobId,
      location,
      request,
      createdAt: options.now(),
      endedAt: null,
      result: null,
      error: null,
      controller,
      done: Promise.resolve(),
    };
    job.done = run(job, timeoutMs);
    jobs.set(jobId, job);
    if (requestId !== null) byRequest.set(requestId, jobId);
    forget();
    return job;
  };

  const run = async (job: Job, timeoutMs: number | null) => {
    const { controller } = job;
    const limitMs = Math.min(timeoutMs ?? mostJobMs, mostJobMs);
    const timer = setTimeout(() => controller.abort(timedOut(limitMs)), limitMs);
    try {
      job.result = await options.runner.run(job.request, controller.signal);
    } catch (error) {
      job.error = error ?? new Error('The query failed without a reason.');
    } finally {
      job.endedAt = options.now();
      clearTimeout(timer);
    }
  };

  /** Results are let go oldest first, once they hold too much; the newest stays whatever its size. */
  const forget = () => {
    let cells = 0;
    let count = 0;
    for (const [id, job] of [...jobs].reverse()) {
      count += 1;
      cells += (job.result?.rows.length ?? 0) * (job.result?.columns.length ?? 0);
      const isOver = count > mostJobs || (cells > options.maxCells && count > 1);
      if (isOver && job.endedAt !== null) jobs.delete(id);
    }
    for (const [requestId, id] of byRequest) if (!jobs.has(id)) byRequest.delete(requestId);
  };

  return {
    start,
    get: (id) => {
      const job = jobs.get(id);
      if (job === undefined) throw new QueryError('notFound', `Not found: Job ${options.projectId}:${id}`);
      return job;
    },
    cancel: (job) => job.controller.abort(cancelled()),
    list: () => [...jobs.values()].reverse(),
    cancelAll: () => {
      for (const job of jobs.values()) if (job.endedAt === null) job.controller.abort(cancelled());
    },
  };
}

function cancelled(): QueryError {
  return new QueryError('stopped', 'Job execution was cancelled: User requested cancellation');
}

function timedOut(timeoutMs: number): QueryError {
  return new QueryError('stopped', `Job execution was cancelled: Job timed out after ${timeoutMs / 1000}s`);
}
