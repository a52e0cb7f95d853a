import { randomUUID } from 'node:crypto';
import type { BigQuery } from '@google-cloud/bigquery';
import { cancel, jobFailed, type Session, send, tryAgain } from './bigquery-requests.ts';
import {
  dryRunReplySchema,
  type QueryReply,
  queryReplySchema,
  toCells,
  toQueryParameters,
  toTypeName,
} from './bigquery-wire.ts';
import { toStatementAsOf } from './to-statement-as-of.ts';
import { type Read, type ReadOptions, type Statement, type Warehouse, WarehouseError } from './warehouse.ts';

export type BigqueryWarehouseOptions = {
  bigquery: BigQuery;
  dataset: string;
  /** A read that would bill more is refused before it runs, and by BigQuery too. */
  maxBytesBilled: number;
  /** On-demand list price: 6.25 US dollars per TiB (cloud.google.com/bigquery/pricing, "Query pricing", US and EU). */
  pricePerTiBUsd: number;
  /** A read that takes longer is cancelled. */
  readTimeoutMs: number;
  /** 0 to 1. */
  random: () => number;
};

/** BigQuery rounds up to a megabyte and bills at least ten for each table that a query reads (same page). */
const megabyte = 1024 * 1024;
const minBytesPerTable = 10 * megabyte;
const bytesPerTiB = 2 ** 40;
/** How long BigQuery holds a request open for rows. Short, so that the job's id is known soon enough to cancel it. */
const pollMs = 1000;
const maxRowsPerPage = 10_000;

/** Reads over BigQuery's REST interface, through the official client's authentication and retries. */
export function createBigqueryWarehouse(options: BigqueryWarehouseOptions): Warehouse {
  return {
    read: async (statement, readOptions) => {
      readOptions.signal.throwIfAborted();
      const timeout = AbortSignal.timeout(options.readTimeoutMs);
      const signal = AbortSignal.any([readOptions.signal, timeout]);
      try {
        return await read(statement, { ...readOptions, signal }, options);
      } catch (error) {
        if (readOptions.signal.aborted) throw readOptions.signal.reason;
        if (timeout.aborted) {
          const seconds = Math.round(options.readTimeoutMs / 1000);
          throw new WarehouseError(
            'warehouse_failed',
            `The read did not finish in ${seconds} s and was cancelled.`,
            { cause: error instanceof WarehouseError ? error.cause : undefined },
          );
        }
        throw error;
      }
    },
  };
}

async function read(
  statement: Statement,
  { signal, maxRows, labels, asOf, onEstimate }: ReadOptions,
  options: BigqueryWarehouseOptions,
): Promise<Read> {
  const { bigquery, dataset, maxBytesBilled, pricePerTiBUsd, random } = options;
  const session: Session = { bigquery, signal, random };
  const query = {
    query: statement.sql,
    useLegacySql: false,
    useQueryCache: true,
    defaultDataset: { datasetId: dataset, projectId: bigquery.projectId },
    ...(Object.keys(statement.parameters).length === 0
      ? {}
      : { parameterMode: 'NAMED', queryParameters: toQueryParameters(statement.parameters) }),
  };
  const location = bigquery.location;
  const dryRun = dryRunReplySchema.parse(
    await send(session, {
      method: 'POST',
      uri: '/jobs',
      json: { configuration: { dryRun: true, labels, query }, jobReference: { location } },
    }),
  );
  const { totalBytesProcessed: bytes, query: facts } = dryRun.statistics;
  const tables = facts.referencedTables.map(({ tableId }) => tableId);
  const toPrice = (billed: number) => (billed / bytesPerTiB) * pricePerTiBUsd;
  const mostBilled = toMostBilled(bytes, tables.length);
  const estimate = { bytes: mostBilled, priceUsd: toPrice(mostBilled) };
  // Before anything is set aside for it: what may never run takes nothing from others, not for a moment.
  if (estimate.bytes > maxBytesBilled) {
    throw new WarehouseError(
      'too_expensive',
      // The first sentence stands alone where an answer may not repeat the figures, which no result proves.
      `The read would bill more than one read may. It comes to ${toMegabytes(estimate.bytes)} MB (${estimate.priceUsd.toFixed(4)} US dollars); at most ${toMegabytes(maxBytesBilled)} MB are allowed.`,
    );
  }
  await onEstimate?.(estimate);
  signal.throwIfAborted();
  const sentAt = new Date();
  const body = {
    ...query,
    ...(asOf === undefined ? {} : toReadAsOf(statement.sql, tables, asOf)),
    maximumBytesBilled: String(maxBytesBilled),
    labels,
    location,
    timeoutMs: pollMs,
    maxResults: Math.min(maxRows, maxRowsPerPage),
    formatOptions: { useInt64Timestamp: true },
  };
  const { reply, first, columns, rows } = await tryAgain(session, jobFailed, () =>
    runJob(session, body, maxRows),
  );
  // Only the first reply says what was billed, and only where the job was done by then.
  const bytesProcessed = reply.cacheHit
    ? 0
    : (first.totalBytesBilled ?? toMostBilled(reply.totalBytesProcessed ?? bytes, tables.length));
  return {
    columns: columns.map((field) => ({ name: field.name, type: toTypeName(field) })),
    rows,
    rowsCut: Math.max(0, (reply.totalRows ?? rows.length) - rows.length),
    jobId: first.jobReference?.jobId ?? null,
    bytesProcessed,
    priceUsd: toPrice(bytesProcessed),
    cacheHit: reply.cacheHit,
    asOf: asOf ?? (first.creationTime === undefined ? sentAt : new Date(first.creationTime)),
  };
}

