import { describe, expect, test } from 'vitest';
import { askAnalyst } from '../test-analyst.ts';
import { is, moved, reads, sales, stock } from '../test-reads.ts';

describe('what every figure would leave out is refused', () => {
  test.each([
    'which items have been out of stock for more than 10 days?',
    'which products went out of stock last week?',
    'ratio of Bikes to Helmets revenue last month',
    'rank of Europe by revenue last year',
    'average stock value per product by category',
    'open orders by supplier with expected date',
    'stock at the beginning of October',
    'which region fell the least last month?',
    'which five suppliers got the most of our money this year per order',
    'how many products do customers buy per order?',
    'how much did we sell on average last month?',
    'revenue of our own brands last month',
    'brands with only two products',
    'which customers buy from only one brand?',
    'number of days with sales last month',
    'revenue of the other brands last month',
    'products in only one warehouse',
    'which products sold in more than three regions?',
    'which suppliers deliver to several warehouses?',
    'which products are out of stock in every warehouse?',
    'revenue by region and type',
    'revenue of each kind',
    'how many brands per category?',
    'number of regions by channel',
    'orders with only one item',
    'which warehouse has the most slow stock?',
    'products added this year',
    'how many products did we add this year?',
    'related products of City Helmet',
    'new class A products',
    'forecast of large orders next month',
    'stock at the beginning and end of October by category',
    'how many times was the City Helmet out of stock last quarter?',
    "how much did last year's customers spend this year?",
    'what did the customers of 2024 spend in 2025?',
  ])('%s', async (question) => {
    const [turn] = await askAnalyst([question]);
    expect(turn?.text).toContain('I do not know what to make of');
    expect(turn?.calls.filter(({ name }) => name !== 'search_catalog')).toEqual([]);
  });
});

describe('what no record here tells is not told by what has its words', () => {
  test.each([
    ['open sales orders by warehouse', 'state of single customer orders'],
    ['any late sales orders?', 'state of single customer orders'],
    ['sales not yet delivered', 'state of single customer orders'],
    ['cancelled sales last month', 'state of single customer orders'],
    [
      'how many orders did we deliver on time last month?',
      'record of when orders of customers were to be shipped',
    ],
    ['highest order value last month', 'figures of single customer orders'],
    ['revenue owed to us', 'data about invoices or payments'],
    ['who are our slowest paying customers?', 'data about invoices or payments'],
    ['revenue including shipping last month', 'record of what shipping costs'],
    ['number of orders with free shipping', 'record of what shipping costs'],
    ['top 3 vendors by number of rejected orders this year', 'number of orders that were rejected'],
    ['how much should we expect to buy over the next three months?', 'way to foretell what we buy'],
    ['sales forecast by quarter', 'way to tell a forecast by quarter'],
    ['which product will be the forecast lowest next month', 'way to rank a forecast the other way round'],
    ['forecast revenue from new customers next month', 'forecast'],
    ['what should I reorder in March 2024', 'way to tell what is to be reordered at another time than now'],
    ['what should I reorder each month', 'way to tell what is to be reordered at another time than now'],
    [
      'what should we reorder that is out of stock?',
      'way to put "out of stock" beside the list of what to reorder',
    ],
    ['what should we reorder compared with last year', 'way to compare the list of what to reorder'],
    ['slow movers last year', 'way to tell the list of slow movers of 2025'],
    ['slow movers with the least stock value', 'way to sort the list of slow movers the other way round'],
    ['open purchase orders compared with last year', 'way to compare this list with another time'],
    ['does revenue include tax?', 'record of taxes'],
    ['revenue collected last month', 'data about invoices or payments'],
  ])('%s', async (question, missing) => {
    const [turn] = await askAnalyst([question]);
    expect(turn?.text).toContain(`I have no ${missing}`);
    expect(turn?.calls.filter(({ name }) => name !== 'search_catalog')).toEqual([]);
  });
});

test.each([
  'customers with only one order last month',
  'customers with one order last month',
  'how many customers placed just one order last month?',
  'customers who bought only once last month',
])('"%s" has no more than one, and no fewer', async (question) => {
  const exactly = (op: string) => ({ measure: 'orders', op, value: 1 });
  const [read] = await reads(question);
  expect(read?.args).toMatchObject({
    having: [exactly('at_least'), exactly('at_most')],
    dimensions: ['customer'],
  });
});

