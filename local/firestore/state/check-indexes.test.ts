import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { parseFieldPath } from '../value/field-path.ts';
import { parseQuery } from '../wire/parse-query.ts';
import { checkIndexes } from './check-indexes.ts';
import { parseIndexConfig } from './index-config.ts';

const root = 'projects/demo/databases/(default)/documents';

const config = parseIndexConfig(
  JSON.stringify({
    indexes: [
      index('rows', ['a', 'ASCENDING'], ['t', 'DESCENDING']),
      index('rows', ['b', 'ASCENDING'], ['t', 'DESCENDING']),
      index('rows', ['x', 'ASCENDING'], ['y', 'DESCENDING']),
      index('rows', ['tags', 'CONTAINS'], ['n', 'ASCENDING']),
      { ...index('rows', ['a', 'ASCENDING'], ['n', 'ASCENDING']), queryScope: 'COLLECTION_GROUP' },
      index('rows', ['hidden', 'ASCENDING'], ['t', 'ASCENDING']),
    ],
    fieldOverrides: [
      { collectionGroup: 'rows', fieldPath: 'hidden', indexes: [] },
      { collectionGroup: 'rows', fieldPath: 'up', indexes: [{ order: 'ASCENDING' }] },
      {
        collectionGroup: 'rows',
        fieldPath: 'grouped',
        indexes: [{ order: 'ASCENDING', queryScope: 'COLLECTION_GROUP' }],
      },
    ],
  }),
  'test',
);

describe('a query that one index or a merge of indexes serves is taken', () => {
  test.each<[string, object]>([
    ['everything', {}],
    ['one range', where(['a', '>', 1])],
    ['one order', { orderBy: [order('a', 'DESCENDING')] }],
    ['several equalities, merged from single fields', where(['p', '==', 1], ['q', '==', 2], ['r', '==', 3])],
    ['equality with order on the same field', { ...where(['p', '==', 1]), orderBy: [order('p')] }],
    ['array-contains alone', where(['tags', 'array-contains', 1])],
    [
      'an equality and an order, by a composite',
      { ...where(['a', '==', 1]), orderBy: [order('t', 'DESCENDING')] },
    ],
    [
      'two equalities and an order, by two composites',
      { ...where(['a', '==', 1], ['b', '==', 1]), orderBy: [order('t', 'DESCENDING')] },
    ],
    [
      'an equality and a range in the index direction',
      { ...where(['a', '==', 1], ['t', '>', 1]), orderBy: [order('t', 'DESCENDING')] },
    ],
    ['in with an order', { ...where(['a', 'in', 1]), orderBy: [order('t', 'DESCENDING')] }],
    ['two orders', { orderBy: [order('x'), order('y', 'DESCENDING')] }],
    ['array-contains with an order', { ...where(['tags', 'array-contains', 1]), orderBy: [order('n')] }],
    ['an exempt field through a composite', { ...where(['hidden', '==', 1]), orderBy: [order('t')] }],
    ['the one direction that an override leaves', { orderBy: [order('up')] }],
    ['a range of names', where(['__name__', '>', 'x'])],
    ['a group ordered by an override', { group: true, orderBy: [order('grouped')] }],
    ['a group by a composite of its scope', { group: true, ...where(['a', '==', 1]), orderBy: [order('n')] }],
  ])('%s', (_, query) => {
    expect(() => check(query)).not.toThrow();
  });
});

describe('a query without its index is refused with the index to add', () => {
  const asc = (fieldPath: string) => ({ fieldPath, order: 'ASCENDING' });
  test.each<[string, object, unknown]>([
    [
      'an equality and an order',
      { ...where(['p', '==', 1]), orderBy: [order('q')] },
      { fields: [asc('p'), asc('q')] },
    ],
    [
      'the other direction',
      { ...where(['a', '==', 1]), orderBy: [order('t')] },
      { fields: [asc('a'), asc('t')] },
    ],
    ['!= with an equality', where(['a', '==', 1], ['n', '!=', 1]), { fields: [asc('a'), asc('n')] }],
    [
      'two orders reversed',
      { orderBy: [order('x', 'DESCENDING'), order('y')] },
      { fields: [{ fieldPath: 'x', order: 'DESCENDING' }, asc('y')] },
    ],
    ['an exempt field', where(['hidden', '==', 1]), { fieldPath: 'hidden' }],
    ['a field of an exempt map', where(['hidden.inner', '==', 1]), { fieldPath: 'hidden.inner' }],
    [
      'the direction that an override took away',
      { orderBy: [order('up', 'DESCENDING')] },
      { fieldPath: 'up' },
    ],
    ['a collection group on a field', { group: true, ...where(['z', '==', 1]) }, { fieldPath: 'z' }],
    [
      'a collection group through a collection index',
      { group: true, ...where(['b', '==', 1]), orderBy: [order('t', 'DESCENDING')] },
      { queryScope: 'COLLECTION_GROUP' },
    ],
    [
      'names against the order',
      { orderBy: [order('a'), order('__name__', 'DESCENDING')] },
      { fields: [asc('a'), { fieldPath: '__name__', order: 'DESCENDING' }] },
    ],
  ])('%s', (_, query, expected) => {
    const message = refusal(query);
    expect(message).toContain('The query requires an index.');
    expect(JSON.parse(message.slice(message.indexOf('{')))).toMatchObject({
      collectionGroup: 'rows',
      ...Object(expected),
    });
  });
});

