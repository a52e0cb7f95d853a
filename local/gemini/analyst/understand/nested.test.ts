import { expect, test } from 'vitest';
import { is, reads, sales } from '../test-reads.ts';

test('A ranking within the leader of another is of that leader', async () => {
  const [channels, products] = await reads('What is the best selling product in the weakest channel?');
  expect(channels).toMatchObject(sales({ dimensions: ['channel'] }));
  expect(products?.args.dimensions).toEqual(['product']);
  expect(products?.args.filters).toMatchObject(is('channel', expect.any(String)));
});

test.each([
  'Which of our five best customers grew the most this year?',
  'Which of our top 5 products have the highest return rate?',
  'Top product of each of the three biggest regions',
  'Which category with more than $500,000 revenue grew the most this year?',
])('%j is refused', async (question) => {
  expect(await reads(question)).toEqual([]);
});
