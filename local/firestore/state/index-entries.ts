import { invalidArgument } from '../status.ts';
import { compareValues } from '../value/compare.ts';
import { type FieldPath, getField, isNamePath } from '../value/field-path.ts';
import { lastSegment, parentOf } from '../value/names.ts';
import { type Fields, isVector, type Value } from '../value/value.ts';
import { hasSingleFieldIndex, type IndexConfig, type IndexMode } from './index-config.ts';

const maxEntries = 40_000;
const modes: IndexMode[] = ['asc', 'desc', 'contains'];
const scopes = ['COLLECTION', 'COLLECTION_GROUP'] as const;

/**
 * Refuses a document that would need more index entries than Firestore takes. A long array costs one entry for each
 * element unless its field is exempt.
 * Source: https://cloud.google.com/firestore/quotas#indexes
 * @throws FirestoreError INVALID_ARGUMENT
 */
export function checkIndexEntries(name: string, fields: Fields, config: IndexConfig): void {
  const collection = lastSegment(parentOf(name));
  const single = countFields(fields, [], collection, config);
  const composite = config.indexes
    .filter((index) => index.collectionGroup === collection)
    .reduce((sum, index) => sum + countComposite(fields, index.fields), 0);
  const entries = single + composite;
  if (entries <= maxEntries) return;
  throw invalidArgument(
    `too many index entries for entity ${name}: ${entries}, and ${maxEntries} are the most. Exempt its long arrays and maps from indexing.`,
  );
}

function countFields(fields: Fields, path: FieldPath, collection: string, config: IndexConfig): number {
  let count = 0;
  for (const [key, value] of fields) {
    const field = [...path, key];
    if (value.type === 'map' && !isVector(value))
      count += countFields(value.fields, field, collection, config);
    else count += countValue(value, field, collection, config);
  }
  return count;
}

function countValue(value: Value, field: FieldPath, collection: string, config: IndexConfig): number {
  let count = 0;
  for (const scope of scopes) {
    for (const mode of modes) {
      if (!hasSingleFieldIndex(config, collection, field, mode, scope)) continue;
      count += mode === 'contains' ? elements(value) : 1;
    }
  }
  return count;
}

function countComposite(fields: Fields, indexed: IndexConfig['indexes'][number]['fields']): number {
  let count = 1;
  for (const { fieldPath, arrayConfig } of indexed) {
    if (isNamePath(fieldPath)) continue;
    const value = getField(fields, fieldPath);
    if (!value) return 0;
    if (arrayConfig) count *= elements(value);
  }
  return count;
}

/** Distinct elements. */
function elements(value: Value): number {
  if (value.type !== 'array') return 0;
  const sorted = value.values.toSorted(compareValues);
  return sorted.filter((item, index) => {
    const before = sorted[index - 1];
    return before === undefined || compareValues(before, item) !== 0;
  }).length;
}
