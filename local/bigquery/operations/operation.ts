import type { TableDefinition } from '../catalog/table-definitions.ts';
import type { JobStore } from '../jobs/job-store.ts';
import type { QueryRunner } from '../jobs/run-query.ts';
import type { Warehouse } from '../warehouse/warehouse.ts';

/** What the operations work on. */
export type ServerState = {
  projectId: string;
  dataset: string;
  tables: ReadonlyMap<string, TableDefinition>;
  warehouse: Warehouse;
  runner: QueryRunner;
  jobs: JobStore;
  /** Given to jobs that name no location. */
  location: string;
};

export type OperationInput = {
  state: ServerState;
  /** Path parameters, as the routes table names them. */
  path: Record<string, string>;
  query: Record<string, string>;
  body: unknown;
  /** `http://127.0.0.1:port`, for links. */
  host: string;
};

/** One method of BigQuery's REST interface. Gives the response's body. @throws QueryError */
export type Operation = (input: OperationInput) => Promise<object>;
