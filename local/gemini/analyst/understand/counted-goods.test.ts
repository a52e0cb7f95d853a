import { expect, test } from 'vitest';
import { is, monthly, reads, sales, stock } from '../test-reads.ts';

const bikes = { filters: is('category', 'Bikes') };
const lastYear = { period: 'last year' };

test.each<[string, object]>([
  // Goods that are named in the plural are counted; a month by itself has its money.
  [
    'in which month of last year did we sell the most bikes?',
    monthly({ measures: ['units'], ...lastYear, ...bikes }),
  ],
  ['when did we sell the most bikes last year?', monthly({ measures: ['units'], ...lastYear, ...bikes })],
  ['in which month of last year did we sell the most?', monthly({ measures: ['revenue'], ...lastYear })],
  // What is asked for stands first: the noun after a name closes it, and no row is of one of the goods.
  [
    'which region buys the most bike products?',
    sales({ measures: ['units'], dimensions: ['region'], filters: is('category', 'Bikes') }),
  ],
  [
    'top customers for bike products last month',
    sales({
      measures: ['revenue'],
      dimensions: ['customer'],
      period: 'last month',
      filters: is('category', 'Bikes'),
    }),
  ],
  ['which region sells the most products?', sales({ measures: ['units'], dimensions: ['region'] })],
  // Which goods are asked for, though no word says so.
  ...['what sold well last month?', 'what did well last month?'].map((question): [string, object] => [
    question,
    sales({
      measures: ['units'],
      dimensions: ['product'],
      period: 'last month',
      orderBy: { by: 'units', direction: 'desc' },
    }),
  ]),
  [
    'what was selling last month?',
    sales({ measures: ['revenue'], dimensions: ['product'], period: 'last month' }),
  ],
  ['what should we mark down?', { name: 'find_slow_movers' }],
  ['which products should I put on sale to clear stock?', { name: 'find_slow_movers' }],
  // What a supplier has is a number of products.
  [
    'which supplier has the most bike products?',
    stock({
      measures: ['stocked_products'],
      dimensions: ['supplier'],
      filters: is('category', 'Bikes'),
    }),
  ],
  // What follows "per" is the name of a group: each of its products.
  [
    'revenue per bike last month',
    sales({ measures: ['revenue'], dimensions: ['product'], period: 'last month', ...bikes }),
  ],
  ['stock value per bike', stock({ measures: ['stock_value'], dimensions: ['product'], ...bikes })],
])('"%s" is of goods', async (question, expected) => {
  const [read] = await reads(question);
  expect(read).toMatchObject(expected);
});
