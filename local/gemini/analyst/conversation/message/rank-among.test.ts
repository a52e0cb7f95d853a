import { expect, test } from 'vitest';
import { toRankedAmong } from './rank-among.ts';

const part = (text: string) => toRankedAmong({ text, isJoined: false }).map((one) => one.text);

test.each([
  [
    'Of our top 20 products, which have the lowest margin rate?',
    ['what are our top 20 products?', 'which of those have the lowest margin rate?'],
  ],
  [
    'Of the top 10 customers this year, which bought most online?',
    ['what are our top 10 customers this year?', 'which of those bought most online?'],
  ],
  [
    'which products sell well but have a low margin?',
    ['what are our top 20 products?', 'which of those have the lowest margin rate?'],
  ],
  [
    'Which items sell well but have high returns',
    ['what are our top 20 items?', 'which of those have the highest returns?'],
  ],
  [
    'what is the lowest margin product among the top 20 sellers?',
    ['what are our top 20 products?', 'which of those have the lowest margin?'],
  ],
])('%j is a ranking, and one among its rows', (question, sentences) => {
  expect(part(question)).toEqual(sentences);
});

test.each([
  'Which products sell well online?',
  'top 20 products by margin rate',
  'Of our products, which sell best?',
])('%j is one question', (question) => {
  expect(part(question)).toEqual([question]);
});
