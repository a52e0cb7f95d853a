import { FirestoreError, invalidArgument } from '../status.ts';
import { getField, withField } from '../value/field-path.ts';
import { checkDocumentName } from '../value/names.ts';
import { documentSize } from '../value/size.ts';
import { formatMicros } from '../value/timestamp.ts';
import type { Document, Fields, Micros } from '../value/value.ts';
import type { IndexConfig } from './index-config.ts';
import { checkIndexEntries } from './index-entries.ts';
import { type Change, encodeFields, type Store } from './store.ts';
import { applyTransforms } from './transform.ts';
import type { Precondition, Write, WriteResult } from './write.ts';

const maxDocumentBytes = 1_048_576;

export type CommitOptions = {
  /** Runs inside the commit, before anything is written: a transaction's check that what it read still holds. */
  validate?: () => void;
  /** Null: index entries are not counted. */
  indexes?: IndexConfig | null;
  /** Throws PERMISSION_DENIED when the caller may not do this. `verified`: names only checked, not written. */
  authorize?: (changes: Change[], verified: string[], commitTime: Micros) => void;
};

export type CommitResult = { commitTime: Micros; results: WriteResult[] };

/**
 * Applies writes in order, all or none.
 * @throws FirestoreError INVALID_ARGUMENT (limits), PERMISSION_DENIED, NOT_FOUND, ALREADY_EXISTS or
 * FAILED_PRECONDITION (preconditions).
 */
export function commitWrites(store: Store, writes: Write[], options: CommitOptions = {}): CommitResult {
  for (const write of writes) checkDocumentName(write.name);
  return store.commit((commitTime) => {
    options.validate?.();
    const before = new Map<string, Document | null>();
    const after = new Map<string, Document | null>();
    const verified: string[] = [];
    let failure: FirestoreError | null = null;
    const results = writes.map((write): WriteResult => {
      if (!before.has(write.name)) before.set(write.name, store.read(write.name));
      const current =
        after.get(write.name) ?? (after.has(write.name) ? null : (before.get(write.name) ?? null));
      failure ??= failedPrecondition(write.name, current, write.precondition);
      if (write.kind === 'verify') {
        verified.push(write.name);
        return { updateTime: null, transformResults: [] };
      }
      if (write.kind === 'delete') {
        after.set(write.name, null);
        return { updateTime: null, transformResults: [] };
      }
      const { document, transformResults } = updated(current, write, commitTime, options.indexes ?? null);
      after.set(write.name, document);
      return { updateTime: document.updateTime, transformResults };
    });
    const changes = [...after].map(([name, document]) => ({
      name,
      before: before.get(name) ?? null,
      after: document,
    }));
    // Permission comes before the precondition: a refused caller learns nothing of what exists.
    options.authorize?.(changes, verified, commitTime);
    if (failure) throw failure;
    const real = changes.filter((change) => change.before !== change.after);
    return { changes: real, result: { commitTime, results } };
  });
}

type UpdateWrite = Extract<Write, { kind: 'update' }>;

function updated(
  current: Document | null,
  write: UpdateWrite,
  commitTime: Micros,
  indexes: IndexConfig | null,
) {
  const base = mergedFields(current, write);
  const { fields, results } = applyTransforms(base, write.transforms, commitTime);
  const bytes = documentSize(write.name, fields);
  if (bytes > maxDocumentBytes) {
    throw invalidArgument(
      `Document '${write.name}' cannot be written because its size (${bytes} bytes) exceeds the maximum allowed size of ${maxDocumentBytes} bytes.`,
    );
  }
  if (indexes) checkIndexEntries(write.name, fields, indexes);
  // A write that changes nothing leaves the update time, and nobody hears of it.
  if (current && encodeFields(current.fields) === encodeFields(fields)) {
    return { document: current, transformResults: results };
  }
  const createTime = current?.createTime ?? commitTime;
  const document: Document = { name: write.name, fields, createTime, updateTime: commitTime };
  return { document, transformResults: results };
}

function mergedFields(current: Document | null, write: UpdateWrite): Fields {
  if (write.mask === null) return write.fields;
  let fields: Fields = current?.fields ?? new Map();
  for (const path of write.mask) fields = withField(fields, path, getField(write.fields, path));
  return fields;
}

function failedPrecondition(
  name: string,
  current: Document | null,
  precondition: Precondition | null,
): FirestoreError | null {
  if (!precondition) return null;
  if ('exists' in precondition) {
    if (precondition.exists === (current !== null)) return null;
    return precondition.exists
      ? new FirestoreError('NOT_FOUND', `No document to update: ${name}`)
      : new FirestoreError('ALREADY_EXISTS', `Document already exists: ${name}`);
  }
  if (current?.updateTime === precondition.updateTime) return null;
  const stored = current ? formatMicros(current.updateTime) : 'missing';
  return new FirestoreError(
    'FAILED_PRECONDITION',
    `the stored version (${stored}) does not match the required base version (${formatMicros(precondition.updateTime)}): ${name}`,
  );
}
