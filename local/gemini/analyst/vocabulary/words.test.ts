import { expect, test } from 'vitest';
import { askAnalyst } from '../test-analyst.ts';
import { toTokens } from './words.ts';

test('a number with its thousands parted is one word', () => {
  const words = toTokens('5,000 dollars, 1,000,000 units, 3,40 and 12, 500');
  expect(words.map(({ word }) => word)).toEqual([
    '5000',
    'dollars',
    '1000000',
    'units',
    '3',
    '40',
    'and',
    '12',
    '500',
  ]);
  expect(words[0]?.text).toBe('5,000');
});

test('a number that cannot be heeded is told as it was typed', async () => {
  const [answer] = await askAnalyst(['what is most urgent to buy this week with 5,000 dollars?']);
  expect(answer?.text).toContain('what to make of "5,000"');
});
