import { expect, test } from 'vitest';
import { withNames } from '../test-company.ts';
import { is, readsOf } from '../test-reads.ts';

test.each<[string, string]>([
  ['Tires', 'stock of tyres'],
  ['Tires', 'which suppliers do we order tyres from?'],
  ['Tyres', 'stock of tyres'],
])('%s, spelt either way in "%s", are no types', async (name, question) => {
  const [first] = await readsOf([question], withNames(['subcategory', name]));
  expect(first?.args.filters).toEqual(is('subcategory', name));
});

test('what the catalog does not have is not read as another word that it is near', async () => {
  expect(await readsOf(['stock of tyres'])).toEqual([]);
});
