import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createAccess } from '../access.ts';
import { openDatabase } from '../state/database.ts';
import { toMatcher } from '../state/match.ts';
import type { Filter, Query } from '../state/query.ts';
import { createStore } from '../state/store.ts';
import type { Document, Fields, Value } from '../value/value.ts';
import { loadRules } from './load-rules.ts';

const root = 'projects/demo/databases/(default)/documents';
const store = createStore(openDatabase(':memory:'));

const scalar: fc.Arbitrary<Value> = fc.oneof(
  fc.constant<Value>({ type: 'null' }),
  fc.boolean().map((value): Value => ({ type: 'boolean', value })),
  fc.integer({ min: 0, max: 3 }).map((value): Value => ({ type: 'integer', value: BigInt(value) })),
  fc.constantFrom(0, 1, 1.5, Number.NaN).map((value): Value => ({ type: 'double', value })),
  fc.constantFrom('a', 'b', 'c').map((value): Value => ({ type: 'string', value })),
);
const anyValue = fc.oneof(
  scalar,
  fc.array(scalar, { maxLength: 3 }).map((values): Value => ({ type: 'array', values })),
);
const field = fc.constantFrom('x', 'y');
const fields: fc.Arbitrary<Fields> = fc
  .array(fc.tuple(field, anyValue), { maxLength: 2 })
  .map((entries) => new Map(entries));
const documents = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fields), { minLength: 3, maxLength: 12 });

const leaf: fc.Arbitrary<Filter> = fc.oneof(
  fc
    .tuple(field, fc.constantFrom('<', '<=', '>', '>=', '==', '!=', 'array-contains'), scalar)
    .map(([name, op, value]): Filter => ({ kind: 'field', field: [name], op, value })),
  fc
    .tuple(
      field,
      fc.constantFrom('in', 'not-in', 'array-contains-any'),
      fc.array(scalar, { minLength: 1, maxLength: 3 }),
    )
    .map(
      ([name, op, values]): Filter => ({
        kind: 'field',
        field: [name],
        op,
        value: { type: 'array', values },
      }),
    ),
  fc
    .tuple(field, fc.constantFrom('is-null', 'is-nan', 'is-not-null', 'is-not-nan'))
    .map(([name, op]): Filter => ({ kind: 'unary', field: [name], op })),
);
const filter: fc.Arbitrary<Filter> = fc.oneof(
  leaf,
  fc.array(leaf, { minLength: 1, maxLength: 3 }).map((filters): Filter => ({ kind: 'and', filters })),
  fc.array(leaf, { minLength: 1, maxLength: 3 }).map((filters): Filter => ({ kind: 'or', filters })),
);

const literal = fc.constantFrom(
  'null',
  'true',
  '0',
  '1',
  '2',
  '1.0',
  '1.5',
  "'a'",
  "'b'",
  'request.auth.uid',
);
const term = fc.oneof(
  literal,
  fc.constantFrom(
    'resource.data.x',
    'resource.data.y',
    "resource.data.get('x', 1)",
    'id',
    'resource.id',
    'resource.data.x + 1',
  ),
);
const atom = fc.oneof(
  fc
    .tuple(term, fc.constantFrom('==', '!=', '<', '<=', '>', '>='), term)
    .map(([a, op, b]) => `${a} ${op} ${b}`),
  fc.tuple(term, fc.array(literal, { maxLength: 3 })).map(([a, list]) => `${a} in [${list.join(', ')}]`),
  fc.tuple(literal, fc.constantFrom('resource.data.x', 'resource.data.y')).map(([a, b]) => `${a} in ${b}`),
  fc.constantFrom(
    "'x' in resource.data",
    'resource.data.x is int',
    'resource.data.x is number',
    'resource.data.y is string',
  ),
  fc.constantFrom(
    'resource.data.x.size() > 1',
    "resource.data.keys().hasAll(['x'])",
    "resource.data.x.matches('a|b')",
    '[resource.data.x] == [1]',
  ),
  fc.constantFrom(
    'resource.data.x',
    'resource == null',
    'resource.data.x.hasAny([1, 2])',
    'exists(/databases/$(database)/documents/a/$(id))',
  ),
);
const rule: fc.Arbitrary<string> = fc.letrec<{ rule: string }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 3 },
    atom,
    tie('rule').map((a) => `!(${a})`),
    fc
      .tuple(tie('rule'), fc.constantFrom('&&', '||'), tie('rule'))
      .map(([a, op, b]) => `(${a}) ${op} (${b})`),
    fc.tuple(tie('rule'), tie('rule'), tie('rule')).map(([a, b, c]) => `(${a}) ? (${b}) : (${c})`),
  ),
})).rule;

test('a query that is allowed gives no document that its rule would deny', () => {
  let allowed = 0;
  let matched = 0;
  fc.assert(
    fc.property(rule, fc.option(filter), documents, (condition, where, rows) => {
      const source = `rules_version = '2'; service cloud.firestore { match /databases/{database}/documents {
        match /rows/{id} { allow list, get: if ${condition}; } } }`;
      const access = createAccess(store, loadRules(source, 'r'), { kind: 'client', claims: { sub: 'a' } });
      const query = toQuery(where);
      if (!permits(() => access.query(query))) return;
      allowed++;
      const matcher = toMatcher(query);
      for (const [id, data] of rows) {
        const document: Document = { name: `${root}/rows/${id}`, fields: data, createTime: 1, updateTime: 1 };
        if (!matcher.matches(document)) continue;
        matched++;
        expect(
          permits(() => access.get(document.name, document)),
          condition,
        ).toBe(true);
      }
    }),
    { numRuns: Number(process.env.RULES_RUNS ?? 3000) },
  );
  // The property says something only when queries are allowed and give documents.
  expect(allowed).toBeGreaterThan(100);
  expect(matched).toBeGreaterThan(100);
});

function toQuery(where: Filter | null): Query {
  return {
    parent: root,
    collectionId: 'rows',
    allDescendants: false,
    where,
    orderBy: [],
    startAt: null,
    endAt: null,
    offset: 0,
    limit: null,
    select: null,
  };
}

function permits(ask: () => void): boolean {
  try {
    ask();
    return true;
  } catch (error) {
    expect(error).toMatchObject({ status: 'PERMISSION_DENIED' });
    return false;
  }
}
