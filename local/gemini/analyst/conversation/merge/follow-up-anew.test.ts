import { expect, test } from 'vitest';
import { bought, is, monthly, reads, sales, stock, top } from '../../test-reads.ts';

const five = ['top 5 products by revenue in Bikes last month'];
const byUnits = (period: string) =>
  sales({
    ...{ measures: ['units'], dimensions: ['product'], period, filters: is('category', 'Bikes') },
    ...top('units', 5),
  });

test.each<[string[], object]>([
  [[...five, 'And what does the top 5 look like by units?'], byUnits('last month')],
  [[...five, 'ranked by units, what does the top five look like?'], byUnits('last month')],
  [[...five, 'who would the top 5 be in terms of units?'], byUnits('last month')],
  [[...five, 'and what does the top 5 look like by units?', 'same list for September'], byUnits('2026-09')],
  [
    ['top 2 categories by revenue last month', 'what did the top 2 look like last year?'],
    sales({ measures: ['revenue'], dimensions: ['category'], period: 'last year', ...top('revenue', 2) }),
  ],
])('%j ranks all of them anew', async (questions, call) => {
  expect(await reads(...questions)).toEqual([call]);
});

test('what is asked of the first of a ranking over time stays theirs', async () => {
  expect(await reads('top 2 categories by revenue last month', 'how did the top 2 do in June?')).toEqual([
    sales({
      ...{ measures: ['revenue'], dimensions: ['category'], period: '2026-06' },
      ...{ filters: is('category', 'Bikes', 'Helmets'), orderBy: { by: 'revenue', direction: 'desc' } },
    }),
  ]);
});

test.each<[string[], object]>([
  [
    ['top 2 categories by revenue last month', 'how many units did we sell of each of them in that time?'],
    sales({
      ...{ measures: ['units'], dimensions: ['category'], period: 'last month' },
      filters: is('category', 'Bikes', 'Helmets'),
    }),
  ],
  [
    ['top 2 categories by revenue last month', 'and the profit they made over that period?'],
    sales({
      ...{ measures: ['gross_margin'], dimensions: ['category'], period: 'last month' },
      filters: is('category', 'Bikes', 'Helmets'),
    }),
  ],
])('%j has a row for each', async (questions, call) => {
  expect(await reads(...questions)).toEqual([call]);
});

test.each([
  'What share of the units they delivered did we reject?',
  'what percentage of what they shipped was rejected?',
  'what proportion of the goods they supplied did we send back?',
])('"%s" is the rejection rate of each supplier', async (question) => {
  const [call] = await reads('which two suppliers did we spend most with this year?', question);
  expect(call).toMatchObject(bought({ measures: ['rejection_rate'], dimensions: ['supplier'] }));
});

test.each(['and what does one cost us?', 'and what do we pay for one?', 'and how much does it cost us?'])(
  'after a price "%s" asks for the cost of one unit',
  async (question) => {
    const of = (...measures: string[]) => [stock({ measures, filters: is('product', 'City Helmet') })];
    expect(await reads('What is the list price of the City Helmet?', question)).toEqual(of('unit_cost'));
    const both = await reads(`What is the list price of the City Helmet, ${question}`);
    expect(both).toEqual(of('list_price', 'unit_cost'));
  },
);

test('after a cost "what do we sell it for?" asks for the price', async () => {
  const calls = await reads('What does the City Helmet cost us, and what do we sell it for?');
  expect(calls).toContainEqual(stock({ measures: ['unit_cost'], filters: is('product', 'City Helmet') }));
  expect(calls).toContainEqual(sales({ measures: ['average_price'], filters: is('product', 'City Helmet') }));
});

const both = monthly({
  period: '2026-08-01..2026-09-30',
  measures: ['orders'],
  filters: is('channel', 'Online'),
});

test.each([
  [['sales of Online in September', 'and compared with August?', 'Show me the orders for the two months']],
  [['sales of Online in September', 'and in August?', 'number of orders for both months']],
])('%j is asked of both times, and of what was named', async (questions) => {
  expect(await reads(...questions)).toEqual([both]);
});

test('both times are those of a comparison with the year before', async () => {
  const asked = ['sales in Q3', 'compared with the same quarter last year', 'orders in those two quarters?'];
  expect(await reads(...asked)).toEqual([
    sales({ measures: ['orders'], period: 'Q3 2026' }),
    sales({ measures: ['orders'], period: 'Q3 2025' }),
  ]);
});
