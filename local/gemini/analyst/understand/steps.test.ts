import { expect, test } from 'vitest';
import { monthly, reads, sales } from '../test-reads.ts';

test.each([
  'Month-over-month growth of revenue in 2025',
  'What was the month over month growth of revenue in 2025?',
  'MoM growth of revenue in 2025',
])('%j has the months of that year', async (question) => {
  expect(await reads(question)).toMatchObject([monthly({ measures: ['revenue'], period: '2025' })]);
});

test('Quarters are set against quarters', async () => {
  expect(await reads('Quarter-over-quarter growth in 2025')).toMatchObject([
    sales({ grain: 'quarter', period: '2025' }),
  ]);
  for (const question of ['Growth of revenue quarter over quarter', 'QoQ growth of revenue'])
    expect(await reads(question)).toMatchObject([sales({ grain: 'quarter' })]);
});

test.each([
  'Average growth per month this year',
  'What is the average monthly growth rate of revenue in 2025?',
])('%j is refused', async (question) => {
  expect(await reads(question)).toEqual([]);
});
