import { expect, test } from 'vitest';
import { is, reads, stock } from './test-reads.ts';

test.each<[string, object]>([
  [
    'rank the DCs by days of supply',
    stock({
      measures: ['days_of_cover'],
      dimensions: ['warehouse'],
      orderBy: { by: 'days_of_cover', direction: 'desc' },
    }),
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
