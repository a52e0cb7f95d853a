import { expect, test } from 'vitest';
import { askAnalyst } from '../test-analyst.ts';
import { withNames } from '../test-company.ts';
import { bought, is, readsOf, sales, stock } from '../test-reads.ts';

/** A company that sells to consumers, in three places and two ways. */
const run = withNames(
  ['customer_segment', 'Consumer'],
  ['customer_segment', 'Home Office'],
  ['channel', 'Phone'],
  ['channel', 'Store'],
  ['category', 'Bikes'],
  ['subcategory', 'Printers'],
  ['customer', 'Rose Knox'],
);
const period = 'last month';
const revenue = { measures: ['revenue'], period };

test.each<[string, object]>([
  ['consumer sales last month', sales({ ...revenue, filters: is('customer_segment', 'Consumer') })],
  ['revenue from consumers last month', sales({ ...revenue, filters: is('customer_segment', 'Consumer') })],
  [
    'do home office customers buy more bikes than consumers last month?',
    sales({
      ...{ ...revenue, dimensions: ['customer_segment'] },
      filters: [...is('customer_segment', 'Home Office', 'Consumer'), ...is('category', 'Bikes')],
    }),
  ],
  [
    'does Northgate sell more bikes than Southport last month?',
    sales({
      ...{ ...revenue, dimensions: ['warehouse'] },
      filters: [...is('warehouse', 'Northgate', 'Southport'), ...is('category', 'Bikes')],
    }),
  ],
  [
    'who spends more on bikes, consumers or home office?',
    sales({
      ...{ measures: ['revenue'], dimensions: ['customer_segment'] },
      filters: [...is('category', 'Bikes'), ...is('customer_segment', 'Consumer', 'Home Office')],
    }),
  ],
  [
    'how much do we sell the Road Bike for?',
    sales({ measures: ['average_price'], filters: is('product', 'Road Bike') }),
  ],
  [
    'which helmet sizes are available in Northgate?',
    stock({ measures: ['on_hand'], dimensions: ['product'] }),
  ],
  [
    'where is the Road Bike available?',
    stock({ measures: ['available'], dimensions: ['warehouse'], filters: is('product', 'Road Bike') }),
  ],
  [
    'where can I find the Road Bike?',
    stock({ measures: ['available'], dimensions: ['warehouse'], filters: is('product', 'Road Bike') }),
  ],
  ['revenue of the Northgate store last month', sales({ ...revenue, filters: is('warehouse', 'Northgate') })],
  [
    'cost of goods purchased by category last month',
    bought({ measures: ['ordered_value'], dimensions: ['category'], period }),
  ],
  [
    'how many times did Rose Knox order last month?',
    sales({ measures: ['orders'], period, filters: is('customer', 'Rose Knox') }),
  ],
])('"%s" is read as asked', async (question, read) => {
  expect((await readsOf([question], run))[0]).toMatchObject(read);
});

test('a product is no longer sold where its state says so, whatever was sold of it before', async () => {
  const [read] = await readsOf(['is the Road Bike still sold?'], run);
  expect(read).toMatchObject({
    name: 'query_inventory',
    args: { dimensions: ['product', 'product_status'] },
  });
});

test('what has run out and is on order is bound by both', async () => {
  const [read] = await readsOf(['which products are out of stock but still on order?'], run);
  expect(read?.args.having).toEqual([
    { measure: 'out_of_stock', op: 'above', value: 0 },
    { measure: 'on_order', op: 'at_least', value: 1 },
  ]);
});

test.each([
  ['which Helmets sell best with Bikes?', /with Bikes/],
  ['how many orders included more than one item?', /single customer orders/],
  ['what do our best customers buy?', /our best customers/],
  ['what did our biggest customer buy last year?', /our biggest customer/],
  ['what share of consumers bought Bikes last year?', /share of consumers bought bikes/i],
])('"%s" is refused by what no figure tells', async (question, said) => {
  const [turn] = await askAnalyst([question], run);
  expect(turn?.text).toMatch(said);
});

test.each([
  [
    ['what did Rose Knox buy last month?', 'how much did she spend altogether?'],
    sales({ measures: ['revenue'], period, filters: is('customer', 'Rose Knox') }),
  ],
  [
    ['top 3 customers by revenue last month', 'revenue of the second one in Bikes', 'and in Gloves?'],
    sales({ ...revenue, filters: [...is('customer', 'Customer 1'), ...is('category', 'Gloves')] }),
  ],
  [
    ['stock of the Road Bike by warehouse', 'how long will they last?'],
    stock({ measures: ['days_of_cover'], dimensions: ['warehouse'], filters: is('product', 'Road Bike') }),
  ],
  [
    ['stock of Bikes', 'which are below the reorder point?'],
    { name: 'get_reorder_recommendations', args: { filters: is('category', 'Bikes') } },
  ],
])('%j keeps who, what and where it is about', async (questions, read) => {
  expect((await readsOf(questions, run))[0]).toMatchObject(read);
});
