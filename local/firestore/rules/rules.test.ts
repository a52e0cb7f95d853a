import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { createAccess } from '../access.ts';
import { openDatabase } from '../state/database.ts';
import type { Query } from '../state/query.ts';
import { createStore, type Store } from '../state/store.ts';
import { parseFields } from '../value/parse-value.ts';
import type { Document } from '../value/value.ts';
import { parseQuery } from '../wire/parse-query.ts';
import { loadRules } from './load-rules.ts';

const root = 'projects/demo/databases/(default)/documents';
const wrap = (body: string) =>
  `rules_version = '2';\nservice cloud.firestore {\n  match /databases/{database}/documents {\n${body}\n  }\n}\n`;

describe('a rules file that is not wholly known stops the start', () => {
  test.each([
    ['service cloud.firestore {}', 'line 1, column 1'],
    ["rules_version = '1'; service cloud.firestore {}", 'line 1, column 17'],
    [
      wrap('    match /a/{b} { allow read: if requst.auth != null; }'),
      'line 4, column 35: Unknown name "requst"',
    ],
    [wrap('    match /a/{b} { allow reed; }'), 'line 4, column 26: Unknown method "reed"'],
    [wrap('    match /a/{b} { allow read: if request.auth.uuid == b; }'), '"request.auth" has no "uuid"'],
    [wrap('    match /a/{b} { allow read: if isOwner(b); }'), 'Unknown function "isOwner"'],
    [wrap('    match /a/{b} { allow read: if b.sizee() > 1; }'), 'Unknown method "sizee"'],
    [wrap('    match /a/{b} { allow read: if b.matches("(?=x)"); }'), 'Not a regular expression'],
    [wrap('    match /a/{b} { allow read: if b is text; }'), 'Unknown type "text"'],
    [wrap('    match /a/{b} { allow read: if hashing.md5(b) == b; }'), 'Unknown method "md5"'],
    [wrap('    match /a/{b} { allow read: if true }'), 'Expected ";"'],
    [wrap('    match /a/{b} { allow read: if 1 @ 2; }'), 'Unexpected character "@"'],
    [wrap('    match /a/{b=**}/{c=**} { allow read; }'), 'at most one'],
    [
      wrap('    function f(a) { return a; } match /a/{b} { allow read: if f(); }'),
      'takes 1 arguments, not 0',
    ],
    [
      wrap('    match /a/{b} { allow read; '),
      'Expected "match", "allow", "function" or "}", found "the end of the file"',
    ],
  ])('%j', (source, message) => {
    expect(() => loadRules(source, 'firestore.rules')).toThrow(message);
  });

  test('the rules of the product are known', async () => {
    const file = new URL('../../../firestore.rules', import.meta.url);
    expect(loadRules(await readFile(file, 'utf8'), 'firestore.rules').matches).toHaveLength(1);
  });
});

describe('an expression', () => {
  test.each([
    ['1 + 2 * 3 == 7 && 7 / 2 == 3 && 7 % 4 == 3 && -7 / 2 == -3', true],
    ['1 == 1.0 && 7 / 2.0 == 3.5 && 1 is int && 1.0 is float && 1 is number', true],
    ["'a' + 'b' == 'ab' && 'a' < 'b' && 'Abc'.lower() == 'abc' && ' x '.trim().size() == 1", true],
    ["'foo@x.org'.matches('.*@x[.]org') && !'foo@x.org'.matches('foo')", true],
    [
      "'a,b'.split(',') == ['a', 'b'] && ['a', 'b'].join('-') == 'a-b' && 'aab'.replace('a+', 'c') == 'cb'",
      true,
    ],
    ["1 in [1, 2] && !(3 in [1, 2]) && 'a' in {'a': 1} && !('b' in {'a': 1})", true],
    ['[1, 2, 3].hasAll([1, 2]) && [1].hasAny([1, 9]) && [1].hasOnly([1, 2]) && ![1, 3].hasOnly([1])', true],
    ["{'a': 1, 'b': 2}.diff({'a': 1, 'c': 3}).affectedKeys() == ['b', 'c'].toSet()", true],
    ["{'a': 1}.get('b', 5) == 5 && {'a': {'b': 2}}.get(['a', 'b'], 0) == 2 && {'a': 1}['a'] == 1", true],
    ["timestamp.date(2024, 2, 29) + duration.value(1, 'd') == timestamp.date(2024, 3, 1)", true],
    ['timestamp.date(2024, 2, 29).dayOfWeek() == 4 && timestamp.value(1000).toMillis() == 1000', true],
    ["request.time > timestamp.date(2020, 1, 1) && duration.value(90, 'm').seconds() == 5400", true],
    ['false && 1 / 0 == 1 || true || 1 / 0 == 1', true],
    ['1 / 0 == 1 || true', true],
    ['1 / 0 == 1 && false || true', true],
    ['!(1 / 0 == 1)', false],
    ['true ? [1, 2][1] == 2 : false', true],
    ['[1, 2, 3][0:2] == [1, 2]', true],
    ["int('12') == 12 && string(12) == '12' && float('1.5') == 1.5 && bool('true')", true],
    ["/databases/$(database)/documents/a/b == path('databases/(default)/documents/a/b')", true],
    ["null == null && null != 1 && 'a' != 1", true],
    ["'a' < 1", false],
    ["'text'", false],
    ['let_free', null],
    ['math.abs(-3) == 3 && math.floor(2.7) == 2 && math.isNaN(math.sqrt(-1.0))', true],
  ])('%s', (expression, expected) => {
    const source = wrap(`match /a/{b} { allow get: if ${expression}; }`);
    if (expected === null) expect(() => loadRules(source, 'r')).toThrow('Unknown name');
    else expect(mayGet(source, 'a/b', null)).toBe(expected);
  });

  test('functions call each other, keep their own names and end at twenty levels', () => {
    const source = wrap(`
      function twice(n) { let m = n * 2; return m; }
      function four(n) { return twice(twice(n)); }
      function forever(n) { return forever(n); }
      match /a/{b} { allow get: if four(2) == 8; }
      match /f/{b} { allow get: if forever(1) || true; }`);
    expect(mayGet(source, 'a/b', null)).toBe(true);
    expect(mayGet(source, 'f/b', null)).toBe(false);
  });
});

