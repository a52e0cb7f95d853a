import type { Cell } from '@tallyboard/contract';

/** GoogleSQL types that a bound parameter may have. */
export type ParameterType = 'STRING' | 'INT64' | 'FLOAT64' | 'NUMERIC' | 'BOOL' | 'DATE' | 'TIMESTAMP';

/** Dates are `YYYY-MM-DD`, timestamps ISO 8601. An array may be empty; a scalar may be null. */
export type Parameter =
  | { type: ParameterType; value: Cell }
  | { type: `ARRAY<${ParameterType}>`; value: Cell[] };

/** One parameterized, read-only GoogleSQL statement: `@name` in `sql`, values in `parameters`. Tables are unqualified. */
export type Statement = { sql: string; parameters: Record<string, Parameter> };

export type ReadOptions = {
  signal: AbortSignal;
  /** Rows kept at most; what lies beyond is counted, not read. */
  maxRows: number;
  /** Labels for the bill: lower-case letters, digits, `-`, `_`. */
  labels: Record<string, string>;
  /** The moment to read the tables as of, within the time travel of the dataset; without it they are read as they are. */
  asOf?: Date;
  /** Called once after the dry run where the read is within the cap, and waited for, before anything is billed; what it throws ends the read. */
  onEstimate?: (estimate: { bytes: number; priceUsd: number }) => void | Promise<void>;
};

export type Read = {
  /** Column names in select order. Types as BigQuery names them. */
  columns: { name: string; type: string }[];
  rows: Cell[][];
  /** Rows beyond `maxRows`. */
  rowsCut: number;
  jobId: string | null;
  /** What was billed: less than the estimate where blocks or partitions were left out. */
  bytesProcessed: number;
  priceUsd: number;
  cacheHit: boolean;
  /** The moment the tables were read as of. */
  asOf: Date;
};

/** Reads of the replicated tables. Nothing here writes. */
export type Warehouse = {
  /**
   * Dry-runs the statement, refuses it over the byte cap, runs it with bound parameters and normalises its rows.
   * @throws WarehouseError
   * @throws the signal's reason when aborted; the running job is cancelled.
   */
  read(statement: Statement, options: ReadOptions): Promise<Read>;
};

/**
 * A read that did not happen or failed. `message` is a sentence for the model and the person; what the warehouse itself said
 * is the `cause`, for the operator.
 */
export class WarehouseError extends Error {
  readonly code: 'too_expensive' | 'warehouse_failed';
  constructor(code: 'too_expensive' | 'warehouse_failed', message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'WarehouseError';
    this.code = code;
  }
}
