import { expect, test } from 'vitest';
import { is, monthly, reads, sales, stock } from '../../test-reads.ts';

const some = (args: object) => expect.objectContaining(args);

test.each([
  'Bikes versus Helmets last month. Which one has the higher margin rate?',
  'Bikes versus Helmets last month. Who has the better margin rate?',
])('%j is asked of the two', async (question) => {
  expect((await reads(question)).at(-1)).toEqual(
    sales(
      some({ measures: ['margin_rate'], period: 'last month', filters: is('category', 'Bikes', 'Helmets') }),
    ),
  );
});

test('which of two was higher is told with their figures', async () => {
  expect(await reads('Average order value of Online and Retail in October, and which was higher?')).toEqual([
    sales(some({ measures: ['average_order_value'], dimensions: ['channel'] })),
  ]);
});

test('what a leader had in another time is that of the leader', async () => {
  const [first, other] = await reads(
    'Which category sold most in October, and how does that compare with September?',
  );
  expect(first).toMatchObject(sales({ dimensions: ['category'], period: '2026-10' }));
  expect(other?.args.filters).toMatchObject([{ dimension: 'category', op: 'is' }]);
});

test('the leader by a quotient is the row with the lowest one', async () => {
  const [rows, own] = await reads(
    'Which channel has the lowest units per order, and what does it sell most?',
  );
  expect(rows).toMatchObject(sales({ measures: ['units', 'orders'], dimensions: ['channel'] }));
  expect(own?.args.filters).toMatchObject([{ dimension: 'channel', op: 'is' }]);
});

test('money that is tied up in what sold least is the value of its stock', async () => {
  const [, worth] = await reads(
    'What are the three slowest moving products this year, and how much money is tied up in them?',
  );
  expect(worth).toMatchObject(stock({ measures: ['stock_value'], period: 'today' }));
});

test('thanks before a question are no part of it', async () => {
  expect(await reads('Thanks! And how much did Bikes bring in last month?')).toMatchObject([
    sales({ measures: ['revenue'], period: 'last month', filters: is('category', 'Bikes') }),
  ]);
});

test('a list is in the order that the next sentence asks for', async () => {
  const lists = await reads('What should we reorder? Sort by what it costs.');
  expect(new Set(lists.map(({ args }) => args.orderBy))).toEqual(new Set(['cost']));
});

const both = is('category', 'Bikes', 'Helmets');
const apart = 'Bikes vs Helmets last month';

test.each([
  [
    [apart, 'which has the best margin?'],
    sales({ measures: ['margin_rate'], dimensions: ['category'], period: 'last month', filters: both }),
  ],
  [
    [apart, 'and which one sells more units?'],
    sales({ measures: ['units'], dimensions: ['category'], period: 'last month', filters: both }),
  ],
  [
    [apart, 'which had the highest margin rate?', 'and which sold fewer units?'],
    sales({ measures: ['units'], dimensions: ['category'], period: 'last month', filters: both }),
  ],
  [
    ['revenue by month this year', 'which had the best margin?'],
    monthly({ measures: ['margin_rate'], period: 'year to date' }),
  ],
])('%j: what was told is asked about, and no product', async (questions, expected) => {
  const [read] = await reads(...questions);
  expect(read).toMatchObject(expected);
});

test('months of a running year are asked about in that time, by the figure that is named', async () => {
  const [read] = await reads('revenue by month this year', 'and which one sells more units?');
  expect(read).toMatchObject(monthly({ measures: ['units'], period: 'year to date' }));
});
