import type { Cell } from '@tallyboard/contract';
import { z } from 'zod';
import { type Parameter, WarehouseError } from './warehouse.ts';

/**
 * The parts of BigQuery's REST format that reads use. The official client converts values by guessing types from
 * JavaScript ones: it refuses null and `[]` without a type, and returns NUMERIC as `Big` and dates as objects. Here each
 * parameter says its type and rows are normalised once.
 */
type QueryParameter = {
  name: string;
  parameterType: { type: string; arrayType?: { type: string } };
  parameterValue: { value: string | null } | { arrayValues: { value: string | null }[] };
};

export function toQueryParameters(parameters: Record<string, Parameter>): QueryParameter[] {
  return Object.entries(parameters).map(([name, { type, value }]) => {
    if (!Array.isArray(value))
      return { name, parameterType: { type }, parameterValue: { value: toText(value) } };
    const itemType = type.replace(/^ARRAY<(.*)>$/, '$1');
    return {
      name,
      parameterType: { type: 'ARRAY', arrayType: { type: itemType } },
      parameterValue: { arrayValues: value.map((item) => ({ value: toText(item) })) },
    };
  });
}

function toText(value: Cell): string | null {
  return value === null ? null : String(value);
}

const countSchema = z.union([z.string(), z.number()]).transform(Number);
const fieldSchema = z.object({ name: z.string(), type: z.string(), mode: z.string().optional() });
const rowSchema = z.object({ f: z.array(z.object({ v: z.unknown() })) });
const errorsSchema = z.array(z.object({ reason: z.string().optional(), message: z.string().optional() }));

/** What `jobs.query` and `jobs.getQueryResults` reply. */
export const queryReplySchema = z.object({
  jobComplete: z.boolean().default(true),
  jobReference: z.object({ jobId: z.string(), location: z.string().optional() }).optional(),
  schema: z.object({ fields: z.array(fieldSchema).default([]) }).optional(),
  rows: z.array(rowSchema).default([]),
  totalRows: countSchema.optional(),
  totalBytesProcessed: countSchema.optional(),
  /** `jobs.query` alone says it. */
  totalBytesBilled: countSchema.optional(),
  pageToken: z.string().optional(),
  /** When the job was made, in epoch milliseconds: what it reads the tables as of. */
  creationTime: countSchema.optional(),
  cacheHit: z.boolean().default(false),
});
export type QueryReply = z.infer<typeof queryReplySchema>;
export type Field = z.infer<typeof fieldSchema>;

/** What `jobs.insert` replies to a dry run. */
export const dryRunReplySchema = z.object({
  statistics: z.object({
    totalBytesProcessed: countSchema.default(0),
    query: z
      .object({ referencedTables: z.array(z.object({ tableId: z.string() })).default([]) })
      .default({ referencedTables: [] }),
  }),
});

/** The client's `ApiError`, as far as it is looked at. */
export const apiErrorSchema = z.object({ message: z.string(), errors: errorsSchema.default([]) });

/** REST names some types as legacy SQL does. */
const typeNames: Record<string, string> = {
  INTEGER: 'INT64',
  FLOAT: 'FLOAT64',
  BOOLEAN: 'BOOL',
};

export function toTypeName(field: Field): string {
  const type = typeNames[field.type] ?? field.type;
  return field.mode === 'REPEATED' ? `ARRAY<${type}>` : type;
}

/** @throws WarehouseError warehouse_failed for what no cell can hold: arrays, records, whole numbers beyond those that are exact */
export function toCells(row: z.infer<typeof rowSchema>, fields: Field[]): Cell[] {
  return fields.map((field, index) => toCell(row.f[index]?.v ?? null, field));
}

function toCell(value: unknown, field: Field): Cell {
  if (value === null) return null;
  if (typeof value !== 'string') {
    throw toUnreadable(`The column ${field.name} is ${toTypeName(field)}; results hold scalars only.`);
  }
  switch (toTypeName(field)) {
    case 'INT64':
      return toSafeInteger(value, field.name);
    case 'FLOAT64':
    case 'NUMERIC':
    case 'BIGNUMERIC':
      return toFinite(value);
    case 'BOOL':
      return value === 'true';
    case 'TIMESTAMP':
      return toIso(value);
    default:
      return value;
  }
}

function toSafeInteger(text: string, name: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value))
    throw toUnreadable(`The column ${name} holds ${text}, beyond whole numbers that are exact.`);
  return value;
}

/** The data is at fault: the model may ask for something else. */
function toUnreadable(why: string): WarehouseError {
  return new WarehouseError('warehouse_failed', 'The data could not be read.', { cause: new Error(why) });
}

/** Infinity and NaN have no JSON: a figure that does not exist is null. */
function toFinite(text: string): number | null {
  const value = Number(text);
  return Number.isFinite(value) ? value : null;
}

/** Whole microseconds (`useInt64Timestamp`), or seconds with a fraction. */
function toIso(text: string): string {
  const ms = /^-?\d+$/.test(text) ? Number(text) / 1000 : Number(text) * 1000;
  return new Date(ms).toISOString();
}
