import { FirestoreError } from '../status.ts';
import { type FieldPath, formatFieldPath, isNamePath, isSamePath } from '../value/field-path.ts';
import { toDisjuncts } from './disjuncts.ts';
import {
  hasSingleFieldIndex,
  type IndexConfig,
  type IndexMode,
  type IndexScope,
  toMode,
} from './index-config.ts';
import {
  type Direction,
  type FieldFilter,
  fullOrder,
  isInequality,
  type Order,
  type Query,
  type UnaryFilter,
} from './query.ts';

type Fixed = { field: FieldPath; contains: boolean };
/**
 * What one way to match needs of an index: fields with one value, in any place first, then the order, then the fields
 * that are summed, in any place.
 */
type Need = {
  collectionGroup: string;
  scope: IndexScope;
  fixed: Fixed[];
  order: Order[];
  summed: FieldPath[];
  nameDirection: Direction;
};

/**
 * Firestore answers a query from indexes only: each way to match from one index whose first fields have one value and
 * whose last fields are the order, or from several such indexes merged, which together hold all the fixed fields.
 * Source: https://firebase.google.com/docs/firestore/query-data/index-overview
 * @param summed the fields that an aggregation adds up: it reads them from the index, too.
 * @throws FirestoreError FAILED_PRECONDITION with the entry to add to firestore.indexes.json.
 */
export function checkIndexes(query: Query, config: IndexConfig, summed: FieldPath[] = []): void {
  const { collectionId } = query;
  if (collectionId === null) return;
  for (const disjunct of toDisjuncts(query.where)) {
    const need = toNeed(query, collectionId, disjunct, summed);
    if (need && !isServed(need, config)) throw missingIndex(need);
  }
}

function toNeed(
  query: Query,
  collectionGroup: string,
  disjunct: (FieldFilter | UnaryFilter)[],
  summed: FieldPath[],
): Need | null {
  const equalities = disjunct.filter((filter) => !isInequality(filter));
  // One known document needs no index.
  if (equalities.some((filter) => isNamePath(filter.field) && filter.op === '==')) return null;
  const fixed: Fixed[] = [];
  for (const { field, op } of equalities) {
    const contains = op === 'array-contains';
    if (!fixed.some((other) => other.contains === contains && isSamePath(other.field, field)))
      fixed.push({ field, contains });
  }
  const isFixed = (field: FieldPath) =>
    fixed.some((other) => !other.contains && isSamePath(other.field, field));
  const full = fullOrder(query);
  const name = full.findIndex(({ field }) => isNamePath(field));
  const order = full.slice(0, name).filter(({ field }) => !isFixed(field));
  const isOrdered = (field: FieldPath) => order.some((part) => isSamePath(part.field, field));
  return {
    collectionGroup,
    scope: query.allDescendants ? 'COLLECTION_GROUP' : 'COLLECTION',
    fixed,
    order,
    summed: summed.filter((field) => !isFixed(field) && !isOrdered(field)),
    nameDirection: full[name]?.direction ?? 'asc',
  };
}

function isServed(need: Need, config: IndexConfig): boolean {
  const { fixed, order, summed, nameDirection } = need;
  const isPlain = fixed.length === 0 && order.length === 0 && summed.length === 0;
  // Names have an index of their own, in one direction only: https://github.com/firebase/flutterfire/issues/4398
  if (isPlain && nameDirection === 'asc') return true;
  const single = (field: FieldPath, mode: IndexMode) =>
    hasSingleFieldIndex(config, need.collectionGroup, field, mode, need.scope);
  const [only] = order;
  const [sum] = summed;
  if (fixed.length === 0 && order.length + summed.length === 1) {
    if (only?.direction === nameDirection && single(only.field, only.direction)) return true;
    if (sum && (single(sum, 'asc') || single(sum, 'desc'))) return true;
  }
  const covered = new Set<Fixed>();
  if (order.length === 0 && summed.length === 0) {
    for (const part of fixed) {
      const modes: IndexMode[] = part.contains ? ['contains'] : ['asc', 'desc'];
      if (modes.some((mode) => single(part.field, mode))) covered.add(part);
    }
  }
  let found = false;
  for (const index of config.indexes) {
    if (index.collectionGroup !== need.collectionGroup || index.queryScope !== need.scope) continue;
    const parts = coveredBy(index.fields, need);
    if (!parts) continue;
    found = true;
    for (const part of parts) covered.add(part);
  }
  return covered.size === fixed.length && (found || (fixed.length > 0 && order.length + summed.length === 0));
}

