import { invalidArgument } from '../status.ts';
import { parseTimestamp, toTimestamp } from './timestamp.ts';
import type { Fields, Value } from './value.ts';

const maxDepth = 20;
const int64 = /^-?\d{1,19}$/;

/**
 * Reads a value in proto3 JSON. Written by hand, not as a schema: it is recursive, runs for every field of every
 * write, and its messages name the field.
 * @throws FirestoreError INVALID_ARGUMENT
 */
export function parseValue(input: unknown, where = 'value', depth = 0): Value {
  const [kind, content] = onlyEntry(input, where);
  const bad = () => invalidArgument(`Invalid ${kind} at ${where}.`);
  switch (kind) {
    case 'nullValue':
      return { type: 'null' };
    case 'booleanValue':
      if (typeof content !== 'boolean') throw bad();
      return { type: 'boolean', value: content };
    case 'integerValue':
      return { type: 'integer', value: parseInteger(content, bad) };
    case 'doubleValue':
      return { type: 'double', value: parseDouble(content, bad) };
    case 'timestampValue':
      return { type: 'timestamp', value: parseTime(content, bad) };
    case 'stringValue':
      if (typeof content !== 'string') throw bad();
      return { type: 'string', value: content };
    case 'bytesValue':
      if (typeof content !== 'string') throw bad();
      return { type: 'bytes', value: Buffer.from(content, 'base64') };
    case 'referenceValue':
      if (typeof content !== 'string') throw bad();
      return { type: 'reference', value: content };
    case 'geoPointValue':
      return parseGeoPoint(content, bad);
    case 'arrayValue':
      return { type: 'array', values: parseArray(content, where, depth + 1) };
    case 'mapValue':
      return {
        type: 'map',
        fields: parseFields(isObject(content) ? content.fields : content, where, depth + 1),
      };
    default:
      throw invalidArgument(`Unknown kind of value "${kind}" at ${where}.`);
  }
}

/** @throws FirestoreError INVALID_ARGUMENT, also for an empty or reserved field name and for nesting over 20 levels. */
export function parseFields(input: unknown, where = 'fields', depth = 0): Fields {
  const fields = new Map<string, Value>();
  if (input === undefined || input === null) return fields;
  if (!isObject(input)) throw invalidArgument(`Expected a map at ${where}.`);
  if (depth > maxDepth)
    throw invalidArgument(`Maps and arrays nest deeper than ${maxDepth} levels at ${where}.`);
  for (const [key, value] of Object.entries(input)) {
    checkFieldName(key, where);
    fields.set(key, parseValue(value, `${where}.${key}`, depth));
  }
  return fields;
}

export function isObject(input: unknown): input is Record<string, unknown> {
  return typeof input === 'object' && input !== null && !Array.isArray(input);
}

function parseArray(content: unknown, where: string, depth: number): Value[] {
  const values = isObject(content) ? (content.values ?? []) : [];
  if (!Array.isArray(values)) throw invalidArgument(`Expected an array at ${where}.`);
  if (depth > maxDepth)
    throw invalidArgument(`Maps and arrays nest deeper than ${maxDepth} levels at ${where}.`);
  return values.map((item, index) => {
    const value = parseValue(item, `${where}[${index}]`, depth);
    if (value.type === 'array')
      throw invalidArgument(`Cannot convert an array value in an array value at ${where}.`);
    return value;
  });
}

function onlyEntry(input: unknown, where: string): [string, unknown] {
  if (!isObject(input)) throw invalidArgument(`Expected a value at ${where}.`);
  // Some serializers add `valueType`, the name of the oneof.
  const entries = Object.entries(input).filter(([key, value]) => key !== 'valueType' && value !== undefined);
  const [entry] = entries;
  if (entries.length !== 1 || !entry)
    throw invalidArgument(`Expected exactly one kind of value at ${where}.`);
  return entry;
}

function parseInteger(content: unknown, bad: () => Error): bigint {
  const text = typeof content === 'number' ? String(content) : content;
  if (typeof text !== 'string' || !int64.test(text)) throw bad();
  const value = BigInt(text);
  if (value !== BigInt.asIntN(64, value)) throw bad();
  return value;
}

function parseDouble(content: unknown, bad: () => Error): number {
  if (typeof content === 'number') return content;
  if (content === 'NaN') return Number.NaN;
  const value = typeof content === 'string' && content !== '' ? Number(content) : Number.NaN;
  if (Number.isNaN(value)) throw bad();
  return value;
}

function parseTime(content: unknown, bad: () => Error) {
  if (typeof content === 'string') return parseTimestamp(content);
  if (!isObject(content)) throw bad();
  return toTimestamp(Number(content.seconds ?? 0), Number(content.nanos ?? 0));
}

function parseGeoPoint(content: unknown, bad: () => Error): Value {
  if (!isObject(content)) throw bad();
  const latitude = parseDouble(content.latitude ?? 0, bad);
  const longitude = parseDouble(content.longitude ?? 0, bad);
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) throw bad();
  return { type: 'geopoint', latitude, longitude };
}

function checkFieldName(key: string, where: string): void {
  if (key === '') throw invalidArgument(`Field names are not empty (at ${where}).`);
  if (Buffer.byteLength(key) > 1500)
    throw invalidArgument(`A field name at ${where} is longer than 1500 bytes.`);
  if (/^__.*__$/s.test(key) && key !== '__type__') {
    throw invalidArgument(`The field name "${key}" at ${where} is reserved.`);
  }
}
