import { expect, test } from 'vitest';
import type { Filter, NameMention } from '../question/question.ts';
import type { Entry } from './catalog-entries.ts';
import type { ResolvedName } from './choose-entry.ts';
import { mergeFilters } from './merge-filters.ts';
import { findStray, narrowProducts, withoutKindLeftOut } from './narrow-products.ts';

const names = ['Road-250 Red', 'Road-250 Black', 'Road-650 Red', 'Road-650 Black', 'Sport Helmet Red'];
const entries = names.map((name): Entry => ({ kind: 'product', id: name, name, code: '', match: 'partial' }));
const named = (text: string, mention: Partial<NameMention> = {}): ResolvedName => ({
  mention: { text, hint: null, excluded: false, ...mention },
  filter: { dimension: 'product', op: 'contains', values: [text] },
  takenFor: null,
});
const one = (text: string): ResolvedName => ({
  ...named(text),
  filter: { dimension: 'product', op: 'is', values: [text] },
});
const contains = (value: string): Filter => ({ dimension: 'product', op: 'contains', values: [value] });
const narrow = (...found: ResolvedName[]) => mergeFilters([], narrowProducts(found, entries));

test('two names of products that stand in no list mean what is both', () => {
  expect(narrow(named('Red'), named('Road-250'))).toEqual([contains('Red'), contains('Road-250')]);
});

test('each name of a list is one of what is named before it', () => {
  const choice = [named('Red', { against: 'after' }), named('Black', { against: 'before', beside: true })];
  expect(narrow(named('Road-250'), ...choice)).toEqual([
    { dimension: 'product', op: 'is', values: ['Road-250 Red', 'Road-250 Black'] },
  ]);
});

test('single words listed after a name are of what it begins with, where there are such products', () => {
  const black = { ...named('Road-250 Black'), filter: one('Road-250 Black').filter };
  expect(narrow(black, named('Red', { beside: true }))).toEqual([
    { dimension: 'product', op: 'is', values: ['Road-250 Black', 'Road-250 Red'] },
  ]);
});

test('names of which no product is both are each meant by themselves', () => {
  expect(narrow(one('Road-250 Red'), one('Road-650 Red'))).toEqual([
    { dimension: 'product', op: 'is', values: ['Road-250 Red', 'Road-650 Red'] },
  ]);
  expect(narrow(named('Road-250'), named('Road-650', { beside: true }))).toEqual([
    { dimension: 'product', op: 'contains', values: ['Road-250', 'Road-650'] },
  ]);
});

test('"only the red ones" are some of the group, or of the model, that was told of', () => {
  const red = narrowProducts([named('Red', { only: true })], entries);
  const helmets: Filter = { dimension: 'subcategory', op: 'is', values: ['Helmets'] };
  expect(mergeFilters([helmets], red)).toEqual([helmets, contains('Red')]);
  expect(mergeFilters([contains('Road-250')], red)).toEqual([contains('Road-250'), contains('Red')]);
  expect(mergeFilters([helmets, contains('Black')], red)).toEqual([helmets, contains('Red')]);
  expect(mergeFilters([helmets], [named('Red')])).toEqual([contains('Red')]);
});

test('a noun that other goods have is no name beside one of which it is none', () => {
  const spare: Entry = { kind: 'product', id: 'x', name: 'Desk Lamp', code: '', match: 'partial' };
  const found = [named('Road-250'), named('lamp')];
  expect(findStray(found, [...entries, spare])).toEqual([found[1]]);
  expect(findStray([named('Road-250'), named('red')], entries)).toEqual([]);
});

test('goods that are left out are not all of their kind', () => {
  const excluded: ResolvedName = {
    ...named('Road-250', { excluded: true }),
    filter: { dimension: 'product', op: 'contains_not', values: ['Road-250'] },
  };
  const kind = (mention: Partial<NameMention> = {}): ResolvedName => ({
    ...named('bikes', { excluded: true, ...mention }),
    filter: { dimension: 'category', op: 'is_not', values: ['Bikes'] },
  });
  expect(withoutKindLeftOut([excluded, kind()])).toEqual([excluded]);
  expect(withoutKindLeftOut([excluded, kind({ beside: true })])).toHaveLength(2);
  expect(withoutKindLeftOut([kind(), excluded])).toHaveLength(2);
});
