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
/** What one way to match needs of an index: fields with one value, in any place first, then the order. */
type Need = {
  collectionGroup: string;
  scope: IndexScope;
  fixed: Fixed[];
  order: Order[];
  nameDirection: Direction;
};

/**
 * Firestore answers a query from indexes only: each way to match from one index whose first fields have one value and
 * whose last fields are the order, or from several such indexes merged, which together hold all the fixed fields.
 * Source: https://firebase.google.com/docs/firestore/query-data/index-overview
 * @throws FirestoreError FAILED_PRECONDITION with the entry to add to firestore.indexes.json.
 */
export function checkIndexes(query: Query, config: IndexConfig): void {
  const { collectionId } = query;
  if (collectionId === null) return;
  for (const disjunct of toDisjuncts(query.where)) {
    const need = toNeed(query, collectionId, disjunct);
    if (need && !isServed(need, config)) throw missingIndex(need);
  }
}

function toNeed(query: Query, collectionGroup: string, disjunct: (FieldFilter | UnaryFilter)[]): Need | null {
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
  return {
    collectionGroup,
    scope: query.allDescendants ? 'COLLECTION_GROUP' : 'COLLECTION',
    fixed,
    order: full.slice(0, name).filter(({ field }) => !isFixed(field)),
    nameDirection: full[name]?.direction ?? 'asc',
  };
}

function isServed(need: Need, config: IndexConfig): boolean {
  const { fixed, order, nameDirection } = need;
  // A collection's documents in the order of their names need no index; those of a group have one, too.
  if (fixed.length === 0 && order.length === 0) return true;
  const single = (field: FieldPath, mode: IndexMode) =>
    hasSingleFieldIndex(config, need.collectionGroup, field, mode, need.scope);
  const [only] = order;
  const singleServesOrder =
    order.length === 1 && only && only.direction === nameDirection && single(only.field, only.direction);
  if (fixed.length === 0 && singleServesOrder) return true;
  const covered = new Set<Fixed>();
  if (order.length === 0) {
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
  return covered.size === fixed.length && (found || order.length === 0);
}

type IndexField = IndexConfig['indexes'][number]['fields'][number];

/** The fixed fields that the index holds before exactly the needed order; null when it does not serve. */
function coveredBy(indexFields: IndexField[], need: Need): Fixed[] | null {
  const last = indexFields.at(-1);
  const named = last && isNamePath(last.fieldPath);
  const fields = named ? indexFields.slice(0, -1) : indexFields;
  const end = named ? last : fields.at(-1);
  const direction = end && toMode(end) === 'desc' ? 'desc' : 'asc';
  const prefix = fields.slice(0, Math.max(0, fields.length - need.order.length));
  const suffix = fields.slice(prefix.length);
  const ordered =
    suffix.length === need.order.length &&
    need.order.every(({ field, direction: asked }, index) => {
      const part = suffix[index];
      return part !== undefined && isSamePath(part.fieldPath, field) && toMode(part) === asked;
    });
  if (!ordered || (need.order.length > 0 && direction !== need.nameDirection)) return null;
  const parts = prefix.map((part) =>
    need.fixed.find(
      (fixed) => fixed.contains === (toMode(part) === 'contains') && isSamePath(fixed.field, part.fieldPath),
    ),
  );
  const known = parts.filter((part) => part !== undefined);
  return known.length === parts.length ? known : null;
}

function missingIndex(need: Need): FirestoreError {
  const { collectionGroup, scope: queryScope } = need;
  const fields = [
    ...need.fixed.map(({ field, contains }) => toEntry(field, contains ? 'contains' : 'asc')),
    ...need.order.map(({ field, direction }) => toEntry(field, direction)),
  ];
  const lastDirection = need.order.at(-1)?.direction;
  if (lastDirection && lastDirection !== need.nameDirection)
    fields.push(toEntry(['__name__'], need.nameDirection));
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