type IndexField = IndexConfig['indexes'][number]['fields'][number];

/** The fixed fields that the index holds before exactly the needed order; null when it does not serve. */
function coveredBy(indexFields: IndexField[], need: Need): Fixed[] | null {
  const last = indexFields.at(-1);
  const endsInName = last && isNamePath(last.fieldPath);
  const fields = endsInName ? indexFields.slice(0, -1) : indexFields;
  // The name comes last in every index, unless said otherwise in the direction of the field before it.
  const direction = last && toMode(last) === 'desc' ? 'desc' : 'asc';
  const prefix = fields.slice(0, Math.max(0, fields.length - need.order.length - need.summed.length));
  const suffix = fields.slice(prefix.length, prefix.length + need.order.length);
  const rest = fields.slice(prefix.length + suffix.length);
  const sums =
    rest.length === need.summed.length &&
    need.summed.every((field) => rest.some((part) => !part.arrayConfig && isSamePath(part.fieldPath, field)));
  const ordered =
    suffix.length === need.order.length &&
    need.order.every(({ field, direction: asked }, index) => {
      const part = suffix[index];
      return part !== undefined && isSamePath(part.fieldPath, field) && toMode(part) === asked;
    });
  if (!ordered || !sums || (ordersNames(need) && direction !== need.nameDirection)) return null;
  const parts = prefix.map((part) =>
    need.fixed.find(
      (fixed) => fixed.contains === (toMode(part) === 'contains') && isSamePath(fixed.field, part.fieldPath),
    ),
  );
  const known = parts.filter((part) => part !== undefined);
  return known.length === parts.length ? known : null;
}

/** Equal entries of merged indexes and sums come in any order of names. */
function ordersNames(need: Need): boolean {
  return need.summed.length === 0 && (need.order.length > 0 || need.fixed.length === 0);
}

function missingIndex(need: Need): FirestoreError {
  const { collectionGroup, scope: queryScope } = need;
  const fields = [
    ...need.fixed.map(({ field, contains }) => toEntry(field, contains ? 'contains' : 'asc')),
    ...need.order.map(({ field, direction }) => toEntry(field, direction)),
    ...need.summed.map((field) => toEntry(field, 'asc')),
  ];
  if (fields.length === 0) {
    const message =
      'The query requires an index on __name__ descending. Order by another field, or ascending.';
    return new FirestoreError('FAILED_PRECONDITION', message);
  }
  const lastDirection = need.order.at(-1)?.direction ?? 'asc';
  if (ordersNames(need) && lastDirection !== need.nameDirection) {
    fields.push(toEntry(['__name__'], need.nameDirection));
  }
  const [first] = fields;
  if (first && fields.length === 1) {
    const { fieldPath, ...index } = first;
    const entry = { collectionGroup, fieldPath, indexes: [{ ...index, queryScope }] };
    return indexError(`"fieldOverrides" of firestore.indexes.json: ${JSON.stringify(entry)}`);
  }
  return indexError(
    `"indexes" of firestore.indexes.json: ${JSON.stringify({ collectionGroup, queryScope, fields })}`,
  );
}

function indexError(where: string): FirestoreError {
  return new FirestoreError('FAILED_PRECONDITION', `The query requires an index. Add to ${where}`);
}

function toEntry(field: FieldPath, mode: IndexMode): Record<string, string> {
  const fieldPath = formatFieldPath(field);
  if (mode === 'contains') return { fieldPath, arrayConfig: 'CONTAINS' };
  return { fieldPath, order: mode === 'asc' ? 'ASCENDING' : 'DESCENDING' };
}
