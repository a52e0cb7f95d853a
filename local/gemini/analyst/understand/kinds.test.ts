import { expect, test } from 'vitest';
import { askAnalyst } from '../test-analyst.ts';
import { withNames } from '../test-company.ts';
import { bought, is, readsOf, sales, top } from '../test-reads.ts';

/** A company that tells kinds of customers apart. */
const run = withNames(
  ['customer_segment', 'Cafés'],
  ['customer_segment', 'Restaurants'],
  ['channel', 'Phone'],
  ['region', 'Europe'],
  ['category', 'Bikes'],
);
const period = 'last month';
const ofCafes = is('customer_segment', 'Cafés');
const byBuyer = { dimensions: ['customer'], period };
const bound = (measure: string, op: string, value: number) => ({ measure, op, value });
const from = (measure: string, direction = 'desc') => ({ orderBy: { by: measure, direction } });

test.each<[string, object]>([
  [
    'how many cafés spent more than 10,000 last month?',
    sales({
      ...{ measures: ['revenue'], ...byBuyer, filters: ofCafes, ...from('revenue') },
      having: [bound('revenue', 'above', 10000)],
    }),
  ],
  [
    'restaurants under 500 last month',
    sales({
      ...{ measures: ['revenue'], ...byBuyer, filters: is('customer_segment', 'Restaurants') },
      ...{ ...from('revenue', 'asc'), having: [bound('revenue', 'below', 500)] },
    }),
  ],
  [
    'restaurants with more than 20 orders last month',
    sales({
      ...{ measures: ['orders'], ...byBuyer, filters: is('customer_segment', 'Restaurants') },
      ...{ ...from('orders'), having: [bound('orders', 'above', 20)] },
    }),
  ],
  [
    'best café last month',
    sales({ measures: ['revenue'], ...byBuyer, filters: ofCafes, ...top('revenue', 10) }),
  ],
  [
    'which café bought the most bikes last month?',
    sales({
      ...{ measures: ['revenue'], ...byBuyer, ...top('revenue', 10) },
      filters: [...ofCafes, ...is('category', 'Bikes')],
    }),
  ],
  [
    'top café in each region last month',
    sales({
      ...{ measures: ['revenue'], dimensions: ['customer', 'region'], period, filters: ofCafes },
      ...{ ...top('revenue', 1), limitPer: 'region' },
    }),
  ],
  [
    'which region has the most cafés?',
    sales({ measures: ['customers'], dimensions: ['region'], filters: ofCafes, ...from('customers') }),
  ],
  [
    'how many cafés are in Europe?',
    sales({ measures: ['customers'], filters: [...ofCafes, ...is('region', 'Europe')] }),
  ],
  [
    'how many customers bought more than 5 bikes last month?',
    sales({
      ...{ measures: ['revenue', 'units'], ...byBuyer, filters: is('category', 'Bikes') },
      ...{ ...from('revenue'), having: [bound('units', 'above', 5)] },
    }),
  ],
  [
    'customers buying at least 5 different products last month',
    sales({
      ...{ measures: ['products_sold'], ...byBuyer, ...from('products_sold') },
      having: [bound('products_sold', 'at_least', 5)],
    }),
  ],
  [
    'customers above 200k last month',
    sales({
      ...{ measures: ['revenue'], ...byBuyer, ...from('revenue') },
      having: [bound('revenue', 'above', 200000)],
    }),
  ],
  [
    'customers between 2 and 3 million last month',
    sales({
      ...{ measures: ['revenue'], ...byBuyer, ...from('revenue') },
      having: [bound('revenue', 'at_least', 2e6), bound('revenue', 'at_most', 3e6)],
    }),
  ],
  [
    'customers with exactly 2 orders last month',
    sales({
      ...{ measures: ['orders'], ...byBuyer, ...from('orders') },
      having: [bound('orders', 'at_least', 2), bound('orders', 'at_most', 2)],
    }),
  ],
  [
    'customers who ordered more than 10 times last month',
    sales({
      ...{ measures: ['orders'], ...byBuyer, ...from('orders') },
      having: [bound('orders', 'above', 10)],
    }),
  ],
  [
    'how much did phone customers spend on average last month?',
    sales({ measures: ['revenue', 'customers'], period, filters: is('channel', 'Phone') }),
  ],
  [
    'number of suppliers per warehouse',
    bought({ measures: ['active_suppliers'], dimensions: ['warehouse'] }),
  ],
])('"%s" is of each customer, or of their number', async (question, expected) => {
  expect(await readsOf([question], run)).toContainEqual(expected);
});

test('a ranking that is turned round has the same rows', async () => {
  const calls = await readsOf(['top 2 categories by revenue last month', 'sorted ascending'], run);
  expect(calls[0]?.args).toMatchObject({
    filters: [{ dimension: 'category', op: 'is' }],
    orderBy: { by: 'revenue', direction: 'asc' },
  });
});

test.each([
  'customers with only bikes last month',
  'Bikes and Helmets vs Gloves and Lamps last month',
  'average order value per customer last month',
  'which categories grew by more than 1000 units last month?',
  'smallest decline by category last month',
  'second biggest growth by category last month',
])('"%s" is refused: no figure here tells it', async (question) => {
  const [turn] = await askAnalyst([question], run);
  expect(turn?.text).toMatch(/^I (?:do not know|have no)/);
  expect(turn?.calls.filter(({ name }) => name !== 'search_catalog')).toEqual([]);
});
