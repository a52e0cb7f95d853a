import { expect, test } from 'vitest';
import { askAnalyst } from './test-analyst.ts';
import { reads, sales } from './test-reads.ts';

const answer = async (question: string) => (await askAnalyst([question])).at(-1)?.text ?? '';

test('the mean of things is over those that there are', async () => {
  expect(await answer('average revenue per category in 2025')).toMatch(
    /^\*\*Revenue averaged \$[\d,.]+ a category in 2025\*\*, over \w+ categories/,
  );
  expect(await reads('average revenue per category in 2025')).toEqual([
    sales({ measures: ['revenue'], dimensions: ['category'], period: '2025' }),
  ]);
});

test.each([
  'average orders per weekday in 2025',
  'average revenue by category in 2025',
  'average revenue per brand and category 2025',
])('"%s" has no such mean', async (question) => {
  expect(await reads(question)).toEqual([]);
});

test.each([
  ['What does each customer spend on average?', 'revenue per customer'],
  ['average daily sales last month', 'average sales per day last month'],
])('%j is %s', async (question, plain) => {
  const calls = await reads(question);
  expect(calls).not.toEqual([]);
  expect(calls).toEqual(await reads(plain));
});
