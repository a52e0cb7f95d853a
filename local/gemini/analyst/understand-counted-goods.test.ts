import { expect, test } from 'vitest';
import { is, monthly, reads, sales, stock } from './test-reads.ts';

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
