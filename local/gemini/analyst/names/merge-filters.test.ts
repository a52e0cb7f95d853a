import { expect, test } from 'vitest';
import type { Filter, NameMention } from '../question/question.ts';
import type { ResolvedName } from './choose-entry.ts';
import { mergeFilters } from './merge-filters.ts';

const product = (op: Filter['op'], ...values: string[]): Filter => ({ dimension: 'product', op, values });
const named = (filter: Filter, mention: Partial<NameMention> = {}): ResolvedName => ({
  mention: { text: filter.values[0] ?? '', hint: null, excluded: false, ...mention },
  filter,
  takenFor: null,
});
const black = product('contains_not', 'black');

test('"not silver either" and "silver too" come to what is left out', () => {
  const both = [product('contains_not', 'black', 'silver')];
  const either = named(product('contains_not', 'silver'), { excluded: true, added: true });
  expect(mergeFilters([black], [either])).toEqual(both);
  const too = named(product('contains', 'silver'), { added: true, too: true });
  expect(mergeFilters([black], [too])).toEqual(both);
});

test('a whole name comes to a part that is left out, and takes its place where nothing says so', () => {
  const helmet = product('is_not', 'City Helmet');
  const either = named(helmet, { excluded: true, added: true });
  expect(mergeFilters([black], [either])).toEqual([black, helmet]);
  const too = named(product('is', 'City Helmet'), { added: true, too: true });
  expect(mergeFilters([black], [too])).toEqual([black, helmet]);
  expect(mergeFilters([black], [named(helmet, { excluded: true })])).toEqual([helmet]);
});

test('"include black again" takes back what was left out', () => {
  const back = named(product('contains', 'black'), { back: true });
  expect(mergeFilters([black], [back])).toEqual([]);
  expect(mergeFilters([product('contains_not', 'black', 'red')], [back])).toEqual([
    product('contains_not', 'red'),
  ]);
});

test('a part is left out of those that were named, by a part or one by one', () => {
  const without = named(black, { excluded: true });
  const road = product('contains', 'Road-650');
  expect(mergeFilters([road], [without])).toEqual([road, black]);
  expect(mergeFilters([product('is', 'Road Black', 'Road Red', 'Road Blue')], [without])).toEqual([
    product('is', 'Road Red', 'Road Blue'),
  ]);
});
