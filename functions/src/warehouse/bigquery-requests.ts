import { setTimeout as sleep } from 'node:timers/promises';
import type { BigQuery } from '@google-cloud/bigquery';
import { toBackoffMs } from '../backoff.ts';
import { apiErrorSchema, type QueryReply } from './bigquery-wire.ts';
import { WarehouseError } from './warehouse.ts';

/** What the requests of one read share. */
export type Session = {
  bigquery: BigQuery;
  signal: AbortSignal;
  /** 0 to 1. */
  random: () => number;
};

type ApiRequest = { method: 'GET' | 'POST'; uri: string; json?: object; qs?: object };

/** BigQuery took nothing: the same request again. https://cloud.google.com/bigquery/docs/error-messages#errortable */
const notTaken = ['rateLimitExceeded'];
/** The job failed for no fault of the statement's, and is not billed: another one is to be started (same table). */
export const jobFailed = ['jobBackendError', 'jobRateLimitExceeded'];

/** Runs again while it fails for one of the reasons and the signal lives. @throws the last failure */
export async function tryAgain<T>(
  { signal, random }: Session,
  reasons: readonly string[],
  run: () => Promise<T>,
): Promise<T> {
  for (let failures = 1; ; failures += 1) {
    try {
      return await run();
    } catch (error) {
      const cause = error instanceof WarehouseError ? error.cause : undefined;
      if (!listReasons(cause).some((reason) => reasons.includes(reason))) throw error;
      await sleep(toBackoffMs(failures, random), undefined, { signal }).catch(() => {
        throw error;
      });
    }
  }
}

/**
 * One request, again where BigQuery has too many. The client takes no signal: an aborted request is left to end by itself.
 * @param onLate gets the reply that came after the abort.
 * @throws WarehouseError for whatever BigQuery or its client answers, the signal's reason when aborted
 */
export function send(
  session: Session,
  request: ApiRequest,
  onLate?: (reply: unknown) => void,
): Promise<unknown> {
  return tryAgain(session, notTaken, () => sendOnce(session, request, onLate));
}

function sendOnce(
  { bigquery, signal }: Session,
  request: ApiRequest,
  onLate: (reply: unknown) => void = () => {},
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) {
      abort();
      return;
    }
    signal.addEventListener('abort', abort, { once: true });
    bigquery.request(request, (error, reply) => {
      signal.removeEventListener('abort', abort);
      if (signal.aborted) onLate(reply);
      if (error) reject(toWarehouseError(error));
      else resolve(reply);
    });
  });
}

/** Asks once and does not wait: the read has ended either way. */
export function cancel({ bigquery }: Session, { jobReference }: Pick<QueryReply, 'jobReference'>): void {
  if (jobReference === undefined) return;
  const { jobId, location } = jobReference;
  bigquery.request({ method: 'POST', uri: `/jobs/${jobId}/cancel`, qs: { location } }, () => {});
}

/** What BigQuery says names tables, accounts and addresses: that is for the operator's log. */
function toWarehouseError(cause: unknown): WarehouseError {
  return listReasons(cause).includes('bytesBilledLimitExceeded')
    ? new WarehouseError('too_expensive', 'The read would bill more than one read may.', { cause })
    : new WarehouseError('warehouse_failed', 'The data could not be read.', { cause });
}

function listReasons(apiError: unknown): string[] {
  const { errors = [] } = apiErrorSchema.safeParse(apiError).data ?? {};
  return errors.flatMap(({ reason }) => reason ?? []);
}
