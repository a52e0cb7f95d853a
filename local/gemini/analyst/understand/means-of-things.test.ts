import { expect, test } from 'vitest';
import { askAnalyst } from '../test-analyst.ts';
import { reads, sales } from '../test-reads.ts';

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

test.each([
  'How much do we typically sell on a Saturday?',
  'What is our revenue on an average Saturday?',
  'average sales on Saturdays',
])('%j is the mean of the Saturdays', async (question) => {
  expect((await reads(question))[0]).toEqual(
    sales({
      ...{ measures: ['revenue'], grain: 'day' },
      filters: [{ dimension: 'weekday', op: 'is', values: ['Saturday'] }],
    }),
  );
});

test('A statistic that is refused is named', async () => {
  expect(await answer('What is our median order value?')).toContain('of that kind ("median")');
});
