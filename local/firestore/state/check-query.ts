import { invalidArgument } from '../status.ts';
import { isNamePath } from '../value/field-path.ts';
import { toDisjuncts } from './disjuncts.ts';
import { fullOrder, leaves, type Query } from './query.ts';

const maxInValues = 30;
const maxNotInValues = 10;
const maxInequalityFields = 10;

/**
 * Refuses the queries that Firestore refuses whatever the data.
 * Source: https://firebase.google.com/docs/firestore/query-data/queries#query_limitations
 * @throws FirestoreError INVALID_ARGUMENT
 */
export function checkQuery(query: Query): void {
  const filters = leaves(query.where);
  const count = (...ops: string[]) => filters.filter((filter) => ops.includes(filter.op)).length;
  for (const filter of filters) {
    if (isNamePath(filter.field) && filter.kind === 'field') checkNameFilter(filter.value, filter.op);
    if (filter.kind !== 'field' || !['in', 'array-contains-any', 'not-in'].includes(filter.op)) continue;
    const size = filter.value.type === 'array' ? filter.value.values.length : 0;
    const max = filter.op === 'not-in' ? maxNotInValues : maxInValues;
    if (size === 0) throw invalidArgument(`'${filter.op}' requires a non-empty ArrayValue.`);
    if (size > max) throw invalidArgument(`'${filter.op}' supports up to ${max} comparison values.`);
  }
  if (count('not-in') > 1) throw invalidArgument("Only a single 'NOT_IN' is allowed per query.");
  if (count('not-in') && count('!=')) throw invalidArgument("'NOT_IN' cannot be combined with '!='.");
  if (count('not-in') && (count('in', 'array-contains-any') || hasOr(query.where))) {
    throw invalidArgument("'NOT_IN' cannot be combined with 'IN', 'ARRAY_CONTAINS_ANY' or 'OR'.");
  }
  for (const disjunct of toDisjuncts(query.where)) {
    if (disjunct.filter((filter) => filter.op === 'array-contains').length > 1) {
      throw invalidArgument('A maximum of 1 ARRAY_CONTAINS filter is allowed per disjunction.');
    }
  }
  const order = fullOrder(query);
  if (order.length > maxInequalityFields + query.orderBy.length + 1) {
    throw invalidArgument(`A query has inequalities on at most ${maxInequalityFields} fields.`);
  }
  for (const cursor of [query.startAt, query.endAt]) {
    if (cursor && cursor.values.length > order.length) throw invalidArgument('Cursor has too many values.');
  }
  if (query.offset < 0 || (query.limit !== null && query.limit < 0)) {
    throw invalidArgument('limit and offset are not negative.');
  }
}

function hasOr(filter: Query['where']): boolean {
  if (filter?.kind !== 'and' && filter?.kind !== 'or') return false;
  return filter.kind === 'or' || filter.filters.some(hasOr);
}

function checkNameFilter(value: { type: string }, op: string): void {
  if (value.type === 'reference' || (value.type === 'array' && ['in', 'not-in'].includes(op))) return;
  throw invalidArgument('__key__ filter value must be a Key');
}
