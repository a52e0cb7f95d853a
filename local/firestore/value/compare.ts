import { type Fields, isVector, type Timestamp, type Value } from './value.ts';

/**
 * Firestore's total order over values of all types: null, booleans, numbers (NaN first), timestamps, text, bytes,
 * references, geographical points, arrays, vectors, maps. Negative when `a` comes first, 0 when they are equal:
 * 1 and 1.0 are equal. Source: https://cloud.google.com/firestore/docs/concepts/data-types#value_type_ordering
 */
export function compareValues(a: Value, b: Value): number {
  const order = typeOrder(a) - typeOrder(b);
  if (order !== 0) return order;
  if (a.type === 'boolean' && b.type === 'boolean') return Number(a.value) - Number(b.value);
  if (isNumber(a) && isNumber(b)) return compareNumbers(a.value, b.value);
  if (a.type === 'timestamp' && b.type === 'timestamp') return compareTimestamps(a.value, b.value);
  if (a.type === 'string' && b.type === 'string') return compareText(a.value, b.value);
  if (a.type === 'bytes' && b.type === 'bytes') return Buffer.compare(a.value, b.value);
  if (a.type === 'reference' && b.type === 'reference') return compareNames(a.value, b.value);
  if (a.type === 'geopoint' && b.type === 'geopoint') {
    return compareNumbers(a.latitude, b.latitude) || compareNumbers(a.longitude, b.longitude);
  }
  if (a.type === 'array' && b.type === 'array') return compareLists(a.values, b.values);
  if (a.type === 'map' && b.type === 'map') {
    return isVector(a) ? compareVectors(a.fields, b.fields) : compareMaps(a.fields, b.fields);
  }
  return 0;
}

/** Values of one group can be compared by `<`; filters never match across groups. */
export function typeOrder(value: Value): number {
  switch (value.type) {
    case 'null':
      return 0;
    case 'boolean':
      return 1;
    case 'integer':
    case 'double':
      return 2;
    case 'timestamp':
      return 3;
    case 'string':
      return 4;
    case 'bytes':
      return 5;
    case 'reference':
      return 6;
    case 'geopoint':
      return 7;
    case 'array':
      return 8;
    case 'map':
      return isVector(value) ? 9 : 10;
  }
}

/** By UTF-8 bytes, which is by code point; JavaScript's own `<` goes by UTF-16 units and differs above U+D800. */
export function compareText(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index++) {
    const x = a.charCodeAt(index);
    const y = b.charCodeAt(index);
    if (x === y) continue;
    const surrogates = Number(isSurrogate(x)) - Number(isSurrogate(y));
    return surrogates || x - y;
  }
  return a.length - b.length;
}

/** Segment by segment; numeric ids (`__id7__`) come first, in number order. */
export function compareNames(a: string, b: string): number {
  const x = a.split('/');
  const y = b.split('/');
  for (let index = 0; index < Math.min(x.length, y.length); index++) {
    const order = compareIds(x[index] ?? '', y[index] ?? '');
    if (order !== 0) return order;
  }
  return x.length - y.length;
}

function compareTimestamps(a: Timestamp, b: Timestamp): number {
  return a.seconds - b.seconds || a.nanos - b.nanos;
}

/** NaN comes before every number; JavaScript compares bigint with number exactly. */
export function compareNumbers(a: number | bigint, b: number | bigint): number {
  if (Number.isNaN(a)) return Number.isNaN(b) ? 0 : -1;
  if (Number.isNaN(b)) return 1;
  return a < b ? -1 : a > b ? 1 : 0;
}

function isNumber(value: Value): value is Extract<Value, { type: 'integer' | 'double' }> {
  return value.type === 'integer' || value.type === 'double';
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}

function compareIds(a: string, b: string): number {
  const x = /^__id(-?\d+)__$/.exec(a)?.[1];
  const y = /^__id(-?\d+)__$/.exec(b)?.[1];
  if (x !== undefined && y !== undefined) return compareNumbers(BigInt(x), BigInt(y));
  if (x !== undefined) return -1;
  if (y !== undefined) return 1;
  return compareText(a, b);
}

function compareLists(a: Value[], b: Value[]): number {
  for (const [index, value] of a.entries()) {
    const other = b[index];
    if (other === undefined) return 1;
    const order = compareValues(value, other);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

function compareMaps(a: Fields, b: Fields): number {
  const x = [...a].sort(([k], [l]) => compareText(k, l));
  const y = [...b].sort(([k], [l]) => compareText(k, l));
  for (const [index, [key, value]] of x.entries()) {
    const other = y[index];
    if (other === undefined) return 1;
    const order = compareText(key, other[0]) || compareValues(value, other[1]);
    if (order !== 0) return order;
  }
  return x.length - y.length;
}

/** By dimension first, then element by element. */
function compareVectors(a: Fields, b: Fields): number {
  const x = a.get('value');
  const y = b.get('value');
  if (x?.type !== 'array' || y?.type !== 'array') return 0;
  return x.values.length - y.values.length || compareLists(x.values, y.values);
}
