import { parseName } from './names.ts';
import type { Fields, Value } from './value.ts';

/** Source of the rules: https://cloud.google.com/firestore/docs/storage-size */
export function documentSize(name: string, fields: Fields): number {
  return nameSize(name) + fieldsSize(fields) + 32;
}

function nameSize(name: string): number {
  return parseName(name).segments.reduce((sum, segment) => sum + textSize(segment), 16);
}

function fieldsSize(fields: Fields): number {
  let sum = 0;
  for (const [key, value] of fields) sum += textSize(key) + valueSize(value);
  return sum;
}

function valueSize(value: Value): number {
  switch (value.type) {
    case 'null':
    case 'boolean':
      return 1;
    case 'integer':
    case 'double':
    case 'timestamp':
      return 8;
    case 'string':
      return textSize(value.value);
    case 'bytes':
      return value.value.byteLength;
    case 'reference':
      return nameSize(value.value);
    case 'geopoint':
      return 16;
    case 'array':
      return value.values.reduce((sum, item) => sum + valueSize(item), 0);
    case 'map':
      return fieldsSize(value.fields);
  }
}

function textSize(text: string): number {
  return Buffer.byteLength(text) + 1;
}
