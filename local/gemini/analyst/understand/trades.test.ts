import { expect, test } from 'vitest';
import { askAnalyst } from '../test-analyst.ts';
import { withNames } from '../test-company.ts';
import { bought, is, monthly, readsOf, sales, stock, top } from '../test-reads.ts';

/** A company whose products are called like the words of questions, and like its channels and regions. */
const run = withNames(
  ['region', 'North'],
  ['channel', 'Shop'],
  ['channel', 'Schools & Libraries'],
  ['customer_segment', 'School'],
  ['category', 'Children'],
  ['subcategory', 'Board Books'],
  ['supplier', 'Olive Branch'],
  ['product', 'Voices from the North'],
  ['product', 'Into the North'],
  ['product', 'The Day the Shop Closed'],
  ['product', 'The Last Summer'],
  ['product', 'Returns'],
  ['product', 'March'],
  ['product', 'Slow Movers'],
  ['product', 'Out of Stock'],
);
const lastMonth = { period: 'last month' };
const soldOf = (name: string) => sales({ measures: ['units'], ...lastMonth, filters: is('product', name) });

test.each<[string[], object]>([
  // A whole name, without its article or in the singular, comes before a part of a longer one.
  [
    ['revenue in the North last month'],
    sales({ measures: ['revenue'], ...lastMonth, filters: is('region', 'North') }),
  ],
  [
    ['revenue in the shops last month'],
    sales({ measures: ['revenue'], ...lastMonth, filters: is('channel', 'Shop') }),
  ],
  [
    ['which 10 schools bought the most last month?'],
    sales({
      ...{ measures: ['revenue'], dimensions: ['customer'], ...lastMonth, ...top('revenue', 10) },
      filters: is('customer_segment', 'School'),
    }),
  ],
  // What is counted "of" something is units of it.
  [['how many copies of The Last Summer have we sold last month'], soldOf('The Last Summer')],
  [['how many reels of City Helmet did we sell last month?'], soldOf('City Helmet')],
  [['number of jars of City Helmet sold last month'], soldOf('City Helmet')],
  [
    ['how many reels of City Helmet do we have?'],
    stock({ measures: ['on_hand'], filters: is('product', 'City Helmet') }),
  ],
  [
    ['how many gloves of Acme Supply did we sell last month?'],
    sales({
      ...{ measures: ['units'], ...lastMonth },
      filters: [...is('supplier', 'Acme Supply'), ...is('category', 'Gloves')],
    }),
  ],
  [
    ['how many customers of City Helmet did we have last month?'],
    sales({ measures: ['customers'], ...lastMonth, filters: is('product', 'City Helmet') }),
  ],
  // Words of questions are names where a name stands.
  [['how many copies of Returns did we sell last month?'], soldOf('Returns')],
  [['how many of Returns did we sell last month?'], soldOf('Returns')],
  [
    ['how many of March did we sell in March'],
    sales({ measures: ['units'], period: '2026-03', filters: is('product', 'March') }),
  ],
  [
    ['Slow Movers sales last month'],
    sales({ measures: ['revenue'], ...lastMonth, filters: is('product', 'Slow Movers') }),
  ],
  [
    ['our stock of Out of Stock in each warehouse'],
    stock({ measures: ['on_hand'], dimensions: ['warehouse'], filters: is('product', 'Out of Stock') }),
  ],
  [['is March in stock?'], stock({ measures: ['on_hand'], filters: is('product', 'March') })],
  [['revenue in March'], sales({ measures: ['revenue'], period: '2026-03' })],
  // A place of sale splits by where goods lie.
  [
    ['rank the weekdays by store sales, last month'],
    sales({
      ...{ measures: ['revenue'], dimensions: ['weekday'], ...lastMonth, filters: is('channel', 'Retail') },
      orderBy: { by: 'revenue', direction: 'desc' },
    }),
  ],
  [
    ['which account returns the most units last month'],
    sales({
      measures: ['returned_units'],
      dimensions: ['customer'],
      ...lastMonth,
      ...top('returned_units', 10),
    }),
  ],
  [['revenue by shop last month'], sales({ measures: ['revenue'], dimensions: ['warehouse'], ...lastMonth })],
  [
    ['revenue per outlet last month'],
    sales({ measures: ['revenue'], dimensions: ['warehouse'], ...lastMonth }),
  ],
  [
    ['revenue by shop vs online last month'],
    sales({ measures: ['revenue'], ...lastMonth, filters: is('channel', 'Shop', 'Online') }),
  ],
  [['how many helmets of Road Bike have we sold last month?'], soldOf('Road Bike')],
  [
    ['revenue of March in March'],
    sales({ measures: ['revenue'], period: '2026-03', filters: is('product', 'March') }),
  ],
  [
    ['how many late orders do we have with each wholesaler?'],
    bought({ measures: ['late_orders'], dimensions: ['supplier'] }),
  ],
  [
    ["revenue of children's books last month"],
    sales({ measures: ['revenue'], ...lastMonth, filters: is('category', 'Children') }),
  ],
  [
    ['which 3 titles of Helmets had the highest return rate last month?'],
    sales({ measures: ['return_rate'], dimensions: ['product'], ...top('return_rate', 3) }),
  ],
  [
    ['which shop sold the most last month?'],
    sales({ measures: ['revenue'], dimensions: ['warehouse'], ...lastMonth }),
  ],
  [
    ['revenue of City Helmet by store and month this year'],
    monthly({ measures: ['revenue'], dimension: 'warehouse' }),
  ],
  [
    ['revenue of Olive Branch last month'],
    sales({ measures: ['revenue'], ...lastMonth, filters: is('supplier', 'Olive Branch') }),
  ],
  [['stock value of our branches'], stock({ measures: ['stock_value'], dimensions: ['warehouse'] })],
  [
    ['stock of City Helmet in each branch'],
    stock({ measures: ['on_hand'], dimensions: ['warehouse'], filters: is('product', 'City Helmet') }),
  ],
])('%j reads what was meant', async (questions, read) => {
  const [first] = await readsOf(questions, run);
  expect(first).toMatchObject(read);
});

test.each([
  'how many readers of City Helmet do we have?',
  'revenue by store size last month',
  'which brands on the shelf did not sell last month?',
  'how many kilos of City Helmet did we sell last month?',
])('"%s" gets no figure', async (question) => {
  expect(await readsOf([question], run)).toEqual([]);
});

test('what was counted as units is told', async () => {
  const [turn] = await askAnalyst(['how many reels of City Helmet did we sell last month?'], run);
  expect(turn?.text).toContain('I counted "reels" as units.');
});