test.each([
  ['what should I reorder this week?', 'get_reorder_recommendations'],
  ['which products fell below their reorder point?', 'get_reorder_recommendations'],
  ['slow movers today', 'find_slow_movers'],
  ['slow movers with the most stock value', 'find_slow_movers'],
  ['how many units are reserved for customer orders that are not yet shipped?', 'query_inventory'],
  ['our own stock by warehouse', 'query_inventory'],
  ['how many open orders do we have?', 'get_purchase_orders'],
  ['how many units were rejected this year?', 'get_purchase_orders'],
])('"%s" leaves nothing out', async (question, tool) => {
  expect((await reads(question))[0]?.name).toBe(tool);
});

test('a word that a list would leave out is said', async () => {
  const turns = await askAnalyst(['how many products did we sell last month?', 'which ones were new?']);
  expect(turns.at(-1)?.text).toContain('"new"');
});

const bounded = (measure: string, op: string, value: number, dimension: string, period?: string) =>
  stock({
    measures: [measure],
    dimensions: [dimension],
    ...(period !== undefined && { period }),
    orderBy: { by: measure, direction: /below|most/.test(op) ? 'asc' : 'desc' },
    having: [{ measure, op, value }],
  });

test.each([
  ['which warehouses have less than 10 units?', bounded('on_hand', 'below', 10, 'warehouse')],
  ['warehouses with less than 1,000 units', bounded('on_hand', 'below', 1000, 'warehouse')],
  ['which subcategories have no stock?', bounded('on_hand', 'at_most', 0, 'subcategory')],
  [
    'which products were out of stock last week?',
    bounded('stock_out_days', 'above', 0, 'product', 'last week'),
  ],
  [
    'how many Bikes do we offer?',
    stock({ measures: ['stocked_products'], filters: is('category', 'Bikes') }),
  ],
  ['average list price of Bikes', stock({ measures: ['list_price'], filters: is('category', 'Bikes') })],
  [
    'stock value and retail value by category',
    stock({ measures: ['stock_value', 'retail_value'], dimensions: ['category'] }),
  ],
  ['how many units have we sold YTD altogether?', sales({ measures: ['units'], period: 'year to date' })],
  ['sales up to March this year', sales({ measures: ['revenue'], period: '2026-01-01..2026-03-31' })],
])('"%s" is read as asked', async (question, expected) => {
  expect(await reads(question)).toContainEqual(expected);
});

test('what came in, after transfers, are those that came in', async () => {
  expect(await reads('transfers last month', 'incoming')).toContainEqual(
    moved({ measures: ['transferred_in'], period: 'last month' }),
  );
});

test('two names together, by month, are one line of both', async () => {
  const asked = ['units of City Helmet this year', 'and Road Bike', 'both together by month'];
  expect(await reads(...asked)).toContainEqual({
    name: 'get_sales_by_month',
    args: { period: 'year to date', measures: ['units'], filters: is('product', 'City Helmet', 'Road Bike') },
  });
});

test.each(['products with only one sale', 'what do customers usually buy with bikes?'])(
  '%j is of a part that no figure here keeps to',
  async (question) => {
    expect(await reads(question)).toEqual([]);
  },
);

test('goods that are gone in several warehouses are those of which as many lack', async () => {
  expect(await reads('what is out of stock in more than one warehouse?')).toEqual([
    stock({
      measures: ['out_of_stock'],
      dimensions: ['product'],
      orderBy: { by: 'out_of_stock', direction: 'desc' },
      having: [{ measure: 'out_of_stock', op: 'above', value: 1 }],
    }),
  ]);
});

test.each(['customers by region and type', 'number of customers per region and type'])(
  '"%s" splits by the kind of customer',
  async (question) => {
    expect((await reads(question))[0]?.args).toMatchObject({ dimensions: ['region', 'customer_segment'] });
  },
);

test.each([
  [['where are our suppliers based?'], 'where suppliers are'],
  [['spend by supplier country'], 'where suppliers are'],
  [['which suppliers did we order from last month?', 'where are they?'], 'where suppliers are'],
  [['top 3 products last month', 'who dropped out of the top 3?'], 'who came into a ranking or left it'],
])('%j asks for what no record tells', async (asked, missing) => {
  const turns = await askAnalyst(asked);
  expect(turns.at(-1)?.text).toContain(`I have no record of ${missing}`);
});
