import { compareText } from '../value/compare.ts';
import { type FieldPath, formatFieldPath, isNamePath, isSamePath, namePath } from '../value/field-path.ts';
import type { Value } from '../value/value.ts';
import type { Scope } from './store.ts';

export type ComparisonOp = '<' | '<=' | '>' | '>=' | '==' | '!=';
export type FieldOp = ComparisonOp | 'array-contains' | 'in' | 'array-contains-any' | 'not-in';
export type UnaryOp = 'is-nan' | 'is-null' | 'is-not-nan' | 'is-not-null';

export type FieldFilter = { kind: 'field'; field: FieldPath; op: FieldOp; value: Value };
export type UnaryFilter = { kind: 'unary'; field: FieldPath; op: UnaryOp };
export type Filter =
  | FieldFilter
  | UnaryFilter
  | { kind: 'and'; filters: Filter[] }
  | { kind: 'or'; filters: Filter[] };

export type Direction = 'asc' | 'desc';
export type Order = { field: FieldPath; direction: Direction };
/** A place between results: just before, or just after, those whose first order values equal `values`. */
export type Cursor = { values: Value[]; before: boolean };

export type Query = Scope & {
  where: Filter | null;
  orderBy: Order[];
  startAt: Cursor | null;
  endAt: Cursor | null;
  offset: number;
  limit: number | null;
  /** The fields to answer with; null is the whole document, an empty list only its name. */
  select: FieldPath[] | null;
};

/**
 * The order that results have: the asked one, then every field with an inequality, by name, then the document's name; each added one
 * in the direction of the last asked one.
 */
export function fullOrder(query: Query): Order[] {
  const orders = [...query.orderBy];
  const direction = orders.at(-1)?.direction ?? 'asc';
  const inequalities = leaves(query.where)
    .filter(isInequality)
    .map((filter) => filter.field)
    .sort((a, b) => compareText(formatFieldPath(a), formatFieldPath(b)));
  for (const field of [...inequalities, namePath]) {
    if (isNamePath(field) && field !== namePath) continue;
    if (!orders.some((order) => isSamePath(order.field, field))) orders.push({ field, direction });
  }
  return orders;
}

export function leaves(filter: Filter | null): (FieldFilter | UnaryFilter)[] {
  if (filter === null) return [];
  return filter.kind === 'and' || filter.kind === 'or' ? filter.filters.flatMap(leaves) : [filter];
}

/** Filters that need their field in the order: ranges, `!=`, `not-in` and the "is not" pair. */
export function isInequality(filter: FieldFilter | UnaryFilter): boolean {
  if (filter.kind === 'unary') return filter.op === 'is-not-null' || filter.op === 'is-not-nan';
  return ['<', '<=', '>', '>=', '!=', 'not-in'].includes(filter.op);
}
