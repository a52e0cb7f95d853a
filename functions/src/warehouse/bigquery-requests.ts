import type { BigQuery } from '@google-cloud/bigquery';
import { apiErrorSchema, type QueryReply } from './bigquery-wire.ts';
import { WarehouseError } from './warehouse.ts';

type ApiRequest = { method: 'GET' | 'POST'; uri: string; json?: object; qs?: object };

/**
 * One request. The client takes no signal: an aborted request is left to end by itself.
 * @param onLate gets the reply that came after the abort.
 * @throws WarehouseError for whatever BigQuery or its client answers, the signal's reason when aborted
 */
export function send(
  bigquery: BigQuery,
  signal: AbortSignal,
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
export function cancel(bigquery: BigQuery, { jobReference }: Pick<QueryReply, 'jobReference'>): void {
  if (jobReference === undefined) return;
  const { jobId, location } = jobReference;
  bigquery.request({ method: 'POST', uri: `/jobs/${jobId}/cancel`, qs: { location } }, () => {});
}

/** What BigQuery says names tables, accounts and addresses: that is for the operator's log. */
function toWarehouseError(cause: unknown): WarehouseError {
  const reasons = apiErrorSchema.safeParse(cause).data?.errors.map(({ reason }) => reason) ?? [];
  return reasons.includes('bytesBilledLimitExceeded')
    ? new WarehouseError('too_expensive', 'The read would bill more than one read may.', { cause })
    : new WarehouseError('warehouse_failed', 'The data could not be read.', { cause });
}
