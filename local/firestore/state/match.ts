import { compareNames, compareValues, typeOrder } from '../value/compare.ts';
import { getField, isNamePath } from '../value/field-path.ts';
import type { Document, Value } from '../value/value.ts';
import {
  type FieldFilter,
  type Filter,
  fullOrder,
  type Order,
  type Query,
  type UnaryFilter,
} from './query.ts';

/** A query made ready to judge single documents: the watch and a run of the query share it, so they cannot differ. */
export type Matcher = {
  /** True when the document belongs to the query's results, its limit and offset aside. */
  matches: (document: Document) => boolean;
  compare: (a: Document, b: Document) => number;
};

export function toMatcher(query: Query): Matcher {
  const order = fullOrder(query);
  const { where, startAt, endAt } = query;
  return {
    compare: (a, b) => compareDocuments(a, b, order),
    matches: (document) => {
      if (!inScope(document.name, query)) return false;
      // Only documents that have every field of the order are in its index.
      if (!order.every(({ field }) => fieldValue(document, field) !== null)) return false;
      if (where && !matchesFilter(document, where)) return false;
      if (startAt) {
        const side = compareToCursor(document, startAt.values, order);
        if (startAt.before ? side < 0 : side <= 0) return false;
      }
      if (!endAt) return true;
      const side = compareToCursor(document, endAt.values, order);
      return endAt.before ? side < 0 : side <= 0;
    },
  };
}

/** Where a result of a query with this order stands. */
export function toCursorValues(document: Document, order: Order[]): Value[] {
  return order.flatMap(({ field }) => fieldValue(document, field) ?? []);
}

/** A field's value, or the name as a reference for `__name__`; null where there is no such field. */
function fieldValue(document: Document, field: readonly string[]): Value | null {
  return isNamePath(field) ? { type: 'reference', value: document.name } : getField(document.fields, field);
}

function inScope(name: string, query: Query): boolean {
  const below = `${query.parent}/`;
  if (!name.startsWith(below)) return false;
  if (query.collectionId === null) return true;
  const rest = name.slice(below.length).split('/');
  return rest.at(-2) === query.collectionId && (query.allDescendants || rest.length === 2);
}

function matchesFilter(document: Document, filter: Filter): boolean {
  if (filter.kind === 'and') return filter.filters.every((part) => matchesFilter(document, part));
  if (filter.kind === 'or') return filter.filters.some((part) => matchesFilter(document, part));
  const value = fieldValue(document, filter.field);
  if (value === null) return false;
  return filter.kind === 'unary' ? matchesUnary(value, filter) : matchesField(value, filter);
}

function matchesUnary(value: Value, filter: UnaryFilter): boolean {
  const isNan = value.type === 'double' && Number.isNaN(value.value);
  if (filter.op === 'is-null') return value.type === 'null';
  if (filter.op === 'is-not-null') return value.type !== 'null';
  if (filter.op === 'is-nan') return isNan;
  return value.type !== 'null' && !isNan;
}

function matchesField(value: Value, filter: FieldFilter): boolean {
  const operand = filter.value;
  const operands = operand.type === 'array' ? operand.values : [];
  const equals = (other: Value) => compareValues(value, other) === 0;
  const contains = (other: Value) =>
    value.type === 'array' && value.values.some((item) => compareValues(item, other) === 0);
  switch (filter.op) {
    case 'in':
      return operands.some((other) => other.type !== 'null' && equals(other));
    case 'not-in':
      return value.type !== 'null' && !operands.some((other) => other.type === 'null' || equals(other));
    case 'array-contains':
      return contains(operand);
    case 'array-contains-any':
      return operands.some(contains);
    case '!=':
      return value.type !== 'null' && !equals(operand);
    case '==':
      return equals(operand);
    default:
      return inRange(value, filter);
  }
}

function inRange(value: Value, filter: FieldFilter): boolean {
  if (typeOrder(value) !== typeOrder(filter.value)) return false;
  const nan = [value, filter.value].some((side) => side.type === 'double' && Number.isNaN(side.value));
  const order = compareValues(value, filter.value);
  // NaN is in no range but its own.
  if (nan && order !== 0) return false;
  if (filter.op === '<') return order < 0;
  if (filter.op === '<=') return order <= 0;
  if (filter.op === '>') return order > 0;
  return order >= 0;
}

function compareDocuments(a: Document, b: Document, order: Order[]): number {
  for (const { field, direction } of order) {
    const result = isNamePath(field) ? compareNames(a.name, b.name) : comparePresent(a, b, field);
    if (result !== 0) return direction === 'asc' ? result : -result;
  }
  return 0;
}

function comparePresent(a: Document, b: Document, field: readonly string[]): number {
  const x = getField(a.fields, field);
  const y = getField(b.fields, field);
  return x && y ? compareValues(x, y) : 0;
}

/** Negative when the document comes before the cursor's place in the query's order. */
function compareToCursor(document: Document, values: Value[], order: Order[]): number {
  for (const [index, cursor] of values.entries()) {
    const part = order[index];
    const value = part && fieldValue(document, part.field);
    if (!part || !value) continue;
    const result = compareValues(value, cursor);
    if (result !== 0) return part.direction === 'asc' ? result : -result;
  }
  return 0;
}
