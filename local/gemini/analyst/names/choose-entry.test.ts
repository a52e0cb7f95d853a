import { expect, test } from 'vitest';
import type { NameMention } from '../question/question.ts';
import type { Entry } from './catalog-entries.ts';
import { choose } from './choose-entry.ts';

const toEntries = (names: string[], match = 'partial') =>
  names.map((name): Entry => ({ kind: 'product', id: name, name, code: '', match }));
const bikes = Array.from({ length: 50 }, (_, index) => `Road-${index} Black`);
const without = (text: string): NameMention => ({ text, hint: null, excluded: true });
const product = (op: string, ...values: string[]) => ({ dimension: 'product', op, values });

test('more products than were found are left out by what stands in all of them', () => {
  const found = choose(without('black'), { entries: toEntries(bikes), complete: false });
  expect(found?.filter).toEqual(product('contains_not', 'black'));
  const kept = choose(
    { ...without('black'), excluded: false },
    { entries: toEntries(bikes), complete: false },
  );
  expect(kept?.filter).toEqual(product('contains', 'black'));
});

test('what stands in other names as well is left out name by name, where all are known', () => {
  const entries = toEntries(['Road Red', 'Helmet Red', 'Powered Light']);
  expect(choose(without('red'), { entries, complete: true })?.filter).toEqual(
    product('is_not', 'Road Red', 'Helmet Red'),
  );
});

test('of more products than were found that have no spelling in common none is taken', () => {
  const entries = toEntries(['Lamp Long, Desk', 'Desk Lamp Short']);
  expect(choose(without('desk lamp'), { entries, complete: false })).toBeNull();
});

test('a misspelt part of many names is left out as it is spelled', () => {
  const entries = toEntries(['Mountain-200 Black', 'Mountain-200 Silver'], 'similar');
  expect(choose(without('Mountian-200'), { entries, complete: true })).toMatchObject({
    filter: product('contains_not', 'Mountain-200'),
    takenFor: 'Mountain-200',
  });
});

test('what is bought is no part of the name of a customer', () => {
  const entries: Entry[] = [
    { kind: 'customer', id: 'C1', name: 'Old Wine Cellars', code: '', match: 'partial' },
  ];
  const wine: NameMention = { text: 'wine', hint: null, excluded: false };
  expect(choose({ ...wine, traded: true }, { entries, complete: true })).toBeNull();
  expect(choose(wine, { entries, complete: true })?.takenFor).toBe('Old Wine Cellars');
});
