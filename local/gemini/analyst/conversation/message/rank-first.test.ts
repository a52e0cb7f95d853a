import { expect, test } from 'vitest';
import { toRankFirst } from './rank-first.ts';

const part = (text: string) =>
  toRankFirst({ text, isJoined: false }, (said, ranks) =>
    (ranks === 'orders' ? /margin/ : /stock|cover|order\b|low\b/).test(said),
  ).map((one) => one.text);

test.each([
  [
    'top 10 products by revenue last month with their stock',
    ['top 10 products by revenue last month?', 'what is their stock?'],
  ],
  ['margin of our five biggest suppliers', ['what are our five biggest suppliers?', 'margin of them?']],
  ['top 10 products and their stock', ['top 10 products?', 'what is their stock?']],
  [
    'best products in Garden with units and stock',
    ['best products in Garden?', 'what is their units sold and stock?'],
  ],
  ['best sellers and stock', ['best sellers?', 'what is their stock?']],
  ['days of cover of our best sellers', ['what are our best sellers?', 'days of cover of them?']],
  [
    'which of our top 20 sellers are low on stock?',
    ['what are our top 20 sellers?', 'which of them are low on stock?'],
  ],
  [
    'best selling bikes with less than 20 days of cover',
    ['what are best selling bikes?', 'which of them have less than 20 days of cover?'],
  ],
  ['are our best sellers in stock?', ['what are our best sellers?', 'which of them are in stock?']],
])('%j is a ranking, and what is asked of its rows', (question, sentences) => {
  expect(part(question)).toEqual(sentences);
});

test.each([
  'top 10 products by revenue and margin',
  'top 10 products by stock and their days of cover',
  'top 10 products by revenue and top 10 products by stock',
  'five biggest suppliers and their on-time rate',
  'top 10 customers with margin',
  'stock by product',
  'top 3 products with the highest stock value',
])('%j is one question', (question) => {
  expect(part(question)).toEqual([question]);
});
