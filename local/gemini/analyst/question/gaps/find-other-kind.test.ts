import { expect, test } from 'vitest';
import { askAnalyst, declarations } from '../../test-analyst.ts';
import { understand } from '../../understand.ts';
import { createLexicon } from '../../vocabulary/lexicon.ts';
import { readDeclarations } from '../../vocabulary/read-declarations.ts';
import { findOtherKind } from './find-other-kind.ts';

const vocabulary = readDeclarations(declarations);
const setting = {
  ...{ vocabulary, lexicon: createLexicon(vocabulary) },
  ...{ today: '2026-11-22', fiscalStartMonth: 1, currency: 'USD' },
};

function find(said: string, ...readAs: string[]): string | null {
  const read = readAs.flatMap((question) =>
    understand([{ question, steps: [], answer: '', doubted: [] }], setting).map((one) => one.question),
  );
  return findOtherKind(said, read, vocabulary);
}

test.each([
  ['who gets discounts above 10 %?', 'discount rate by product last month', 'who'],
  ['who bought the most this year?', 'revenue this year', 'who'],
  ['which customers order online?', 'orders last month', 'which customers'],
  ['which suppliers are cheapest?', 'revenue by product last month', 'which suppliers'],
  ['what percent of orders had a return?', 'orders by category last month', 'percent'],
  ['online orders: how many and how much?', 'orders last month', 'how many and how much'],
  ['who got the most money?', 'orders by customer last month', 'most money'],
])('of "%s" nothing in "%s" is of that kind', (said, readAs, found) => {
  expect(find(said, readAs)).toBe(found);
});

test.each([
  ['who bought the most this year?', ['revenue by customer this year']],
  ['who leads, and by what percent?', ['revenue by region this year', 'return rate by region this year']],
  ['which suppliers are cheapest?', ['revenue by supplier last month']],
  ['which customers?', ['how many customers were there last month?']],
  ['show it in units instead of money', ['units last month']],
  ['who is it, and what should I reorder?', ['what should I reorder?']],
])('"%s" is of the kind of what it was read as', (said, readAs) => {
  expect(find(said, ...readAs)).toBeNull();
});

test('what is of another kind is not answered', async () => {
  const [answer] = await askAnalyst(['who is out of stock?']);
  expect(answer?.text).toContain('I do not know what to make of "who"');
});
