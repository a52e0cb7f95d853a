import type { Parameter } from '../types/parameters.ts';

/** One query as jobs.query and jobs.insert both ask for it, parsed. */
export type QueryRequest = {
  sql: string;
  parameters: Map<string, Parameter>;
  /** False: an unqualified table name is refused, as BigQuery does without `defaultDataset`. */
  hasDefaultDataset: boolean;
  maxBytesBilled: number | null;
  useCache: boolean;
  labels: Record<string, string>;
};
