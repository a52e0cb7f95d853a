import { expect, test } from 'vitest';
import { parseFields } from '../value/parse-value.ts';
import { parseIndexConfig } from './index-config.ts';
import { checkIndexEntries } from './index-entries.ts';

const name = 'projects/demo/databases/(default)/documents/rows/a';
const config = parseIndexConfig(
  JSON.stringify({
    indexes: [
      {
        collectionGroup: 'rows',
        fields: [
          { fieldPath: 'few', arrayConfig: 'CONTAINS' },
          { fieldPath: 'n', order: 'ASCENDING' },
        ],
      },
    ],
    fieldOverrides: [{ collectionGroup: 'rows', fieldPath: 'exempt', indexes: [] }],
  }),
  'test',
);

test('a long array fits until its distinct elements are more than 40,000 entries', () => {
  // Two for the array itself, one for each distinct element.
  expect(() => check({ many: numbers(39_998) })).not.toThrow();
  expect(() => check({ many: numbers(39_999) })).toThrow('too many index entries');
  expect(() => check({ inner: { mapValue: { fields: { many: numbers(39_999) } } } })).toThrow('too many');
  expect(() =>
    check({ many: { arrayValue: { values: Array(50_000).fill({ integerValue: '1' }) } } }),
  ).not.toThrow();
});

test('an exempt field costs nothing, another collection its own', () => {
  expect(() => check({ exempt: numbers(50_000) })).not.toThrow();
  expect(() =>
    checkIndexEntries(name.replace('rows', 'other'), parseFields({ exempt: numbers(50_000) }), config),
  ).toThrow();
});

test('a composite index counts each element', () => {
  const many = numbers(20_000);
  expect(() => check({ few: many })).not.toThrow();
  expect(() => check({ few: many, n: { integerValue: '1' } })).toThrow('too many');
});

function numbers(count: number) {
  return {
    arrayValue: { values: Array.from({ length: count }, (_, index) => ({ integerValue: String(index) })) },
  };
}

function check(fields: object): void {
  checkIndexEntries(name, parseFields(fields), config);
}
