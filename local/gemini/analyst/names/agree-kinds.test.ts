import { expect, test } from 'vitest';
import type { Filter } from '../question/question.ts';
import { agreeKinds } from './agree-kinds.ts';
import type { Entry } from './catalog-entries.ts';
import type { ResolvedName } from './choose-entry.ts';

const entry = (kind: string, name: string): Entry => ({ kind, id: name, name, code: '', match: 'exact' });
const entries = [
  entry('supplier', 'Alto Cerro Importers'),
  entry('supplier', 'Dolcetta Sciroppi'),
  entry('brand', 'Dolcetta'),
  entry('subcategory', 'Syringes'),
  entry('category', 'Syringes & Needles'),
  entry('customer', 'Syringes Direct'),
];
const named = (text: string, dimension: string, name: string, beside = false): ResolvedName => ({
  mention: { text, hint: null, excluded: false, ...(beside && { beside }) },
  filter: { dimension, op: 'is', values: [name] },
  takenFor: null,
});
const alto = named('alto cerro', 'supplier', 'Alto Cerro Importers');
const filtersOf = (found: ResolvedName[]) => found.map(({ filter }) => filter);

test('a name beside another one is of its kind where the catalog has it so', () => {
  const found = agreeKinds([alto, named('dolcetta', 'brand', 'Dolcetta', true)], [], entries);
  expect(filtersOf(found)).toEqual([
    alto.filter,
    { dimension: 'supplier', op: 'is', values: ['Dolcetta Sciroppi'] },
  ]);
  expect(found[1]?.takenFor).toBe('Dolcetta Sciroppi');
});

test('the first of two names is of the kind of the second where only it may be', () => {
  const found = agreeKinds(
    [named('dolcetta', 'brand', 'Dolcetta'), { ...alto, mention: { ...alto.mention, beside: true } }],
    [],
    entries,
  );
  expect(filtersOf(found).map(({ dimension }) => dimension)).toEqual(['supplier', 'supplier']);
});

test('a name that follows another one without being joined to it stays what it is', () => {
  const found = [alto, named('dolcetta', 'brand', 'Dolcetta')];
  expect(agreeKinds(found, [], entries)).toEqual(found);
});

test('a name after a question that was narrowed to a category is another category', () => {
  const before = [{ dimension: 'category', op: 'is' as const, values: ['Burs & Endo'] }];
  const found = agreeKinds([named('syringes', 'subcategory', 'Syringes')], before, entries);
  expect(filtersOf(found)).toEqual([{ dimension: 'category', op: 'is', values: ['Syringes & Needles'] }]);
});

test('no customer is meant by the beginning of its name', () => {
  const before = [{ dimension: 'customer', op: 'is' as const, values: ['Hansen Co'] }];
  const found = [named('syringes', 'subcategory', 'Syringes')];
  expect(agreeKinds(found, before, entries)).toEqual(found);
});

test('beside a subcategory, products that are a subcategory with the noun of its category are that one', () => {
  const group = named('Nitrile', 'subcategory', 'Nitrile');
  const products = {
    ...named('surgical gloves', 'product', 'surgical gloves', true),
    filter: { dimension: 'product', op: 'contains' as const, values: ['surgical gloves'] },
  };
  const known = [entry('subcategory', 'Surgical'), entry('category', 'Gloves')];
  expect(filtersOf(agreeKinds([group, products], [], known))[1]).toEqual({
    dimension: 'subcategory',
    op: 'is',
    values: ['Surgical'],
  });
});

test('a subcategory is that of the category, where another one has the name as well', () => {
  const seasonal = named('seasonal', 'subcategory', 'Seasonal');
  const all = [entry('subcategory', 'Seasonal'), entry('subcategory', 'Seasonal Syrups')];
  const syrups: Filter = { dimension: 'category', op: 'is', values: ['Syrups'] };
  expect(filtersOf(agreeKinds([seasonal], [syrups], all))).toEqual([
    { dimension: 'subcategory', op: 'is', values: ['Seasonal Syrups'] },
  ]);
  expect(filtersOf(agreeKinds([seasonal], [], all))).toEqual([seasonal.filter]);
});
