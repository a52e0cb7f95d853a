import { expect, test } from 'vitest';
import { conjugate, isEnglish, suggestEnglish } from './english.ts';

test('a word in any of its forms is English, a misspelt one is not', () => {
  expect(['granted', 'earned', 'categories', 'sells'].filter(isEnglish)).toHaveLength(4);
  expect(['catgories', 'revnue', 'plese', 'torqwell'].filter(isEnglish)).toEqual([]);
});

test('a misspelt word is suggested as it was meant', () => {
  expect(suggestEnglish('plese')[0]).toBe('please');
  expect(suggestEnglish('shiped')[0]).toBe('shipped');
});

test('a verb has all its forms, and keeps what follows it', () => {
  expect(conjugate('bring in')).toEqual(['bring in', 'brought in', 'brings in', 'bringing in']);
  expect(conjugate('sell')).toEqual(['sell', 'sold', 'sells', 'selling']);
});

test('for what is no word of usual length nothing is suggested', () => {
  expect(suggestEnglish('x'.repeat(4000))).toEqual([]);
});
