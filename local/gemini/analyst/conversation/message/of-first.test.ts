import { expect, test } from 'vitest';
import { askAnalyst } from '../../test-analyst.ts';
import { bought, compared, is, monthly, reads, sales, stock } from '../../test-reads.ts';

test.each([
  ['Which channel has the best margin, and which discounts the most?', 'channel', 'discount'],
  ['Which region sells most, and which has the highest return rate?', 'region', 'return_rate'],
])('%j ranks the same things by both figures', async (question, dimension, figure) => {
  const [, second] = await reads(question);
  expect(second).toMatchObject(sales({ measures: [figure], dimensions: [dimension] }));
  expect(second?.args).not.toHaveProperty('filters');
});

test.each([
  'Which category sold best last month, and how much?',
  'Which month sold most in 2025? How much was it?',
])('%j: the ranking tells how much', async (question) => {
  expect(await reads(question)).toHaveLength(1);
});

test('another figure is that of the one that leads', async () => {
  const [, orders] = await reads('Who is our biggest customer this year? How much and how many orders?');
  expect(orders?.args).toMatchObject({
    measures: ['orders'],
    filters: [{ dimension: 'customer', op: 'is' }],
  });
});

test('another figure of the month that leads is of that month', async () => {
  const [ranking, orders] = await reads(
    'Which month had the highest revenue in 2025? How many orders were there?',
  );
  expect(ranking).toMatchObject(monthly({ measures: ['revenue'] }));
  expect(orders).toMatchObject(sales({ measures: ['orders'], period: expect.stringMatching(/^2025-\d\d$/) }));
});

test.each([
  'Which region leads this year and by how much?',
  'Which region sold most this year, and by how much did it beat the second?',
  'Which region sold most this year? By how much more than the next?',
])('%j sets the first two against each other', async (question) => {
  const last = (await reads(question)).at(-1);
  expect(last?.args.filters).toMatchObject([
    { dimension: 'region', op: 'is', values: [{}, {}].map(() => expect.any(String)) },
  ]);
});

test('how many there are is told beside whose they are', async () => {
  const [number, whose] = await reads(
    'How many late purchase orders are there, and which suppliers are they from?',
  );
  expect(number).toMatchObject(bought({ measures: ['late_orders'] }));
  expect(whose).toMatchObject(bought({ measures: ['late_orders'], dimensions: ['supplier'] }));
});

test('each place that is asked about by itself has an answer of its own', async () => {
  expect(await reads('Is anything out of stock in Northgate? What about Southport?')).toMatchObject([
    stock({ filters: is('warehouse', 'Northgate') }),
    stock({ filters: is('warehouse', 'Southport') }),
  ]);
});

test('a figure without a time is told beside how it moves', async () => {
  const [rate, course] = await reads('What is our return rate, and is it growing?');
  expect(rate).toMatchObject(sales({ measures: ['return_rate'] }));
  expect(course).toMatchObject(monthly({ measures: ['return_rate'] }));
});

test('a mean by week is set against last year as a whole', async () => {
  const asked = await reads('How many orders do we get per week, and is that more than last year?');
  expect(asked.length).toBeGreaterThan(1);
  expect(asked.slice(1).filter(({ args }) => 'grain' in args)).toEqual([]);
});

test('a half that says nothing new is refused', async () => {
  expect(await reads('Which warehouse holds the most stock, and which ships the most?')).toEqual([]);
});

test.each(['Do we sell more Bikes or Helmets, and which has the better margin?'])(
  '%j is of the two in both halves',
  async (question) => {
    const last = (await reads(question)).at(-1);
    expect(last).toMatchObject(sales({ measures: ['margin_rate'], dimensions: ['category'] }));
  },
);

test('which of two sells more is of the two', async () => {
  const last = (await reads('Are Bikes more profitable than Helmets? And which sells more?')).at(-1);
  expect(last).toMatchObject(sales({ measures: ['revenue'], dimensions: ['category'] }));
});

test('the other half of what grows is of all, and not of those that grew', async () => {
  const last = (await reads('Which channel is growing, and which is the most profitable?')).at(-1);
  expect(last).toMatchObject(sales({ dimensions: ['channel'] }));
  expect(last?.args).not.toHaveProperty('filters');
});

test('the best of each stay those by another figure', async () => {
  const last = (
    await reads('What was the best product in each category last month, and how much margin did it make?')
  ).at(-1);
  expect(last?.args.filters).toMatchObject([{ dimension: 'product', op: 'is' }]);
});

test('what drove the best month is told of that month', async () => {
  const last = (await reads('When was our best month last year, and what drove it?')).at(-1);
  expect(last).toMatchObject(compared({ period: expect.stringMatching(/^2025-\d\d$/) }));
});

test('the biggest of what was counted is by its own figure', async () => {
  const asked = await reads('How many suppliers do we have, and which is the biggest?');
  expect(asked).toContainEqual(
    expect.objectContaining(
      bought({ measures: ['ordered_value'], dimensions: ['supplier'], orderBy: expect.anything() }),
    ),
  );
});

test.each([
  'Did we sell more Bikes or Helmets last month, and by how much?',
  'Did we sell more Bikes or Helmets last month? By how much?',
])('%j tells how far they are apart', async (question) => {
  expect((await askAnalyst([question])).at(-1)?.text).toContain('The difference is');
});

test('which ones they are is told by name', async () => {
  const last = (await reads('How much stock of Bikes do we have? Which ones?')).at(-1);
  expect(last).toMatchObject(stock({ dimensions: ['product'], filters: is('category', 'Bikes') }));
});
