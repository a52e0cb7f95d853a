import type { DatabaseSync, SQLInputValue, SQLOutputValue, StatementSync } from 'node:sqlite';
import { FirestoreError } from '../status.ts';
import { lastSegment, parentOf } from '../value/names.ts';
import { parseFields } from '../value/parse-value.ts';
import { toWireFields } from '../value/to-wire.ts';
import type { Document, Fields, Micros } from '../value/value.ts';
import { createClock } from './clock.ts';
import { createDocumentCache } from './document-cache.ts';

/** What one commit did to one document. Null where it did not exist before, or does not after. */
export type Change = { name: string; before: Document | null; after: Document | null };
export type Commit = { commitTime: Micros; changes: Change[] };

/**
 * The documents that a query looks at: those of a collection, of all collections with an id below `parent`
 * (`allDescendants`), or everything below `parent` (`collectionId` null).
 */
export type Scope = { parent: string; collectionId: string | null; allDescendants: boolean };

export type Store = {
  /** `at` reads the version of that time. @throws FirestoreError FAILED_PRECONDITION when it is no longer kept. */
  read: (name: string, at?: Micros) => Document | null;
  list: (scope: Scope, at?: Micros) => Document[];
  /** Names only, of documents that exist, that start with `prefix`. */
  names: (prefix: string) => string[];
  /** Documents of a collection group whose timestamp at `jsonPath` lies before `before`, the earliest first. */
  expired: (collectionId: string, jsonPath: string, before: string, limit: number) => string[];
  readTime: () => Micros;
  /** True when the past as of `at` can still be read. */
  holds: (at: Micros) => boolean;
  /**
   * Runs `compute` with the commit's time and stores the changes that it returns, in one SQLite transaction. The
   * subscribers hear of it before this returns.
   */
  commit: <T>(compute: (commitTime: Micros) => { changes: Change[]; result: T }) => T;
  subscribe: (listener: (commit: Commit) => void) => () => void;
  /** Forgets versions superseded before `before`. */
  prune: (before: Micros) => void;
  close: () => void;
};

type Row = Record<string, SQLOutputValue>;

