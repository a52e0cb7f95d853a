import { BigQuery } from '@google-cloud/bigquery';
import { OAuth2Client } from 'google-auth-library';

/** Another way to answer the benchmark's question, beside the product: resolves at the first text. */
export type Loop = { ask: (message: string) => Promise<{ firstTextMs: number }> };

export type LoopOptions = {
  geminiOrigin: string;
  bigqueryOrigin: string;
  projectId: string;
  dataset: string;
  /** The statement that the product ran for the same question. */
  sql: string;
  params: Record<string, unknown>;
  /** As Google's client takes them: an array of one type is an array. */
  types: Record<string, string | string[]>;
};

/** Reads the rows of the statement with Google's own client. */
export function createRead(options: LoopOptions): () => Promise<unknown[]> {
  const { sql: query, params, types, projectId, dataset: datasetId } = options;
  const authClient = new OAuth2Client();
  authClient.setCredentials({ access_token: 'owner' });
  const bigquery = new BigQuery({ projectId, apiEndpoint: options.bigqueryOrigin, authClient });
  return async () => {
    const [rows] = await bigquery.query({ query, params, types, defaultDataset: { datasetId } });
    return rows;
  };
}
