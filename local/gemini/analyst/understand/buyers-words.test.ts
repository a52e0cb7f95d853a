import { expect, test } from 'vitest';
import { bought, is, reads, sales, stock } from '../test-reads.ts';

/** Plain verbs and times that were read as something else. */
test.each<[string, object]>([
  [
    'what do customers in Europe spend per order last month?',
    sales({ measures: ['average_order_value'], period: 'last month', filters: is('region', 'Europe') }),
  ],
  [
    'Bikes: who bought one last month?',
    sales(expect.objectContaining({ dimensions: ['customer'], filters: is('category', 'Bikes') })),
  ],
  [
    'how late were the deliveries of Acme Supply last month?',
    bought({
      ...{ measures: ['delivery_delay'], by: 'received', period: 'last month' },
      filters: is('supplier', 'Acme Supply'),
    }),
  ],
  [
    'how much Bikes did Retail buy last month?',
    sales(expect.objectContaining({ measures: ['revenue'], period: 'last month' })),
  ],
  [
    'which Helmets are below 20 units?',
    stock(expect.objectContaining({ having: [{ measure: 'on_hand', op: 'below', value: 20 }] })),
  ],
  [
    'revenue last winter vs the one before',
    sales({ measures: ['revenue'], period: '2025-12-01..2026-02-28' }),
  ],
])('"%s" reads what was meant', async (question, expected) => {
  expect((await reads(question))[0]).toEqual(expected);
});

test('"last December vs the one before" is set against that of the year before', async () => {
  const read = await reads('revenue last December vs the one before');
  expect(read.map(({ args }) => args.period)).toEqual(['2025-12', '2024-12']);
});

test.each([
  'which products did we receive less of than ordered last month?',
  'how many customers bought Bikes this season?',
  "what is new customers' revenue by month?",
])('"%s" is refused', async (question) => {
  expect(await reads(question)).toEqual([]);
});

test.each<[string[], object]>([
  // One figure that was narrowed to a place.
  [['revenue of Bikes in Europe last month', 'and in total?'], { filters: is('category', 'Bikes') }],
  [['revenue of Bikes in Europe last month', 'and overall?'], { filters: is('category', 'Bikes') }],
  // What the buyers paid is no cost of ours.
  [['units of Bikes sold last month', 'what did that cost them?'], { measures: ['revenue'] }],
  [['returns last month', 'from whom?'], { measures: ['returns'], dimensions: ['customer'] }],
])('%j goes on as meant', async (questions, expected) => {
  const [read] = await reads(...questions);
  expect(read?.args).toMatchObject(expected);
});

test('"customers of Bikes products" are split by customer alone', async () => {
  const [read] = await reads('biggest customers of Bikes products last month');
  expect(read?.args).toMatchObject({ dimensions: ['customer'], filters: is('category', 'Bikes') });
});

test('"and the lowest?", after the three highest, are as many', async () => {
  const [read] = await reads('top 3 products by revenue last month', 'and the lowest?');
  expect(read?.args).toMatchObject({ orderBy: { by: 'revenue', direction: 'asc' }, limit: 3 });
});

test('a day of last year is that day', async () => {
  const [read] = await reads('revenue on 5 March last year');
  expect(read?.args).toMatchObject({ period: '2025-03-05' });
});

test('"how much of it was returned" is told by what came back', async () => {
  const [read] = await reads('how much of the Bikes was returned last month?');
  expect(read?.args).toMatchObject({ measures: ['returns'], filters: is('category', 'Bikes') });
});

test('which place has the most of a figure that was narrowed is asked of the same goods and time', async () => {
  const [read] = await reads('revenue of Bikes last month', 'which region has the highest revenue?');
  expect(read?.args).toMatchObject({
    ...{ dimensions: ['region'], period: 'last month' },
    filters: is('category', 'Bikes'),
  });
  const [ofAll] = await reads('revenue of Bikes last month', 'which of our regions has the highest revenue?');
  expect(ofAll?.args).not.toHaveProperty('filters');
});

test('"why are sales up on last year" sets this year against the same days', async () => {
  const [read] = await reads('why are Bikes sales up so much on last year?');
  expect(read).toMatchObject({ name: 'compare_sales', args: { period: 'year to date' } });
});
