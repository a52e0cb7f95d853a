import { openBigquery } from './open-bigquery.ts';

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
  const bigquery = openBigquery(options.bigqueryOrigin, projectId);
  return async () => {
    const [rows] = await bigquery.query({ query, params, types, defaultDataset: { datasetId } });
    return rows;
  };
}
