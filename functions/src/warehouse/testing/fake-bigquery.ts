import { createServer } from 'node:http';
import { BigQuery } from '@google-cloud/bigquery';
import { OAuth2Client } from 'google-auth-library';
import { afterEach } from 'vitest';
import { createBigqueryWarehouse } from '../bigquery-warehouse.ts';

type Call = { method: string; path: string; body: Record<string, unknown> };
type Reply = { status?: number; body: unknown; after?: Promise<void> };

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A server with BigQuery's wire format whose replies a test gives, by the operation asked for. */
export async function createFake(replies: Record<string, (call: Call) => Reply>, random = () => 0.5) {
  const calls: Call[] = [];
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk) => {
      text += chunk;
    });
    request.on('end', async () => {
      const path = (request.url ?? '').replace('/projects/p', '');
      const call = { method: request.method ?? '', path, body: text === '' ? {} : JSON.parse(text) };
      calls.push(call);
      const name = Object.keys(replies).find((prefix) => `${call.method} ${path}`.startsWith(prefix)) ?? '';
      const reply = replies[name]?.(call) ?? { status: 404, body: {} };
      await reply.after;
      response.writeHead(reply.status ?? 200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(reply.body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => {
    server.close();
    server.closeAllConnections();
  });
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const authClient = new OAuth2Client();
  authClient.setCredentials({ access_token: 'owner' });
  const bigquery = new BigQuery({ projectId: 'p', location: 'EU', authClient });
  bigquery.baseUrl = `http://127.0.0.1:${port}`;
  const warehouse = createBigqueryWarehouse({
    bigquery,
    dataset: 'tallyboard',
    maxBytesBilled: 1_000_000_000,
    pricePerTiBUsd: 6.25,
    readTimeoutMs: 3000,
    random,
  });
  return { warehouse, calls };
}

export const dryRun =
  (bytes: number, tables = 1) =>
  () => ({
    body: {
      statistics: {
        totalBytesProcessed: String(bytes),
        query: { referencedTables: Array.from({ length: tables }, () => ({ tableId: 't' })) },
      },
    },
  });

export const done = {
  jobComplete: true,
  jobReference: { jobId: 'job-1', location: 'EU' },
  creationTime: '1795420800000',
  schema: {
    fields: [
      { name: 'day', type: 'DATE' },
      { name: 'units', type: 'INTEGER' },
      { name: 'revenue', type: 'NUMERIC' },
      { name: 'rate', type: 'FLOAT' },
      { name: 'at', type: 'TIMESTAMP' },
      { name: 'open', type: 'BOOLEAN' },
    ],
  },
  rows: [
    { f: ['2026-11-22', '42', '10.125', '0.5', '1795420800000000', 'true'].map((v) => ({ v })) },
    { f: [null, null, null, 'NaN', '1795420800.5', 'false'].map((v) => ({ v })) },
  ],
  totalRows: '2',
  totalBytesProcessed: '20000000',
  totalBytesBilled: '20971520',
  cacheHit: false,
};

export const signal = () => new AbortController().signal;
export const options = { maxRows: 100, labels: { turn: 't1' } };
