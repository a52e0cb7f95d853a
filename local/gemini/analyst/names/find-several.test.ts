import { expect, test } from 'vitest';
import type { Entry } from './catalog-entries.ts';
import type { ResolvedName } from './choose-entry.ts';
import { findSeveral } from './find-several.ts';

const entries = ['Elm Bakery', 'Ash Bakery', 'Ash Hotel'].map(
  (name): Entry => ({ kind: 'customer', id: name, name, code: '', match: 'partial' }),
);
const named = (text: string, value: string): ResolvedName => ({
  mention: { text, hint: null, excluded: false },
  filter: { dimension: 'customer', op: 'contains', values: [value] },
  takenFor: null,
});
const one = [{ dimension: 'customer', op: 'is' as const, values: ['Elm Bakery'] }];

test('after one customer a name that several have is open, with all that have it', () => {
  expect(findSeveral([named('Ash', 'ash')], one, entries)).toMatchObject([
    { nearest: ['Ash Bakery', 'Ash Hotel'], haveIt: true },
  ]);
});

test('after no customer, or after several, all of a name are meant', () => {
  expect(findSeveral([named('Ash', 'ash')], [], entries)).toEqual([]);
  const two = [{ dimension: 'customer', op: 'is' as const, values: ['Elm Bakery', 'Ash Hotel'] }];
  expect(findSeveral([named('Ash', 'ash')], two, entries)).toEqual([]);
});

test('a name in the plural is of all that have it', () => {
  expect(findSeveral([named('bakeries', 'bakery')], one, entries)).toEqual([]);
});
