import { randomBytes } from 'node:crypto';
import { FirestoreError, invalidArgument } from '../status.ts';
import type { Document, Micros } from '../value/value.ts';
import type { Query } from './query.ts';
import { runQuery } from './run-query.ts';
import type { Store } from './store.ts';

/**
 * Transactions that take no locks: everything is read as of one moment and remembered; the commit fails with ABORTED
 * when any of it has changed since, a query's result set included, and the SDK runs the transaction again.
 */
export type Transactions = {
  begin: (mode: { readOnly: boolean; readTime: Micros | null }) => Transaction;
  /** @throws FirestoreError INVALID_ARGUMENT for an unknown or ended one. */
  get: (id: string) => Transaction;
  end: (id: string) => void;
};

export type Transaction = {
  id: string;
  readTime: Micros;
  read: (name: string) => Document | null;
  query: (query: Query) => { documents: Document[]; skipped: number };
  /** @throws FirestoreError ABORTED when what was read has changed; INVALID_ARGUMENT for writes in a read-only one. */
  validate: (writes: number) => void;
};

const lifetimeMs = 270_000;
const maxOpen = 10_000;

export function createTransactions(store: Store, nowMs: () => number = Date.now): Transactions {
  const open = new Map<string, { transaction: Transaction; startedMs: number }>();
  const dropOld = () => {
    for (const [id, { startedMs }] of open) {
      if (nowMs() - startedMs < lifetimeMs && open.size < maxOpen) return;
      open.delete(id);
    }
  };
  return {
    begin: (mode) => {
      dropOld();
      const transaction = createTransaction(store, mode);
      open.set(transaction.id, { transaction, startedMs: nowMs() });
      return transaction;
    },
    get: (id) => {
      dropOld();
      const found = open.get(id);
      if (!found) throw invalidArgument('The referenced transaction has expired or is no longer valid.');
      return found.transaction;
    },
    end: (id) => {
      open.delete(id);
    },
  };
}

function createTransaction(store: Store, mode: { readOnly: boolean; readTime: Micros | null }): Transaction {
  const readTime = mode.readTime ?? store.readTime();
  const reads = new Map<string, Micros | null>();
  const queries: { query: Query; seen: string }[] = [];
  const aborted = () =>
    new FirestoreError('ABORTED', 'Too much contention on these documents. Please try again.');
  return {
    id: randomBytes(16).toString('base64'),
    readTime,
    read: (name) => {
      const document = store.read(name, readTime);
      if (!mode.readOnly) reads.set(name, document?.updateTime ?? null);
      return document;
    },
    query: (query) => {
      const result = runQuery(store, query, readTime);
      if (!mode.readOnly) queries.push({ query, seen: versions(result.documents) });
      return result;
    },
    validate: (writes) => {
      if (mode.readOnly && writes > 0)
        throw invalidArgument('Cannot modify entities in a read-only transaction.');
      for (const [name, updateTime] of reads) {
        if ((store.read(name)?.updateTime ?? null) !== updateTime) throw aborted();
      }
      for (const { query, seen } of queries) {
        if (versions(runQuery(store, query).documents) !== seen) throw aborted();
      }
    },
  };
}

function versions(documents: Document[]): string {
  return documents.map((document) => `${document.name}@${document.updateTime}`).join('\n');
}
