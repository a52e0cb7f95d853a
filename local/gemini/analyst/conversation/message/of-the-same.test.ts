import { expect, test } from 'vitest';
import { bought, is, reads, sales, stock } from '../../test-reads.ts';

test('a share of another figure is of the same thing', async () => {
  const [, margin] = await reads(
    'What share of revenue last month was Bikes, and what share of gross margin?',
  );
  expect(margin).toMatchObject(
    sales({ measures: expect.arrayContaining(['gross_margin']), period: 'last month' }),
  );
  expect(margin?.args.measures).not.toContain('revenue');
});

test('what sold best is of what was looked at', async () => {
  const best = (await reads('How did Bikes do last month? Which products sold best?')).at(-1);
  expect(best).toMatchObject(sales({ dimensions: ['product'], filters: is('category', 'Bikes') }));
});

test('what those spent who ordered most often is money', async () => {
  const [, spent] = await reads('Which customers had the most orders last month, and what did they spend?');
  expect(spent).toMatchObject(sales({ measures: ['revenue'], dimensions: ['customer'] }));
});

test.each([
  ['How many Bikes did we sell last month, and to whom?', 'customer'],
  ['How many orders did we get last month, and through which channels?', 'channel'],
])('%j: the number, and how it splits', async (question, dimension) => {
  const [number, split] = await reads(question);
  expect(number?.args).not.toHaveProperty('dimensions');
  expect(split).toMatchObject(sales({ dimensions: [dimension] }));
});

test('the top five are told before how each changed', async () => {
  const [ranking] = await reads(
    'Who are our top 2 customers, and how has each changed against the year before?',
  );
  expect(ranking).toMatchObject(sales({ dimensions: ['customer'], limit: 2 }));
});

test('the next delivery is of the stock before it', async () => {
  const [held, due] = await reads('How much Bikes do we have, and when is the next delivery?');
  expect(held).toMatchObject(stock({ filters: is('category', 'Bikes') }));
  expect(due).toMatchObject(bought({ dimensions: ['expected_date'], filters: is('category', 'Bikes') }));
});

test('what the supplier that leads delivers is told by product', async () => {
  const asked = await reads('Which supplier do we spend most with, and what do they deliver?');
  expect(asked.map(({ args }) => args.dimensions)).toContainEqual(['product']);
});

test('what sells most is what "it" means, however it was asked for', async () => {
  const [, buyers] = await reads('What do we sell most of, and who buys it?');
  expect(buyers).toMatchObject(
    sales({ dimensions: ['customer'], filters: [expect.objectContaining({ dimension: 'product' })] }),
  );
});

test('a half without a verb ranks the same things', async () => {
  const [, second] = await reads('Which region has the most orders and which the most revenue?');
  expect(second).toMatchObject(sales({ measures: ['revenue'], dimensions: ['region'] }));
});

test('the biggest of the orders that were counted is refused', async () => {
  expect(await reads('How many orders did we get last month, and what was the biggest?')).toMatchObject([
    sales({ measures: ['orders'], period: 'last month' }),
  ]);
});

test('products are not ranked by how many products they are', async () => {
  const asked = await reads('How many products did we sell last month, and which one most?');
  expect(asked.map(({ args }) => args.measures)).toContainEqual(['revenue']);
});

test('how much of what leads was sold one way is of the one that leads', async () => {
  const last = (await reads('Which category sold most last month, and how much of that was Online?')).at(-1);
  expect(last?.args.filters).toMatchObject([{ dimension: 'category' }, { dimension: 'channel' }]);
});

test('one of the goods that were counted is one of those', async () => {
  const last = (await reads('How many Bikes products did we sell last month, and which one sold best?')).at(
    -1,
  );
  expect(last).toMatchObject(sales({ filters: is('category', 'Bikes') }));
});
