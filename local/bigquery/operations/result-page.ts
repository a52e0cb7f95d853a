import type { QueryResult } from '../jobs/run-query.ts';
import { QueryError } from '../query-error.ts';
import { toTimestampSeconds } from '../types/cells.ts';

/** Rows of a page when the request does not say. */
const defaultPageRows = 20_000;

export type PageRequest = { from: number; maxResults: number | null; microseconds: boolean };

/** One page of a result's rows, and the token of the next. */
export function toPage(result: QueryResult, { from, maxResults, microseconds }: PageRequest) {
  const to = from + (maxResults ?? defaultPageRows);
  const rows = result.rows.slice(from, to).map((row) => ({
    f: result.columns.map(({ type }, index) => {
      const cell = row[index] ?? null;
      return { v: microseconds ? cell : toTimestampSeconds(cell, type) };
    }),
  }));
  return {
    totalRows: `${result.rows.length}`,
    rows,
    ...(to < result.rows.length ? { pageToken: Buffer.from(`row ${to}`).toString('base64url') } : {}),
  };
}

/** The row that a page begins with. @throws QueryError for a token that this server never gave. */
export function parsePageToken(token: string): number {
  const [, row] = /^row (\d+)$/.exec(Buffer.from(token, 'base64url').toString()) ?? [];
  if (row === undefined)
    throw new QueryError('invalid', 'Invalid value for pageToken', { location: 'pageToken' });
  return Number(row);
}
