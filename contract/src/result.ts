import { z } from 'zod';
import { resultIdSchema } from './ids.ts';

/** One value of a row, normalised once at the warehouse: dates are `YYYY-MM-DD`, timestamps ISO 8601 in UTC. */
export const cellSchema = z.union([z.string(), z.number(), z.boolean(), z.null()]);
export type Cell = z.infer<typeof cellSchema>;

export const columnSchema = z.object({
  /** Unique within the result; what `show_visualization` names. */
  name: z.string().min(1),
  /** What a person reads as the heading. */
  label: z.string().min(1),
  type: z.enum(['string', 'integer', 'number', 'boolean', 'date', 'timestamp']),
  role: z.enum(['dimension', 'measure', 'detail']),
  /** `fraction`: 0.123 is drawn as 12.3 %. `currency`: in the scope's currency. */
  unit: z.enum(['currency', 'units', 'count', 'days', 'fraction', 'none']),
  /** For a date column: how long each value's period is. */
  grain: z.enum(['day', 'week', 'month', 'quarter', 'year']).optional(),
  /** True where adding the cells of all rows gives a valid total (never for stock over time, never for ratios). */
  summable: z.boolean(),
  /** True where adding the cells of one period is valid, though not those of several: stock of all warehouses. */
  stackable: z.boolean().optional(),
});
export type Column = z.infer<typeof columnSchema>;

/** What to write after a heading or on an axis; empty where the figures carry their unit themselves, or their name says it. */
export function unitLabel(unit: Column['unit'], currency: string): string {
  if (unit === 'currency') return currency;
  return unit === 'units' || unit === 'days' ? unit : '';
}

/** "On hand (units)", but "Units sold" and "Days of cover", which say it themselves: on the page, and in what leaves it. */
export function withUnit(name: string, unit: string): string {
  const isSaid = unit === '' || name.toLowerCase().split(/\W/).includes(unit);
  return isSaid ? name : `${name} (${unit})`;
}

/** What an answer covers: shown above it, so that nobody has to guess. */
export const scopeSchema = z.object({
  /** First and last day, both included. Null where the data has no time (a catalog). */
  period: z.object({ start: z.iso.date(), end: z.iso.date(), label: z.string() }).nullable(),
  timeZone: z.string(),
  currency: z.string().length(3),
  /** The warehouses that the caller may see and the read was bound to. */
  warehouses: z.object({ all: z.boolean(), ids: z.array(z.string()), names: z.array(z.string()) }),
  /** Each filter as a phrase: "Category is Bikes". */
  filters: z.array(z.string()),
  /** When the rows read were last replicated: the age of the data. */
  dataAsOf: z.iso.datetime().nullable(),
});
export type Scope = z.infer<typeof scopeSchema>;

/** A bound parameter of the statement that was run. */
export const sqlParameterSchema = z.object({
  type: z.string(),
  value: z.union([cellSchema, z.array(cellSchema)]),
});

/**
 * `…/turns/{turnId}/results/{resultId}`: the data snapshot behind an answer. Immutable. Rows are a JSON string (an
 * array of rows, each an array of cells in column order), because Firestore refuses nested arrays and indexes every
 * element of a plain one. Over 900 kB the rows continue in `parts/{n}` (n = 1, 2, …), each with its own `rowsJson`.
 */
export const resultSchema = z.object({
  resultId: resultIdSchema,
  tool: z.string(),
  /** The arguments as the model gave them, as JSON: with them the tool can be run again. */
  argumentsJson: z.string().optional(),
  title: z.string(),
  columns: z.array(columnSchema).min(1),
  rowCount: z.number().int().nonnegative(),
  /** Rows that the statement had beyond those kept; 0 where nothing was cut. */
  rowsCut: z.number().int().nonnegative(),
  rowsJson: z.string(),
  /** Documents that hold rows: 1 is this one alone. */
  partCount: z.number().int().min(1),
  scope: scopeSchema,
  sql: z.string(),
  parameters: z.record(z.string(), sqlParameterSchema),
  jobId: z.string().nullable(),
  bytesProcessed: z.number().int().nonnegative(),
  priceUsd: z.number().nonnegative(),
  /** The moment the statement read the tables as of. */
  asOf: z.date(),
  expiresAt: z.date(),
});
export type Result = z.infer<typeof resultSchema>;

export const resultPartSchema = z.object({ rowsJson: z.string(), expiresAt: z.date() });

/** Names the row of a comparison that adds up the members beyond its limit; it is the last one. */
export const othersName = 'All others';

/** What `rowsJson` holds, all parts joined. */
export const rowsSchema = z.array(z.array(cellSchema));
export type Rows = z.infer<typeof rowsSchema>;
