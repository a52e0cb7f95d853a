import { compareText } from './compare.ts';
import { formatMicros, formatTimestamp } from './timestamp.ts';
import type { Document, Fields, Value } from './value.ts';

export type WireValue = Record<string, unknown>;
export type WireDocument = {
  name: string;
  fields: Record<string, WireValue>;
  createTime: string;
  updateTime: string;
};

/**
 * A value in proto3 JSON. Map keys are sorted, so that equal values have equal text: the store relies on it to see
 * that a write changed nothing.
 */
export function toWireValue(value: Value): WireValue {
  switch (value.type) {
    case 'null':
      return { nullValue: null };
    case 'boolean':
      return { booleanValue: value.value };
    case 'integer':
      return { integerValue: String(value.value) };
    case 'double':
      return { doubleValue: toWireDouble(value.value) };
    case 'timestamp':
      return { timestampValue: formatTimestamp(value.value) };
    case 'string':
      return { stringValue: value.value };
    case 'bytes':
      return { bytesValue: Buffer.from(value.value).toString('base64') };
    case 'reference':
      return { referenceValue: value.value };
    case 'geopoint':
      return { geoPointValue: { latitude: value.latitude, longitude: value.longitude } };
    case 'array':
      return { arrayValue: { values: value.values.map(toWireValue) } };
    case 'map':
      return { mapValue: { fields: toWireFields(value.fields) } };
  }
}

export function toWireFields(fields: Fields): Record<string, WireValue> {
  const entries = [...fields].sort(([a], [b]) => compareText(a, b));
  return Object.fromEntries(entries.map(([key, value]) => [key, toWireValue(value)]));
}

export function toWireDocument(document: Document): WireDocument {
  return {
    name: document.name,
    fields: toWireFields(document.fields),
    createTime: formatMicros(document.createTime),
    updateTime: formatMicros(document.updateTime),
  };
}

function toWireDouble(value: number): number | string {
  if (Number.isFinite(value)) return Object.is(value, -0) ? '-0' : value;
  return Number.isNaN(value) ? 'NaN' : value > 0 ? 'Infinity' : '-Infinity';
}
