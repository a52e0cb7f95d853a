import { PlacedError } from '../query-error.ts';
import {
  type GoogleType,
  isSameType,
  printType,
  type ScalarKind,
  toDuckdbName,
} from '../types/google-type.ts';

/**
 * A translated expression: DuckDB's text (safe to put anywhere an operand stands) and its GoogleSQL type.
 * `literal` is set for literals and parameters, which coerce further than other expressions do.
 * `constant` holds when the value is the same for the whole query.
 */
export type Typed = {
  sql: string;
  type: GoogleType;
  constant: boolean;
  literal:
    | { kind: 'number'; text: string }
    | { kind: 'string'; text: string; at: number }
    | { kind: 'parameter' }
    | null;
};

export function toTyped(sql: string, type: GoogleType | ScalarKind, from: readonly Typed[] = []): Typed {
  const asType: GoogleType = typeof type === 'string' ? { kind: type } : type;
  return { sql, type: asType, constant: from.every((each) => each.constant), literal: null };
}

const widening: Partial<Record<GoogleType['kind'], ScalarKind[]>> = {
  INT64: ['NUMERIC', 'FLOAT64'],
  NUMERIC: ['FLOAT64'],
  DATE: ['DATETIME'],
};

/**
 * Whether a value may stand where `to` is wanted.
 * https://cloud.google.com/bigquery/docs/reference/standard-sql/conversion_rules#comparison_chart
 */
export function canCoerce(value: Typed, to: GoogleType): boolean {
  const from = value.type;
  if (from.kind === 'NULL' || isSameType(from, to)) return true;
  if (to.kind !== 'ARRAY' && to.kind !== 'STRUCT' && to.kind !== 'NULL') {
    if (widening[from.kind]?.includes(to.kind)) return true;
    const isText = value.literal?.kind === 'string' || value.literal?.kind === 'parameter';
    if (isText && from.kind === 'STRING') return ['DATE', 'DATETIME', 'TIMESTAMP'].includes(to.kind);
    if (value.literal?.kind === 'number' && from.kind === 'FLOAT64') return to.kind === 'NUMERIC';
  }
  return from.kind === 'ARRAY' && from.element.kind === 'NULL' && to.kind === 'ARRAY';
}

/** The DuckDB text of a value as `to`. Check with `canCoerce` first. */
export function coerce(value: Typed, to: GoogleType): string {
  if (isSameType(value.type, to)) return value.sql;
  if (to.kind === 'NUMERIC' && value.literal?.kind === 'number')
    return `CAST('${value.literal.text}' AS DECIMAL(38,9))`;
  if (value.literal?.kind === 'string') checkLiteral(value.literal, to);
  return `CAST(${value.sql} AS ${toDuckdbName(to)})`;
}

const time = String.raw`[ T]\d{1,2}:\d{1,2}:\d{1,2}(\.\d{1,6})?`;
const date = String.raw`\d{4}-\d{1,2}-\d{1,2}`;
const literalForms: Partial<Record<GoogleType['kind'], RegExp>> = {
  DATE: new RegExp(`^${date}$`),
  DATETIME: new RegExp(`^${date}(${time})?$`),
  TIMESTAMP: new RegExp(String.raw`^${date}(${time})?( ?(Z|UTC)|[-+]\d{1,2}(:\d{2})?)?$`),
};

/** DuckDB would read more than GoogleSQL does: a time in a date, for one. */
function checkLiteral(literal: { text: string; at: number }, to: GoogleType): void {
  if (literalForms[to.kind]?.test(literal.text) ?? true) return;
  throw new PlacedError(
    `Could not cast literal ${JSON.stringify(literal.text)} to type ${to.kind}`,
    literal.at,
  );
}

/**
 * The one type that all values can take: what CASE, COALESCE, IN, UNION and comparisons agree on.
 * https://cloud.google.com/bigquery/docs/reference/standard-sql/conversion_rules#supertypes
 */
export function toSupertype(values: readonly Typed[]): GoogleType | null {
  const candidates = [...values.filter((value) => value.literal === null), ...values].map(
    (value) => value.type,
  );
  const wider = candidates.flatMap((type) => (widening[type.kind] ?? []).map((kind) => ({ kind })));
  const known = [...candidates, ...wider].filter((type) => type.kind !== 'NULL');
  const found = known.find((type) => values.every((value) => canCoerce(value, type)));
  return found ?? (values.every((value) => value.type.kind === 'NULL') ? { kind: 'NULL' } : null);
}

/** Whether a divisor is written out and not zero, so that nothing needs to look for zero. */
export function isNeverZero(divisor: Typed): boolean {
  return divisor.literal?.kind === 'number' && Number(divisor.literal.text) !== 0;
}

/** @throws PlacedError in BigQuery's words when a value has another type. */
export function requireKind(value: Typed, kind: ScalarKind, what: string, at: number): string {
  if (!canCoerce(value, { kind })) {
    throw new PlacedError(`${what} must be of type ${kind} but has type ${printType(value.type)}`, at);
  }
  return coerce(value, { kind });
}

export function noSignature(what: string, values: readonly Typed[], at: number): PlacedError {
  const types = values.map((value) => printType(value.type)).join(', ');
  return new PlacedError(`No matching signature for ${what} for argument types: ${types}`, at);
}
