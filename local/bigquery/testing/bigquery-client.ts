import { rm } from 'node:fs/promises';
import { BigQuery, type BigQueryOptions, type Query } from '@google-cloud/bigquery';
import { OAuth2Client } from 'google-auth-library';
import pino from 'pino';
import { createBigqueryServer } from '../bigquery-server.ts';
import {
  createWarehouseFolder,
  type TinyRows,
  tablesFolder,
  tinyRows,
  writeVersion,
} from './tiny-warehouse.ts';

const projectId = 'demo-tallyboard';
export const dataset = 'tallyboard';

export type TestServer = {
  client: BigQuery;
  origin: string;
  folder: string;
  /** Rows as plain values: NUMERIC as text, dates and timestamps as their text. */
  ask: (query: string, options?: Partial<Query>) => Promise<Record<string, unknown>[]>;
  close: () => Promise<void>;
};

type Options = Partial<Parameters<typeof createBigqueryServer>[0]> & { rows?: TinyRows; at?: Date };

/** A server over a tiny warehouse of its own, and the official client on it. */
export async function startTestServer(options: Options = {}): Promise<TestServer> {
  const folder = options.warehouseFolder ?? (await createWarehouseFolder());
  const isOwn = options.warehouseFolder === undefined;
  if (isOwn) {
    await writeVersion(folder, options.at ?? new Date(Date.now() - 3600_000), options.rows ?? tinyRows);
  }
  const logger = pino({ level: 'silent' });
  const server = await createBigqueryServer({
    port: 0,
    projectId,
    dataset,
    tablesFolder,
    logger,
    ...options,
    warehouseFolder: folder,
  });
  const client = createClient(server.origin);
  const close = async () => {
    await server.close();
    if (isOwn) await rm(folder, { recursive: true });
  };
  return { client, origin: server.origin, folder, ask: createAsk(client), close };
}

/**
 * For tests that need no tables: BIGQUERY_CONFORMANCE_HOST (`https://bigquery.googleapis.com`) aims them at the real
 * service, with Application Default Credentials and GOOGLE_CLOUD_PROJECT.
 */
export async function startConformanceServer(): Promise<Pick<TestServer, 'ask' | 'close'>> {
  const { BIGQUERY_CONFORMANCE_HOST: apiEndpoint, GOOGLE_CLOUD_PROJECT } = process.env;
  if (apiEndpoint === undefined || apiEndpoint === '') return startTestServer();
  const client = new BigQuery({ apiEndpoint, projectId: GOOGLE_CLOUD_PROJECT });
  return {
    ask: async (query) => {
      const [rows] = await client.query({ query });
      return rows.map(toPlain);
    },
    close: async () => {},
  };
}

export function createClient(origin: string, options: BigQueryOptions = {}): BigQuery {
  const authClient = new OAuth2Client();
  authClient.setCredentials({ access_token: 'owner', expiry_date: Date.now() + 3600_000 });
  return new BigQuery({ projectId, apiEndpoint: origin, authClient, ...options });
}

export function createAsk(client: BigQuery): TestServer['ask'] {
  return async (query, options = {}) => {
    const [rows] = await client.query({ query, defaultDataset: { datasetId: dataset }, ...options });
    return rows.map(toPlain);
  };
}

/** The rows, and what the service said beside them, which the client gives only to a callback. */
export function queryWithResponse(client: BigQuery, query: Query) {
  return new Promise<{ rows: object[]; response: Record<string, unknown> }>((resolve, reject) => {
    client.query(query, {}, (...given) => {
      const [error, rows] = given;
      if (error) reject(error);
      else resolve({ rows: rows ?? [], response: { ...given.at(-1) } });
    });
  });
}

function toPlain(row: Record<string, unknown>): Record<string, unknown> {
  return JSON.parse(JSON.stringify(row), (_key, value) => {
    const isWrapped = value !== null && typeof value === 'object' && Object.keys(value).join() === 'value';
    return isWrapped ? value.value : value;
  });
}

/** What the client threw, as BigQuery words it. */
export async function failureOf(
  work: Promise<unknown>,
): Promise<{ code: unknown; reason: unknown; message: string }> {
  const error: unknown = await work.then(
    () => {
      throw new Error('It was expected to fail, and did not.');
    },
    (reason: unknown) => reason,
  );
  if (!(error instanceof Error)) throw new Error('Something that is no error was thrown.');
  const code = 'code' in error ? error.code : undefined;
  const errors = 'errors' in error && Array.isArray(error.errors) ? error.errors : [];
  return { code, reason: errors[0]?.reason, message: error.message };
}
