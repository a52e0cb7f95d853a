import { expect, test, vi } from 'vitest';
import { parseFields } from '../value/parse-value.ts';
import { toWireFields } from '../value/to-wire.ts';
import { commitWrites } from './commit.ts';
import { openDatabase } from './database.ts';
import { parseIndexConfig } from './index-config.ts';
import { createStore } from './store.ts';
import { deleteExpired } from './sweeper.ts';

const root = 'projects/demo/databases/(default)/documents';
const indexes = parseIndexConfig(
  JSON.stringify({
    fieldOverrides: [
      { collectionGroup: 'notes', fieldPath: 'expiresAt', ttl: true, indexes: [] },
      { collectionGroup: 'deep', fieldPath: 'meta.until', ttl: true, indexes: [] },
      { collectionGroup: 'kept', fieldPath: 'expiresAt', indexes: [] },
    ],
  }),
  'test',
);

test('a sweep deletes what is past its time, in every collection of the group, and nothing else', () => {
  const store = createStore(openDatabase(':memory:'));
  const put = (path: string, fields: object) =>
    commitWrites(store, [
      {
        kind: 'update',
        name: `${root}/${path}`,
        fields: parseFields(fields),
        mask: null,
        transforms: [],
        precondition: null,
      },
    ]);
  const past = { timestampValue: '2026-01-01T00:00:00Z' };
  const future = { timestampValue: '2026-01-01T00:00:00.000002Z' };
  put('notes/past', { expiresAt: past });
  put('a/b/notes/past', { expiresAt: past });
  put('notes/past/parts/p', { expiresAt: past });
  put('notes/future', { expiresAt: future });
  put('notes/never', {});
  put('notes/null', { expiresAt: { nullValue: null } });
  put('notes/text', { expiresAt: { stringValue: '2020-01-01T00:00:00.000000Z' } });
  put('kept/past', { expiresAt: past });
  put('deep/past', { meta: { mapValue: { fields: { until: past } } } });
  const heard: string[] = [];
  store.subscribe(({ changes }) => heard.push(...changes.map((change) => change.name)));
  expect(deleteExpired(store, indexes, Date.parse('2026-01-01T00:00:00.001Z') - 1)).toBe(0);
  expect(deleteExpired(store, indexes, Date.parse('2026-01-01T00:00:00.001Z'))).toBe(4);
  expect(heard.map((name) => name.slice(root.length + 1)).sort()).toEqual([
    'a/b/notes/past',
    'deep/past',
    'notes/future',
    'notes/past',
  ]);
  expect(store.names(`${root}/notes/`).map((name) => name.slice(root.length + 1))).toEqual([
    'notes/never',
    'notes/null',
    'notes/past/parts/p',
    'notes/text',
  ]);
  store.close();
});

test('a sweep looks for what has expired in an index, and in no document', () => {
  const database = openDatabase(':memory:');
  const store = createStore(database);
  const prepare = vi.spyOn(database, 'prepare');
  expect(deleteExpired(store, indexes, Date.parse('2026-01-01T00:00:00Z'))).toBe(0);
  const looks = prepare.mock.calls.map(([sql]) => sql).filter((sql) => sql.includes('json_extract'));
  expect(looks).toHaveLength(2);
  for (const sql of looks) {
    const steps = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all();
    expect(steps.map(({ detail }) => detail)).toEqual([
      expect.stringMatching(
        /^SEARCH documents USING COVERING INDEX expired at .+ \(collectionId=\? AND <expr><\?\)$/,
      ),
    ]);
  }
  store.close();
});

test('stored fields read back equal', () => {
  const store = createStore(openDatabase(':memory:'));
  const fields = { a: { doubleValue: '-0' }, b: { timestampValue: '0001-01-01T00:00:00.000000Z' } };
  commitWrites(store, [
    {
      kind: 'update',
      name: `${root}/x/y`,
      fields: parseFields(fields),
      mask: null,
      transforms: [],
      precondition: null,
    },
  ]);
  expect(toWireFields(store.read(`${root}/x/y`)?.fields ?? new Map())).toEqual(fields);
  store.close();
});

test('a clean-up of old versions that fails holds up no commit after it', () => {
  const database = openDatabase(':memory:');
  const store = createStore(database);
  const put = (n: string) =>
    commitWrites(store, [
      {
        ...{ kind: 'update', name: `${root}/notes/a`, fields: parseFields({ n: { integerValue: n } }) },
        ...{ mask: null, transforms: [], precondition: null },
      },
    ]);
  put('1');
  put('2');
  database.exec(
    `CREATE TRIGGER full BEFORE DELETE ON history BEGIN SELECT RAISE(ABORT, 'disk is full'); END`,
  );
  expect(() => store.prune(Date.now() * 2_000)).toThrow('disk is full');
  put('3');
  expect(toWireFields(store.read(`${root}/notes/a`)?.fields ?? new Map())).toEqual({
    n: { integerValue: '3' },
  });
});