export function createStore(database: DatabaseSync): Store {
  const meta = (key: string) =>
    Number(database.prepare('SELECT value FROM meta WHERE key = ?').get(key)?.value);
  const clock = createClock(meta('lastCommit'));
  let horizon = meta('horizon');
  const listeners = new Set<(commit: Commit) => void>();
  const cache = createDocumentCache(64_000_000);
  const statement = {
    read: database.prepare('SELECT * FROM documents WHERE name = ?'),
    readPast: database.prepare('SELECT * FROM history WHERE name = ? AND superseded > ? AND updateTime <= ?'),
    names: database.prepare('SELECT name FROM documents WHERE name > ? AND name < ? ORDER BY name'),
    put: database.prepare('INSERT OR REPLACE INTO documents VALUES (?, ?, ?, ?, ?, ?)'),
    remove: database.prepare('DELETE FROM documents WHERE name = ?'),
    keep: database.prepare(
      `INSERT INTO history SELECT name, parent, collectionId, createTime, updateTime, ?, fields
       FROM documents WHERE name = ?`,
    ),
    setMeta: database.prepare('UPDATE meta SET value = ? WHERE key = ?'),
    forget: database.prepare('DELETE FROM history WHERE superseded < ?'),
  };
  const expiredAt = new Map<string, StatementSync>();
  const prepareExpired = (jsonPath: string) => {
    const time = `json_extract(fields, '${jsonPath.replaceAll("'", "''")}')`;
    const index = `"expired at ${jsonPath.replaceAll('"', '""')}"`;
    // Without it SQLite parses every document of the group to find the few that have expired.
    database.exec(
      `CREATE INDEX IF NOT EXISTS ${index} ON documents (collectionId, ${time}) WHERE ${time} IS NOT NULL`,
    );
    const prepared = database.prepare(
      `SELECT name FROM documents WHERE collectionId = ? AND ${time} < ? ORDER BY ${time} LIMIT ?`,
    );
    expiredAt.set(jsonPath, prepared);
    return prepared;
  };

  const checkPast = (at: Micros) => {
    if (at >= horizon) return;
    throw new FirestoreError(
      'FAILED_PRECONDITION',
      'The requested read time is too old: its versions are gone.',
    );
  };

  const read = (name: string, at?: Micros): Document | null => {
    const cached = cache.get(name);
    if (cached && (at === undefined || cached.updateTime <= at)) return cached;
    const row = statement.read.get(name);
    if (row && (at === undefined || Number(row.updateTime) <= at)) {
      const document = toDocument(row);
      cache.put(document, String(row.fields).length);
      return document;
    }
    if (at === undefined) return null;
    checkPast(at);
    const past = statement.readPast.get(name, at, at);
    return past ? toDocument(past) : null;
  };

  const list = (scope: Scope, at?: Micros): Document[] => {
    const [where, ...values] = scopeCondition(scope);
    // The large `fields` column is read only for documents that are not cached.
    const heads = database.prepare(`SELECT name, updateTime FROM documents WHERE ${where}`).all(...values);
    const found = heads.flatMap((head) => {
      if (at !== undefined && Number(head.updateTime) > at) return [];
      return read(String(head.name)) ?? [];
    });
    if (at === undefined) return found;
    checkPast(at);
    const past = database.prepare(
      `SELECT * FROM history WHERE ${where} AND superseded > ? AND updateTime <= ?`,
    );
    return [...found, ...past.all(...values, at, at).map(toDocument)];
  };

  const write = (change: Change, commitTime: Micros) => {
    if (change.before) statement.keep.run(commitTime, change.name);
    if (!change.after) {
      statement.remove.run(change.name);
      return;
    }
    const parent = parentOf(change.name);
    const { createTime, updateTime, fields } = change.after;
    statement.put.run(change.name, parent, lastSegment(parent), createTime, updateTime, encodeFields(fields));
  };

  return {
    read,
    list,
    names: (prefix) => statement.names.all(prefix, after(prefix)).map((row) => String(row.name)),
    expired: (collectionId, jsonPath, before, limit) => {
      const prepared = expiredAt.get(jsonPath) ?? prepareExpired(jsonPath);
      return prepared.all(collectionId, before, limit).map((row) => String(row.name));
    },
    readTime: clock.readTime,
    holds: (at) => at >= horizon && at <= clock.readTime(),
    commit: (compute) => {
      const done = inTransaction(database, () => {
        const commitTime = clock.commitTime();
        const { changes, result } = compute(commitTime);
        for (const change of changes) write(change, commitTime);
        statement.setMeta.run(commitTime, 'lastCommit');
        return { commit: { commitTime, changes }, result };
      });
      for (const { name, after: document } of done.commit.changes) {
        if (document) cache.put(document, encodeFields(document.fields).length);
        else cache.drop(name);
      }
      if (done.commit.changes.length > 0) for (const listener of listeners) listener(done.commit);
      return done.result;
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    prune: (before) => {
      if (before <= horizon) return;
      inTransaction(database, () => {
        statement.forget.run(before);
        statement.setMeta.run(before, 'horizon');
      });
      horizon = before;
    },
    close: () => database.close(),
  };
}

function inTransaction<T>(database: DatabaseSync, work: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    // A full disk has ended the transaction already.
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

const encoded = new WeakMap<Fields, string>();

/** The stored form of fields: equal fields give equal text. Worked out once for each version of a document. */
export function encodeFields(fields: Fields): string {
  const known = encoded.get(fields);
  if (known !== undefined) return known;
  const text = JSON.stringify(toWireFields(fields));
  encoded.set(fields, text);
  return text;
}

function toDocument(row: Row): Document {
  return {
    name: String(row.name),
    createTime: Number(row.createTime),
    updateTime: Number(row.updateTime),
    fields: parseFields(JSON.parse(String(row.fields))),
  };
}

function scopeCondition(scope: Scope): [string, ...SQLInputValue[]] {
  const { parent, collectionId } = scope;
  const below = `${parent}/`;
  if (collectionId === null) return ['name > ? AND name < ?', below, after(below)];
  if (!scope.allDescendants) return ['parent = ?', `${below}${collectionId}`];
  return ['collectionId = ? AND name > ? AND name < ?', collectionId, below, after(below)];
}

/** The least text after everything that starts with `prefix`, which ends in "/". */
function after(prefix: string): string {
  return `${prefix.slice(0, -1)}0`;
}
