import { parentOf } from '../value/names.ts';
import type { Document, Micros } from '../value/value.ts';
import { type Matcher, toMatcher } from './match.ts';
import type { Query } from './query.ts';
import { runQuery } from './run-query.ts';
import type { Change, Commit, Store } from './store.ts';

export type Target = { kind: 'documents'; names: string[] } | { kind: 'query'; query: Query };

/** What one commit, or a resume, changed in a target's results. `deleted`: no longer exists, rather than no longer matches. */
export type TargetChange = { set: Document[]; gone: { name: string; deleted: boolean }[] };

export type WatchedTarget = {
  /** The results now, in the query's order. Listed once: later changes come through `onChange`. */
  initial: Document[];
  readTime: Micros;
  stop: () => void;
};

export type Watch = {
  /**
   * Starts watching. `onChange` is called inside each commit that changes the results, after the documents are stored.
   * `onCommit` is called after it, once for each commit: the place to tell that a batch is whole.
   */
  add: (target: Target, onChange: (change: TargetChange, commitTime: Micros) => void) => WatchedTarget;
  /** What changed in a target's results since `at`; null when that past is no longer kept. */
  since: (target: Target, at: Micros, now: Document[]) => TargetChange | null;
  onCommit: (listener: (commitTime: Micros) => void) => () => void;
  close: () => void;
};

type Entry = { update: (changes: Change[], commitTime: Micros) => void };

/**
 * Feeds listeners from commits, in this process and at once. Entries are found by the collection, collection group or
 * document that they watch, so a commit costs nothing to listeners elsewhere.
 */
export function createWatch(store: Store): Watch {
  const entries = new Map<string, Set<Entry>>();
  const commitListeners = new Set<(commitTime: Micros) => void>();

  const onStoreCommit = ({ commitTime, changes }: Commit) => {
    const touched = new Map<Entry, Change[]>();
    for (const change of changes) {
      for (const key of keysOfChange(change.name)) {
        for (const entry of entries.get(key) ?? []) {
          const list = touched.get(entry);
          if (list) list.push(change);
          else touched.set(entry, [change]);
        }
      }
    }
    for (const [entry, list] of touched) entry.update(list, commitTime);
    for (const listener of commitListeners) listener(commitTime);
  };
  const unsubscribe = store.subscribe(onStoreCommit);

  return {
    add: (target, onChange) => {
      const keys = keysOfTarget(target);
      const results = readResults(store, target);
      const entry =
        target.kind === 'documents'
          ? watchNames(onChange)
          : watchQuery(store, target.query, results, onChange);
      for (const key of keys) entries.set(key, (entries.get(key) ?? new Set()).add(entry));
      const stop = () => {
        for (const key of keys) {
          entries.get(key)?.delete(entry);
          if (entries.get(key)?.size === 0) entries.delete(key);
        }
      };
      return { initial: results, readTime: store.readTime(), stop };
    },
    since: (target, at, now) =>
      store.holds(at) ? difference(readResults(store, target, at), now, store) : null,
    onCommit: (listener) => {
      commitListeners.add(listener);
      return () => commitListeners.delete(listener);
    },
    close: unsubscribe,
  };
}

function readResults(store: Store, target: Target, at?: Micros): Document[] {
  if (target.kind === 'query') return runQuery(store, target.query, at).documents;
  return target.names.flatMap((name) => store.read(name, at) ?? []);
}

function keysOfTarget(target: Target): string[] {
  if (target.kind === 'documents') return target.names;
  const { parent, collectionId, allDescendants } = target.query;
  if (collectionId === null) return ['*'];
  return [allDescendants ? `*/${collectionId}` : `${parent}/${collectionId}`];
}

function keysOfChange(name: string): string[] {
  const collection = parentOf(name);
  return [name, collection, `*/${collection.slice(collection.lastIndexOf('/') + 1)}`, '*'];
}

type OnChange = (change: TargetChange, commitTime: Micros) => void;

function watchNames(onChange: OnChange): Entry {
  return {
    update: (changes, commitTime) => {
      const set = changes.flatMap(({ after }) => after ?? []);
      const gone = changes.filter(({ after }) => !after).map(({ name }) => ({ name, deleted: true }));
      onChange({ set, gone }, commitTime);
    },
  };
}

function watchQuery(store: Store, query: Query, initial: Document[], onChange: OnChange): Entry {
  const matcher = toMatcher(query);
  let results = new Map(initial.map((document) => [document.name, document]));
  const windowed = query.limit !== null || query.offset > 0;
  return {
    update: (changes, commitTime) => {
      const relevant = changes.filter(
        ({ name, after }) => results.has(name) || (after && matcher.matches(after)),
      );
      if (relevant.length === 0) return;
      // Under a limit, a document that leaves lets another in: only the whole query knows which.
      const change = windowed ? rerun() : applied(relevant, results, matcher);
      if (change.set.length > 0 || change.gone.length > 0) onChange(change, commitTime);
    },
  };

  function rerun(): TargetChange {
    const before = [...results.values()];
    const now = runQuery(store, query).documents;
    results = new Map(now.map((document) => [document.name, document]));
    return difference(before, now, store);
  }
}

function applied(changes: Change[], results: Map<string, Document>, matcher: Matcher): TargetChange {
  const set: Document[] = [];
  const gone: TargetChange['gone'] = [];
  for (const { name, after } of changes) {
    if (after && matcher.matches(after)) {
      results.set(name, after);
      set.push(after);
    } else if (results.delete(name)) {
      gone.push({ name, deleted: after === null });
    }
  }
  return { set, gone };
}

function difference(before: Document[], now: Document[], store: Store): TargetChange {
  const versions = new Map(before.map((document) => [document.name, document.updateTime]));
  const names = new Set(now.map((document) => document.name));
  return {
    set: now.filter((document) => versions.get(document.name) !== document.updateTime),
    gone: before
      .filter((document) => !names.has(document.name))
      .map(({ name }) => ({ name, deleted: store.read(name) === null })),
  };
}
