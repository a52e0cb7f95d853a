import { expect, test } from 'vitest';
import { toNestedRanking } from './rank-nested.ts';

const part = (text: string) => toNestedRanking({ text, isJoined: false }).map((one) => one.text);

test.each([
  [
    'what is the most profitable category in the weakest region this year?',
    [
      'which region is the weakest this year?',
      'what is the most profitable category in that region this year?',
    ],
  ],
  [
    'which product has the most returns in the region with the highest return rate?',
    ['which region has the highest return rate?', 'which product has the most returns in that region?'],
  ],
  [
    'who buys the most of our best selling tea?',
    ['what is our best selling tea?', 'who buys the most of it?'],
  ],
  [
    'in the best month of this year, which category sold the most?',
    ['which month had the highest revenue this year?', 'which category sold the most in that month?'],
  ],
  [
    'who was the best customer in the worst month?',
    ['which month had the lowest revenue?', 'who was the best customer in that month?'],
  ],
])('%j is a ranking, and one within its leader', (question, sentences) => {
  expect(part(question)).toEqual(sentences);
});

test.each([
  'what is the most profitable category in the East?',
  'which products sell in the weakest region?',
  'what was the best month for the best selling glove?',
  'worst brand in the best category',
])('%j is one question', (question) => {
  expect(part(question)).toEqual([question]);
});
