import { type FieldPath, getField, isNamePath, withField } from '../value/field-path.ts';
import type { Document, Fields, Micros } from '../value/value.ts';
import { toMatcher } from './match.ts';
import type { Query } from './query.ts';
import type { Store } from './store.ts';

/** The results in order, and how many `offset` skipped. `at` answers as of that time. */
export function runQuery(
  store: Store,
  query: Query,
  at?: Micros,
): { documents: Document[]; skipped: number } {
  const matcher = toMatcher(query);
  const all = store.list(query, at).filter(matcher.matches).sort(matcher.compare);
  const skipped = Math.min(query.offset, all.length);
  const end = query.limit === null ? undefined : query.offset + query.limit;
  const documents = all.slice(query.offset, end);
  const { select } = query;
  return { skipped, documents: select ? documents.map((document) => project(document, select)) : documents };
}

/** The document with only the named fields. */
export function project(document: Document, mask: FieldPath[]): Document {
  let fields: Fields = new Map();
  for (const path of mask) {
    const value = isNamePath(path) ? null : getField(document.fields, path);
    if (value) fields = withField(fields, path, value);
  }
  return { ...document, fields };
}