describe('a query is allowed only when the rule holds for every document that it could give', () => {
  const cases: [string, object, boolean][] = [
    ['resource.data.owner == request.auth.uid', where('owner', 'EQUAL', { stringValue: 'u1' }), true],
    ['resource.data.owner == request.auth.uid', where('owner', 'EQUAL', { stringValue: 'u2' }), false],
    ['resource.data.owner == request.auth.uid', {}, false],
    ['resource.data.owner != request.auth.uid', {}, false],
    ['!(resource.data.owner == "x")', {}, false],
    ['resource.data.n > 5', where('n', 'GREATER_THAN', { integerValue: '7' }), true],
    ['resource.data.n > 5', where('n', 'GREATER_THAN', { integerValue: '3' }), false],
    ['resource.data.n >= 5', where('n', 'GREATER_THAN_OR_EQUAL', { integerValue: '5' }), true],
    ['resource.data.n == 5', where('n', 'EQUAL', { integerValue: '5' }), true],
    ['resource.data.n is int', where('n', 'EQUAL', { integerValue: '5' }), false],
    ['resource.data.n is number', where('n', 'LESS_THAN', { integerValue: '5' }), true],
    [
      'request.auth.uid in resource.data.members',
      where('members', 'ARRAY_CONTAINS', { stringValue: 'u1' }),
      true,
    ],
    [
      'request.auth.uid in resource.data.members',
      where('members', 'ARRAY_CONTAINS', { stringValue: 'u2' }),
      false,
    ],
    ['resource.data.kind in ["a", "b"]', inList('kind', 'a', 'b'), true],
    ['resource.data.kind in ["a", "b"]', inList('kind', 'a', 'c'), false],
    ['resource.data.kind != "secret"', where('kind', 'NOT_EQUAL', { stringValue: 'secret' }), true],
    [
      'resource.data.gone == null',
      { where: { unaryFilter: { field: { fieldPath: 'gone' }, op: 'IS_NULL' } } },
      true,
    ],
    ['resource.data.map.owner == "u1"', where('map.owner', 'EQUAL', { stringValue: 'u1' }), true],
    ['"owner" in resource.data', where('owner', 'NOT_EQUAL', { stringValue: 'x' }), true],
    ['request.query.limit <= 10', { limit: 10 }, true],
    ['request.query.limit <= 10', { limit: 11 }, false],
    ['request.query.limit <= 10', {}, false],
    ['resource.data.x ? true : true', {}, false],
    ['resource.data.x == 1 || request.auth.uid == "u1"', {}, true],
    ['resource != null && docId != "z"', {}, false],
    ['docId == "z"', where('__name__', 'EQUAL', { referenceValue: `${root}/rows/z` }), true],
    ['exists(/databases/$(database)/documents/users/$(request.auth.uid))', {}, true],
    ['exists(/databases/$(database)/documents/users/$(resource.data.owner))', {}, false],
  ];
  test.each(cases)('%s with %j: %s', (rule, query, expected) => {
    const source = wrap(`match /rows/{docId} { allow list: if ${rule}; }`);
    expect(mayList(source, { from: [{ collectionId: 'rows' }], ...query })).toBe(expected);
  });

  test('a collection group needs a rule for every depth', () => {
    const query = { from: [{ collectionId: 'rows', allDescendants: true }] };
    expect(mayList(wrap('match /rows/{id} { allow list; }'), query)).toBe(false);
    expect(mayList(wrap('match /{path=**}/rows/{id} { allow list; }'), query)).toBe(true);
    expect(mayList(wrap('match /{all=**} { allow list; }'), query)).toBe(true);
    expect(mayList(wrap('match /a/{all=**} { allow list; }'), query)).toBe(false);
  });
});

function where(fieldPath: string, op: string, value: object): object {
  return { where: { fieldFilter: { field: { fieldPath }, op, value } } };
}

function inList(field: string, ...values: string[]): object {
  return where(field, 'IN', { arrayValue: { values: values.map((stringValue) => ({ stringValue })) } });
}

function createTestStore(): Store {
  const store = createStore(openDatabase(':memory:'));
  const document = { name: `${root}/users/u1`, fields: parseFields({ role: { stringValue: 'x' } }) };
  store.commit((time) => ({
    changes: [
      { name: document.name, before: null, after: { ...document, createTime: time, updateTime: time } },
    ],
    result: null,
  }));
  return store;
}

function isAllowed(source: string, ask: (access: ReturnType<typeof createAccess>) => void): boolean {
  const access = createAccess(createTestStore(), loadRules(source, 'r'), {
    kind: 'client',
    claims: { sub: 'u1' },
  });
  try {
    ask(access);
    return true;
  } catch (error) {
    expect(error).toMatchObject({ status: 'PERMISSION_DENIED' });
    return false;
  }
}

function mayGet(source: string, path: string, document: Document | null): boolean {
  return isAllowed(source, (access) => access.get(`${root}/${path}`, document));
}

function mayList(source: string, structuredQuery: object): boolean {
  const query: Query = parseQuery(root, structuredQuery);
  return isAllowed(source, (access) => access.query(query));
}
