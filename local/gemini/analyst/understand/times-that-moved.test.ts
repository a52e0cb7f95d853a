import { expect, test } from 'vitest';
import { askAnalyst } from '../test-analyst.ts';
import { reads } from '../test-reads.ts';

test.each([
  ['In which month did sales rise most in 2025?', 'revenue_period_growth'],
  ['Which month had the biggest drop in 2025?', 'revenue_period_growth'],
  ['Which month had the highest growth in margin in 2025?', 'margin_period_growth'],
])('%j ranks the months by how they moved, and not by what they had', async (question, growth) => {
  expect((await reads(question))[0]?.args).toMatchObject({ measures: [growth], period: '2025' });
});

test.each([
  'Which year had the highest growth?',
  'Which month had the biggest increase in orders?',
  'How much of our growth comes from Helmets?',
  'How much of our sales are discounted?',
  'Which A products are losing sales?',
  'Will we beat last year?',
  'Which products do only retailers buy?',
  'Which products do retailers and resellers both buy?',
  'How many orders have more than one product?',
  'Will sales this year be higher than last year?',
  'Do we need to transfer anything?',
  'Are late deliveries causing stock-outs?',
])('%j is not answered by a figure that has its words', async (question) => {
  expect(await reads(question)).toEqual([]);
  expect((await askAnalyst([question])).at(-1)?.text).toMatch(/cannot answer|do not know/);
});

test('What was out of stock this month was so on any of its days', async () => {
  const [call] = await reads('Which products had stock-outs this month?');
  expect(call?.args).toMatchObject({ measures: ['stock_out_days'], period: 'month to date' });
});

test('Since a year that is named is from that year to this one', async () => {
  const [call] = await reads('Which region has grown most since 2024?');
  expect(call?.args).toMatchObject({ dimension: 'region', period: 'year to date' });
  expect(String(call?.args.compareTo)).toMatch(/^2024/);
});

test.each(['Which helmets declined this year?', 'Which helmets have we sold less of than last year?'])(
  '%j asks for products, and not for all of them together',
  async (question) => {
    const [call] = await reads(question);
    expect(call).toMatchObject({ name: 'compare_sales', args: { dimension: 'product' } });
  },
);