test('names alone are indexed upwards only', () => {
  expect(refusal({ orderBy: [order('__name__', 'DESCENDING')] })).toContain(
    'an index on __name__ descending',
  );
  expect(() => check({ orderBy: [order('__name__')] })).not.toThrow();
});

test('what is summed has to be in the index, in any place after the order', () => {
  const sums =
    (query: object, ...fields: string[]) =>
    () => {
      const parsed = parseQuery(root, { from: [{ collectionId: 'rows' }], ...query });
      checkIndexes(parsed, config, fields.map(parseFieldPath));
    };
  expect(sums({}, 'z')).not.toThrow();
  expect(sums({}, 'x', 'y')).not.toThrow();
  expect(sums({}, 'y', 'x')).not.toThrow();
  expect(sums(where(['a', '==', 1]), 't')).not.toThrow();
  expect(sums(where(['z', '>', 1]), 'z')).not.toThrow();
  expect(sums({}, 'y', 'z')).toThrow('requires an index');
  expect(sums({}, 'hidden')).toThrow('fieldOverrides');
  expect(sums(where(['a', '==', 1]), 'n')).toThrow(
    '{"fieldPath":"a","order":"ASCENDING"},{"fieldPath":"n","order":"ASCENDING"}',
  );
});

test("the product's list of conversations has its index", async () => {
  const file = new URL('../../../firestore.indexes.json', import.meta.url);
  const product = parseIndexConfig(await readFile(file, 'utf8'), 'firestore.indexes.json');
  const query = parseQuery(`${root}/users/u1`, {
    from: [{ collectionId: 'conversations' }],
    where: {
      compositeFilter: {
        op: 'AND',
        filters: [
          { unaryFilter: { field: { fieldPath: 'archivedAt' }, op: 'IS_NULL' } },
          filter('expiresAt', '>', { timestampValue: '2026-01-01T00:00:00Z' }),
        ],
      },
    },
    orderBy: [order('expiresAt', 'DESCENDING')],
    limit: 50,
  });
  expect(() => checkIndexes(query, product)).not.toThrow();
  expect(() => checkIndexes({ ...query, where: null }, product)).toThrow('requires an index');
});

test('an index file with an unknown member is refused', () => {
  expect(() => parseIndexConfig('{"indices": []}', 'file')).toThrow('file');
});

function index(collectionGroup: string, ...fields: [string, string][]) {
  const entries = fields.map(([fieldPath, mode]) =>
    mode === 'CONTAINS' ? { fieldPath, arrayConfig: mode } : { fieldPath, order: mode },
  );
  return { collectionGroup, queryScope: 'COLLECTION', fields: entries };
}

function order(fieldPath: string, direction = 'ASCENDING') {
  return { field: { fieldPath }, direction };
}

const ops: Record<string, string> = {
  '==': 'EQUAL',
  '>': 'GREATER_THAN',
  '!=': 'NOT_EQUAL',
  in: 'IN',
  'array-contains': 'ARRAY_CONTAINS',
};

function filter(fieldPath: string, op: string, value: object) {
  return { fieldFilter: { field: { fieldPath }, op: ops[op], value } };
}

function where(...filters: [string, string, unknown][]) {
  const parts = filters.map(([field, op, value]) => {
    if (field === '__name__') return filter(field, op, { referenceValue: `${root}/rows/${value}` });
    const one = { integerValue: String(value) };
    return filter(field, op, op === 'in' ? { arrayValue: { values: [one, { integerValue: '7' }] } } : one);
  });
  return { where: { compositeFilter: { op: 'AND', filters: parts } } };
}

function check(query: object): void {
  const { group = false, ...rest } = { group: false, ...query };
  checkIndexes(
    parseQuery(root, { from: [{ collectionId: 'rows', allDescendants: group }], ...rest }),
    config,
  );
}

function refusal(query: object): string {
  try {
    check(query);
  } catch (error) {
    expect(error).toMatchObject({ status: 'FAILED_PRECONDITION' });
    return error instanceof Error ? error.message : '';
  }
  return '';
}
