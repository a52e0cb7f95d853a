import {
  type DuckDBType,
  type DuckDBValue,
  LIST,
  listValue,
  STRUCT,
  structValue,
  VARCHAR,
} from '@duckdb/node-api';
import { z } from 'zod';
import { QueryError } from '../query-error.ts';
import { type GoogleType, printType, type ScalarKind, toScalarKind } from './google-type.ts';

export type RestType = {
  type: string;
  arrayType?: RestType | undefined;
  structTypes?: { name?: string | undefined; type: RestType }[] | undefined;
};

export type RestValue = {
  value?: string | null | undefined;
  arrayValues?: RestValue[] | null | undefined;
  structValues?: Record<string, RestValue> | null | undefined;
};

const restType: z.ZodType<RestType> = z.lazy(() =>
  z.object({
    type: z.string(),
    arrayType: restType.optional(),
    structTypes: z.array(z.object({ name: z.string().optional(), type: restType })).optional(),
  }),
);
const restValue: z.ZodType<RestValue> = z.lazy(() =>
  z.object({
    value: z.union([z.string(), z.number().transform(String), z.boolean().transform(String)]).nullish(),
    arrayValues: z.array(restValue).nullish(),
    structValues: z.record(z.string(), restValue).nullish(),
  }),
);

/** `queryParameters` of a request. https://cloud.google.com/bigquery/docs/reference/rest/v2/QueryParameter */
export const queryParameters = z.array(
  z.object({
    name: z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/),
    parameterType: restType,
    parameterValue: restValue.default({}),
  }),
);

export type Parameter = { type: GoogleType; value: RestValue };

/** @throws QueryError for a type that this server does not take, or a value that is not of its type. */
export function parseParameters(raw: z.infer<typeof queryParameters>): Map<string, Parameter> {
  const parameters = new Map<string, Parameter>();
  for (const { name, parameterType, parameterValue } of raw) {
    if (parameters.has(name)) throw new QueryError('invalid', `Duplicate query parameter ${name}`);
    const type = toType(parameterType, name);
    checkValue(parameterValue, type, name);
    parameters.set(name, { type, value: parameterValue });
  }
  return parameters;
}

function toType(rest: RestType, name: string): GoogleType {
  if (rest.type === 'ARRAY' && rest.arrayType !== undefined)
    return { kind: 'ARRAY', element: toType(rest.arrayType, name) };
  if (rest.type === 'STRUCT' && rest.structTypes !== undefined) {
    return {
      kind: 'STRUCT',
      fields: rest.structTypes.map((field) => ({ name: field.name ?? null, type: toType(field.type, name) })),
    };
  }
  const kind = toScalarKind(rest.type);
  if (kind === null) {
    throw new QueryError(
      'invalidQuery',
      `Not supported by the local BigQuery server: the type ${rest.type} of the query parameter '${name}'`,
    );
  }
  return { kind };
}

const forms: Record<ScalarKind, RegExp> = {
  STRING: /^[^\0]*$/,
  INT64: /^[-+]?\d{1,19}$/,
  FLOAT64: /^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$/,
  NUMERIC: /^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$/,
  BOOL: /^(true|false)$/i,
  DATE: /^\d{4}-\d{1,2}-\d{1,2}$/,
  DATETIME: /^\d{4}-\d{1,2}-\d{1,2}([ T]\d{1,2}:\d{1,2}:\d{1,2}(\.\d{1,6})?)?$/,
  TIMESTAMP:
    /^\d{4}-\d{1,2}-\d{1,2}([ T]\d{1,2}:\d{1,2}:\d{1,2}(\.\d{1,9})?)?( ?(Z|UTC)|[-+]\d{2}(:?\d{2})?)?$/,
};

function checkValue(value: RestValue, type: GoogleType, name: string): void {
  if (type.kind === 'ARRAY') {
    for (const item of value.arrayValues ?? []) checkValue(item, type.element, name);
  } else if (type.kind === 'STRUCT') {
    for (const field of type.fields)
      checkValue(value.structValues?.[field.name ?? ''] ?? {}, field.type, name);
  } else if (type.kind !== 'NULL' && typeof value.value === 'string' && !forms[type.kind].test(value.value)) {
    const message = `Invalid value for type ${printType(type)}: query parameter '${name}' has value ${JSON.stringify(value.value)}`;
    throw new QueryError('invalidQuery', message, { location: 'query' });
  }
}

/** The DuckDB value to bind. Scalars go as text, which the translated query casts to their type. */
export function toBinding({ type, value }: Parameter): { value: DuckDBValue; type: DuckDBType } {
  return { value: toDuckdbValue(value, type), type: toTextType(type) };
}

function toDuckdbValue(value: RestValue, type: GoogleType): DuckDBValue {
  if (type.kind === 'ARRAY') {
    // BigQuery has no NULL array as a parameter: it is an empty one.
    return listValue((value.arrayValues ?? []).map((item) => toDuckdbValue(item, type.element)));
  }
  if (type.kind === 'STRUCT') {
    const { structValues } = value;
    if (structValues === null || structValues === undefined) return null;
    return structValue(
      Object.fromEntries(
        type.fields.map((field, index) => [
          `f${index}`,
          toDuckdbValue(structValues[field.name ?? ''] ?? {}, field.type),
        ]),
      ),
    );
  }
  return type.kind === 'TIMESTAMP'
    ? (value.value?.replace(/ ?(UTC|Z)$/, '+00') ?? null)
    : (value.value ?? null);
}

function toTextType(type: GoogleType): DuckDBType {
  if (type.kind === 'ARRAY') return LIST(toTextType(type.element));
  if (type.kind !== 'STRUCT') return VARCHAR;
  return STRUCT(Object.fromEntries(type.fields.map((field, index) => [`f${index}`, toTextType(field.type)])));
}
