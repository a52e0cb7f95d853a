import type { Overview } from '@tallyboard/contract';
import { expect, test } from 'vitest';
import { toStarters } from './starters.ts';

const overview: Overview = {
  dataAsOf: '2026-11-23T05:00:00.000Z',
  lowStock: { count: 0, lines: [] },
  categories: ['Bikes', 'Clothing'],
};
const toTexts = (...args: Parameters<typeof toStarters>) => toStarters(...args).map(({ label }) => label);

test('a manager is offered stock first and an analyst sales, by what sells', () => {
  const ofManager = toTexts(['warehouse_manager'], overview.categories, overview);
  expect(ofManager[0]).toBe('Show inventory reorder recommendations');
  expect(ofManager).toContain('How much stock of Clothing do we have?');
  expect(toTexts(['analyst'], overview.categories, overview)[0]).toBe("Compare the last three months' sales");
});

test('questions are offered while it is not known what is recorded, and all make sense to who sees one warehouse', () => {
  const texts = toTexts(['warehouse_manager'], [], null);
  expect(texts).toHaveLength(6);
  expect(texts.filter((text) => text.includes('by warehouse'))).toEqual([]);
});

test('nothing is offered where nothing is recorded', () => {
  const nothing = { dataAsOf: null, categories: [] };
  expect(toStarters(['analyst'], [], { ...nothing, lowStock: null })).toEqual([]);
  expect(toStarters(['analyst'], [], { ...nothing, lowStock: { count: 0, lines: [] } })).toEqual([]);
});

test('no question about stock is offered where none is recorded', () => {
  const texts = toTexts(['warehouse_manager'], [], { ...overview, lowStock: null });
  expect(texts).toHaveLength(3);
  expect(texts.filter((text) => /stock|reorder/.test(text))).toEqual([]);
});
