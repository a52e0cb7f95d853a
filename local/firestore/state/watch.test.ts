import { beforeEach, expect, test } from 'vitest';
import { parseFields } from '../value/parse-value.ts';
import { parseQuery } from '../wire/parse-query.ts';
import { commitWrites } from './commit.ts';
import { openDatabase } from './database.ts';
import { createStore, type Store } from './store.ts';
import { createWatch, type Target, type TargetChange, type Watch } from './watch.ts';

const root = 'projects/demo/databases/(default)/documents';
const target: Target = {
  kind: 'query',
  query: parseQuery(root, { from: [{ collectionId: 'rows' }], where: positive(), limit: 2 }),
};

let store: Store;
let watch: Watch;

beforeEach(() => {
  store = createStore(openDatabase(':memory:'));
  watch = createWatch(store);
});

test('what changed since a moment is the difference of two results', () => {
  put('a', 1);
  put('b', 2);
  put('c', 3);
  const before = store.readTime();
  put('b', -1);
  remove('a');
  const watched = watch.add(target, () => {});
  expect(shape(watch.since(target, before, watched.initial))).toEqual({
    set: ['c'],
    gone: ['a deleted', 'b'],
  });
  expect(shape(watch.since(target, store.readTime(), watched.initial))).toEqual({ set: [], gone: [] });
});

test('a past that is no longer kept is not guessed', () => {
  put('a', 1);
  const before = store.readTime();
  store.prune(before + 1);
  expect(watch.since(target, before, [])).toBeNull();
  expect(watch.since(target, store.readTime() + 60_000_000, [])).toBeNull();
  expect(watch.since(target, Number.NaN, [])).toBeNull();
  expect(() => store.list(target.kind === 'query' ? target.query : never(), before)).toThrow('too old');
});

test('a commit elsewhere does not reach a listener, and a stopped one hears nothing', () => {
  const heard: ReturnType<typeof shape>[] = [];
  const watched = watch.add(target, (change) => heard.push(shape(change)));
  commitWrites(store, [write('other/a', 1)]);
  commitWrites(store, [write('deep/x/rows/a', 1)]);
  put('none', -1);
  expect(heard).toEqual([]);
  put('a', 1);
  watched.stop();
  put('b', 1);
  expect(heard).toEqual([{ set: ['a'], gone: [] }]);
});

function positive() {
  return { fieldFilter: { field: { fieldPath: 'n' }, op: 'GREATER_THAN', value: { integerValue: '0' } } };
}

function write(path: string, n: number) {
  const fields = parseFields({ n: { integerValue: String(n) } });
  return {
    kind: 'update' as const,
    name: `${root}/${path}`,
    fields,
    mask: null,
    transforms: [],
    precondition: null,
  };
}

function put(id: string, n: number) {
  commitWrites(store, [write(`rows/${id}`, n)]);
}

function remove(id: string) {
  commitWrites(store, [{ kind: 'delete', name: `${root}/rows/${id}`, precondition: null }]);
}

function shape(change: TargetChange | null) {
  const id = (name: string) => name.split('/').at(-1);
  return {
    set: change?.set.map((document) => id(document.name)),
    gone: change?.gone.map(({ name, deleted }) => (deleted ? `${id(name)} deleted` : id(name))),
  };
}

function never(): never {
  throw new Error('The target is a query.');
}