/** Starts the statement and reads its rows up to those asked for. */
async function runJob(session: Session, body: object, maxRows: number) {
  // The client sends it again where the reply is lost: without an id the statement would run, and be billed, twice.
  const json = { ...body, requestId: randomUUID() };
  const started = send(session, { method: 'POST', uri: '/queries', json }, (late) => {
    // Aborted before the job's id was known: cancel it when it is.
    const reply = queryReplySchema.safeParse(late);
    if (reply.success) cancel(session, reply.data);
  });
  const rows: Read['rows'] = [];
  const first = queryReplySchema.parse(await started);
  let reply = first;
  const fields = () => reply.schema?.fields ?? [];
  let columns = fields();
  try {
    while (true) {
      if (reply.jobComplete) {
        if (columns.length === 0) columns = fields();
        for (const row of reply.rows.slice(0, maxRows - rows.length)) rows.push(toCells(row, columns));
        if (reply.pageToken === undefined || rows.length >= maxRows) break;
      }
      reply = await nextPage(session, reply, first.jobReference, maxRows - rows.length);
    }
  } catch (error) {
    if (session.signal.aborted) cancel(session, first);
    throw error;
  }
  return { reply, first, columns, rows };
}

/** Read anew: a reply out of the cache would show nothing. */
function toReadAsOf(sql: string, tables: string[], asOf: Date) {
  return { query: toStatementAsOf(sql, tables, asOf), useQueryCache: false };
}

/** The rest of the rows, or the first where the job still runs. */
async function nextPage(
  session: Session,
  { jobComplete, pageToken }: QueryReply,
  job: QueryReply['jobReference'],
  rowsLeft: number,
): Promise<QueryReply> {
  if (job === undefined) throw new Error('BigQuery replied without a job and without all rows');
  const reply = await send(session, {
    method: 'GET',
    uri: `/queries/${job.jobId}`,
    qs: {
      location: job.location,
      maxResults: Math.min(rowsLeft, maxRowsPerPage),
      timeoutMs: pollMs,
      'formatOptions.useInt64Timestamp': true,
      ...(jobComplete ? { pageToken } : {}),
    },
  });
  return queryReplySchema.parse(reply);
}

/** Which table holds which part is not known: dearest is one that holds all beside others that bill the least. */
function toMostBilled(bytes: number, tables: number): number {
  if (bytes === 0) return 0;
  const whole = Math.ceil(bytes / megabyte) * megabyte;
  return Math.max(whole, minBytesPerTable) + minBytesPerTable * Math.max(0, tables - 1);
}

function toMegabytes(bytes: number): number {
  return Math.ceil(bytes / 1_000_000);
}
