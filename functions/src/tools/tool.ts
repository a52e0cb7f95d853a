import type { Column, ErrorCode, Rows, Scope, Visualization, WarehouseAccess } from '@tallyboard/contract';
import type { z } from 'zod';
import type { Parameter, Warehouse } from '../warehouse/warehouse.ts';

/** Rows that a tool returned, before they are stored. The turn gives them their `resultId`. */
export type ToolResult = {
  title: string;
  columns: Column[];
  rows: Rows;
  rowsCut: number;
  scope: Scope;
  sql: string;
  parameters: Record<string, Parameter>;
  jobId: string | null;
  bytesProcessed: number;
  priceUsd: number;
  asOf: Date;
  /** What the model should know beyond the rows: definitions, caveats, what was left out. One sentence each. */
  notes: string[];
};

/**
 * What a tool call came to. An expected failure is a value that the model can act on; anything else is thrown. `cause` is for the
 * operator's log alone.
 */
export type ToolOutcome =
  | { kind: 'result'; result: ToolResult }
  | { kind: 'visualization'; visualization: Visualization }
  | { kind: 'failure'; code: ErrorCode; message: string; hint: string; cause?: unknown };

/** A result of this turn or an earlier one of the conversation, as `show_visualization` needs it. */
export type KnownResult = { resultId: string; columns: Column[]; rows: Rows };

export type ToolContext = {
  warehouse: Warehouse;
  /** The caller's warehouses: the server adds them to every read; no argument can widen them. */
  access: WarehouseAccess;
  /** Results of this turn so far, by id. */
  findResult: (resultId: string) => KnownResult | undefined;
  /** The id that the next visualization gets: `v1`, `v2`, … */
  nextVisualizationId: () => string;
  now: Date;
  signal: AbortSignal;
  company: { timeZone: string; currency: string; fiscalYearStartMonth: number };
  /** Rows kept at most in a result. */
  maxRows: number;
  /** Labels for the bill of each read: the turn and the tool. */
  labels: Record<string, string>;
};

/**
 * One tool: a file in this folder exports one, and `all-tools.ts` lists it. `parameters` is a strict zod object: its
 * descriptions are what the model reads, its bounds are what the server holds.
 */
export type Tool<P extends z.ZodType = z.ZodType> = {
  name: string;
  description: string;
  parameters: P;
  /** True where the tool shows what other calls returned: it runs after those of the same round. */
  needsResults?: boolean;
  /** What the step is called while it runs: "Reading sales by month". */
  toTitle: (args: z.infer<P>) => string;
  run: (args: z.infer<P>, context: ToolContext) => Promise<ToolOutcome>;
};
