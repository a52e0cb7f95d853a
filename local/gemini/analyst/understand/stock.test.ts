import { expect, test } from 'vitest';
import { is, moved, reads, stock, top } from '../test-reads.ts';

test.each<[string, object]>([
  [
    'rank the DCs by days of supply',
    stock({
      measures: ['days_of_cover'],
      dimensions: ['warehouse'],
      orderBy: { by: 'days_of_cover', direction: 'desc' },
    }),
  ],
  ['run rate on Bikes, units/day?', stock({ measures: ['daily_demand'], filters: is('category', 'Bikes') })],
  // What is gone, in a place that is named as the one that lacks it.
  [
    'How many products is each site out of?',
    stock({ measures: ['out_of_stock'], dimensions: ['warehouse'] }),
  ],
  [
    "Which helmets can't Southport ship right now because nothing is available?",
    stock({
      ...{ measures: ['out_of_stock'], dimensions: ['product'] },
      filters: [...is('category', 'Helmets'), ...is('warehouse', 'Southport')],
      orderBy: { by: 'out_of_stock', direction: 'desc' },
      having: [{ measure: 'out_of_stock', op: 'above', value: 0 }],
    }),
  ],
  [
    'What came into Southport last month and what went out, in units?',
    moved({
      measures: ['units_in', 'units_out'],
      period: 'last month',
      filters: is('warehouse', 'Southport'),
    }),
  ],
  // What may be sold, what is held, what has lain.
  [
    'what have we got free to sell of City Helmet at Northgate',
    stock({
      measures: ['available'],
      filters: [...is('product', 'City Helmet'), ...is('warehouse', 'Northgate')],
    }),
  ],
  ['how many units are set aside for customer orders?', stock({ measures: ['reserved'] })],
  ['units in the building by category', stock({ measures: ['on_hand'], dimensions: ['category'] })],
  [
    'how many units do we have in total in Southport?',
    stock({ measures: ['on_hand'], filters: is('warehouse', 'Southport') }),
  ],
  [
    'total number of units in Southport',
    stock({ measures: ['on_hand'], filters: is('warehouse', 'Southport') }),
  ],
  ['how much stock is in Southp?', stock({ measures: ['on_hand'], filters: is('warehouse', 'Southport') })],
  [
    'Which subcategory has the most units that have been lying around for more than 180 days?',
    stock({
      measures: ['aged_units_180'],
      dimensions: ['subcategory'],
      orderBy: { by: 'aged_units_180', direction: 'desc' },
    }),
  ],
  [
    'units stored longer than three months by category',
    stock({ measures: ['aged_units_90'], dimensions: ['category'] }),
  ],
  ['money tied up in stock over a year old', stock({ measures: ['aged_value_365'] })],
  [
    'five most valuable products in stock',
    stock({ measures: ['stock_value'], dimensions: ['product'], ...top('stock_value', 5) }),
  ],
  [
    'what items have we run out of?',
    stock({
      measures: ['out_of_stock'],
      dimensions: ['product'],
      orderBy: { by: 'out_of_stock', direction: 'desc' },
      having: [{ measure: 'out_of_stock', op: 'above', value: 0 }],
    }),
  ],
  [
    'Which five products represent the highest value in stock?',
    stock({
      measures: ['stock_value', 'stock_value_share'],
      dimensions: ['product'],
      ...top('stock_value', 5),
    }),
  ],
  [
    'City Helmet, how many left and where',
    stock({ measures: ['on_hand'], dimensions: ['warehouse'], filters: is('product', 'City Helmet') }),
  ],
  [
    'For every depot, the number of out-of-stock days last month',
    stock({ measures: ['stock_out_days'], dimensions: ['warehouse'], period: 'last month' }),
  ],
  [
    'Number of distinct products kept per location',
    stock({ measures: ['stocked_products'], dimensions: ['warehouse'] }),
  ],
  // By how much stock moved, and what moved it, is in the movements.
  [
    'By how many units, net, has the stock moved since 2026-11-16?',
    moved({ measures: ['net_change'], period: '2026-11-16..2026-11-23' }),
  ],
  [
    'What moved in and out of Northgate stock last week, per movement type?',
    moved({
      measures: ['units_in', 'units_out'],
      dimensions: ['movement_type'],
      period: 'last week',
      filters: is('warehouse', 'Northgate'),
    }),
  ],
  [
    'Per depot, number of pieces lost or written off in the past six months',
    moved({ measures: ['shrinkage'], dimensions: ['warehouse'], period: 'last 6 months' }),
  ],
  ['what is about to run out?', { name: 'get_reorder_recommendations', args: {} }],
  [
    'how often did the stock turn in each warehouse last year?',
    stock({ measures: ['turnover'], dimensions: ['warehouse'], period: 'last year' }),
  ],
  [
    'which warehouse has the least days of supply?',
    stock({
      measures: ['days_of_cover'],
      dimensions: ['warehouse'],
      orderBy: { by: 'days_of_cover', direction: 'asc' },
    }),
  ],
  [
    'by how many units was the inventory adjusted last quarter?',
    { name: 'get_stock_movements', args: { measures: ['adjusted_units'], period: 'last quarter' } },
  ],
  [
    'transfers in and out by warehouse last month',
    {
      name: 'get_stock_movements',
      args: {
        measures: ['transferred_in', 'transferred_out'],
        dimensions: ['warehouse'],
        period: 'last month',
      },
    },
  ],
  [
    'for how many days is the stock of helmets sufficient?',
    stock({ measures: ['days_of_cover'], filters: is('category', 'Helmets') }),
  ],
  [
    'how much is our inventory of helmets worth?',
    stock({ measures: ['stock_value'], filters: is('category', 'Helmets') }),
  ],
  [
    'helmets per warehouse: quantity in stock and its value',
    stock({
      measures: ['on_hand', 'stock_value'],
      dimensions: ['warehouse'],
      filters: is('category', 'Helmets'),
    }),
  ],
  // What was not sold.
  [
    "How many of our stocked products didn't sell at all last month?",
    stock({ measures: ['unsold_products'], period: 'last month' }),
  ],
  [
    'number of products without sales last month by category',
    stock({ measures: ['unsold_products'], dimensions: ['category'], period: 'last month' }),
  ],
  [
    'which products in stock sold nothing last quarter?',
    stock({
      measures: ['unsold_units', 'unsold_value'],
      dimensions: ['product'],
      period: 'last quarter',
      orderBy: { by: 'unsold_units', direction: 'desc' },
      having: [{ measure: 'unsold_units', op: 'above', value: 0 }],
    }),
  ],
  [
    'what share of products had no sales last month?',
    stock({ measures: ['unsold_rate'], period: 'last month' }),
  ],
  [
    'number of SKUs in stock per category',
    stock({ measures: ['stocked_products'], dimensions: ['category'] }),
  ],
  ['Show inventory reorder recommendations', { name: 'get_reorder_recommendations', args: {} }],
  ['what should I reorder this week?', { name: 'get_reorder_recommendations', args: {} }],
  ["what's running low?", { name: 'get_reorder_recommendations', args: {} }],
  ['show me the stock status by warehouse', stock({ measures: ['on_hand'], dimensions: ['warehouse'] })],
  ['What is our stock value?', stock({ measures: ['stock_value'] })],
  ['How many products are out of stock?', stock({ measures: ['out_of_stock'] })],
  [
    'How much stock do we have of SKU-100?',
    stock({ measures: ['on_hand'], filters: is('product', 'City Helmet') }),
  ],
  [
    'stock in the Northgate warehouse',
    stock({ measures: ['on_hand'], filters: is('warehouse', 'Northgate') }),
  ],
  [
    'products with stock below 10',
    stock({
      measures: ['on_hand'],
      dimensions: ['product'],
      orderBy: { by: 'on_hand', direction: 'asc' },
      having: [{ measure: 'on_hand', op: 'below', value: 10 }],
    }),
  ],
  [
    'how many SKUs do we carry?',
    stock({ measures: ['on_hand'], dimensions: ['sku'], orderBy: { by: 'on_hand', direction: 'desc' } }),
  ],
  [
    'how many products does each supplier have?',
    stock({ measures: ['stocked_products'], dimensions: ['supplier'] }),
  ],
  [
    'which products are not in stock?',
    stock({
      measures: ['out_of_stock'],
      dimensions: ['product'],
      orderBy: { by: 'out_of_stock', direction: 'desc' },
      having: [{ measure: 'out_of_stock', op: 'above', value: 0 }],
    }),
  ],
  [
    'stock of bikes products by warehouse',
    stock({ measures: ['on_hand'], dimensions: ['warehouse'], filters: is('category', 'Bikes') }),
  ],
  [
    'how did on hand change since june',
    stock({ measures: ['on_hand'], grain: 'month', period: '2026-06-01..2026-11-23' }),
  ],
])('"%s" is read as asked', async (question, expected) => {
  expect(await reads(question)).toContainEqual(expected);
});

test.each([
  'which products will run out before the next delivery?',
  'what runs out before new stock comes in?',
])('"%s" is what to reorder', async (question) => {
  expect(await reads(question)).toContainEqual({ name: 'get_reorder_recommendations', args: {} });
});
