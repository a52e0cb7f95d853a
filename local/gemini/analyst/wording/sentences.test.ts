import { expect, test } from 'vitest';
import { toOpening, toSentences } from './sentences.ts';

const read = (text: string) => toSentences(text).map(({ text: sentence }) => sentence);

test.each([
  ['Revenue last month? And by region?', ['Revenue last month?', 'And by region?']],
  ['what did we sell and what did it cost', ['what did we sell', 'what did it cost']],
  [
    'per brand: what did we sell, how much did it cost and what is left?',
    ['per brand: what did we sell', 'per brand: how much did it cost', 'per brand: what is left?'],
  ],
  [
    'how many units did we sell and how many came back, by category?',
    ['how many units did we sell, by category', 'how many came back, by category?'],
  ],
  [
    'Over the past two months, how much did we sell and how many orders did it take?',
    ['Over the past two months, how much did we sell', 'how many orders did it take?'],
  ],
  ['what is on order? Pieces and value please', ['what is on order, in Pieces and value please']],
])('"%s" asks %j', (text, sentences) => {
  expect(read(text)).toEqual(sentences);
});

test('only what "and" joins is joined, and the opening stands as it was typed', () => {
  const text = 'by region: what did we sell and what did we earn? What is in stock?';
  expect(toSentences(text).map(({ isJoined }) => isJoined)).toEqual([false, true, false]);
  expect(toOpening(text)).toBe('by region: what did we sell');
});
