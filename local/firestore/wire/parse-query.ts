import { z } from 'zod';
import type { Cursor, Direction, FieldOp, Filter, Query, UnaryOp } from '../state/query.ts';
import { invalidArgument } from '../status.ts';
import { formatFieldPath, isNamePath, parseFieldPath } from '../value/field-path.ts';
import { parseName } from '../value/names.ts';
import { parseValue } from '../value/parse-value.ts';
import type { Value } from '../value/value.ts';
import { parseBody } from './parse-body.ts';

/** Enums come as names (web SDK) or as numbers (server SDK, `enum-encoding=int`). */
const enumSchema = z.union([z.string(), z.number()]);
const fieldSchema = z.object({ fieldPath: z.string() });
/** Wrapped integers come bare in proto3 JSON, or as `{value}`. */
const wrappedInt = z.union([z.coerce.number().int(), z.object({ value: z.coerce.number().int() })]);
const cursorSchema = z.object({
  values: z.array(z.unknown()).default([]),
  before: z.boolean().default(false),
});

const querySchema = z.object({
  select: z.object({ fields: z.array(fieldSchema).default([]) }).nullish(),
  from: z
    .array(z.object({ collectionId: z.string().default(''), allDescendants: z.boolean().default(false) }))
    .default([]),
  where: z.unknown().optional(),
  orderBy: z.array(z.object({ field: fieldSchema, direction: enumSchema.optional() })).default([]),
  startAt: cursorSchema.nullish(),
  endAt: cursorSchema.nullish(),
  offset: z.number().int().default(0),
  limit: wrappedInt.nullish(),
  findNearest: z.unknown().optional(),
});

const filterSchema = z.object({
  compositeFilter: z.object({ op: enumSchema, filters: z.array(z.unknown()).default([]) }).optional(),
  fieldFilter: z.object({ field: fieldSchema, op: enumSchema, value: z.unknown().optional() }).optional(),
  unaryFilter: z.object({ field: fieldSchema, op: enumSchema }).optional(),
});

const fieldOps: Record<string, FieldOp> = {
  LESS_THAN: '<',
  1: '<',
  LESS_THAN_OR_EQUAL: '<=',
  2: '<=',
  GREATER_THAN: '>',
  3: '>',
  GREATER_THAN_OR_EQUAL: '>=',
  4: '>=',
  EQUAL: '==',
  5: '==',
  NOT_EQUAL: '!=',
  6: '!=',
  ARRAY_CONTAINS: 'array-contains',
  7: 'array-contains',
  IN: 'in',
  8: 'in',
  ARRAY_CONTAINS_ANY: 'array-contains-any',
  9: 'array-contains-any',
  NOT_IN: 'not-in',
  10: 'not-in',
};

const unaryOps: Record<string, UnaryOp> = {
  IS_NAN: 'is-nan',
  2: 'is-nan',
  IS_NULL: 'is-null',
  3: 'is-null',
  IS_NOT_NAN: 'is-not-nan',
  4: 'is-not-nan',
  IS_NOT_NULL: 'is-not-null',
  5: 'is-not-null',
};

const compositeOps: Record<string, 'and' | 'or'> = { AND: 'and', 1: 'and', OR: 'or', 2: 'or' };

const directions: Record<string, Direction> = {
  DIRECTION_UNSPECIFIED: 'asc',
  0: 'asc',
  ASCENDING: 'asc',
  1: 'asc',
  DESCENDING: 'desc',
  2: 'desc',
};

/** As deep as Google's parser of protocol buffers goes. */
const mostNested = 100;

/**
 * Reads a StructuredQuery below `parent` (a document's name, or a database's `…/documents`).
 * @throws FirestoreError INVALID_ARGUMENT; UNIMPLEMENTED for vector search.
 */
export function parseQuery(parent: string, input: unknown): Query {
  parseName(parent);
  const body = parseBody(querySchema, input);
  if (body.findNearest) throw invalidArgument('The local Firestore has no vector search (findNearest).');
  if (body.from.length > 1) throw invalidArgument('A query has at most one collection selector.');
  const [from] = body.from;
  const limit = body.limit ?? null;
  return {
    parent,
    collectionId: from?.collectionId || null,
    allDescendants: from?.allDescendants ?? true,
    where: body.where ? parseFilter(body.where) : null,
    orderBy: body.orderBy.map((order) => ({
      field: parseFieldPath(order.field.fieldPath),
      direction: parseDirection(order.direction),
    })),
    startAt: parseCursor(body.startAt),
    endAt: parseCursor(body.endAt),
    offset: body.offset,
    limit: typeof limit === 'object' ? (limit?.value ?? null) : limit,
    select: body.select ? body.select.fields.map((field) => parseFieldPath(field.fieldPath)) : null,
  };
}

function parseFilter(input: unknown, depth = 1): Filter {
  if (depth > mostNested) throw invalidArgument(`A filter is nested ${mostNested} deep at most.`);
  const { compositeFilter, fieldFilter, unaryFilter } = parseBody(filterSchema, input);
  if (compositeFilter) {
    const kind = find(compositeOps, compositeFilter.op, 'composite operator');
    if (compositeFilter.filters.length === 0) throw invalidArgument('A composite filter has filters.');
    return { kind, filters: compositeFilter.filters.map((filter) => parseFilter(filter, depth + 1)) };
  }
  if (unaryFilter) {
    const op = find(unaryOps, unaryFilter.op, 'unary operator');
    return { kind: 'unary', field: parseFieldPath(unaryFilter.field.fieldPath), op };
  }
  if (!fieldFilter) throw invalidArgument('A filter is a composite, field or unary filter.');
  const op = find(fieldOps, fieldFilter.op, 'operator');
  const field = parseFieldPath(fieldFilter.field.fieldPath);
  return simplified({
    kind: 'field',
    field,
    op,
    value: parseValue(fieldFilter.value, formatFieldPath(field)),
  });
}

/** `== null` and `== NaN` mean the unary filters, and are written so by some SDKs. */
function simplified(filter: Extract<Filter, { kind: 'field' }>): Filter {
  const { field, op, value } = filter;
  if (isNamePath(field) || (op !== '==' && op !== '!=')) return filter;
  if (value.type === 'null') return { kind: 'unary', field, op: op === '==' ? 'is-null' : 'is-not-null' };
  if (isNan(value)) return { kind: 'unary', field, op: op === '==' ? 'is-nan' : 'is-not-nan' };
  return filter;
}

function isNan(value: Value): boolean {
  return value.type === 'double' && Number.isNaN(value.value);
}

function parseCursor(cursor: z.infer<typeof cursorSchema> | null | undefined): Cursor | null {
  if (!cursor || cursor.values.length === 0) return null;
  return { values: cursor.values.map((value) => parseValue(value, 'cursor')), before: cursor.before };
}

function parseDirection(direction: string | number | undefined): Direction {
  return direction === undefined ? 'asc' : find(directions, direction, 'direction');
}

/** @throws FirestoreError INVALID_ARGUMENT */
function find<T>(known: Record<string, T>, name: string | number, what: string): T {
  const found = Object.hasOwn(known, name) ? known[name] : undefined;
  if (found === undefined) throw invalidArgument(`Unknown ${what} ${name}.`);
  return found;
}
