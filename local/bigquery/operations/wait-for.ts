import { setTimeout as sleep } from 'node:timers/promises';
import type { Job } from '../jobs/job-store.ts';

/** Waits until the job is done, but no longer than this. */
export async function waitFor(job: Job, timeoutMs: number): Promise<void> {
  const controller = new AbortController();
  const timeout = sleep(timeoutMs, undefined, { signal: controller.signal, ref: false }).catch(() => {});
  await Promise.race([job.done, timeout]);
  controller.abort();
}
