import { expect, test } from 'vitest';
import { is, monthly, reads, sales, stock } from '../test-reads.ts';

test.each([
  'How much Bikes do we have in stock, and how much did we sell last month?',
  'How many units of Bikes do we have, and how many did we sell last month?',
])('%j: what is held and what was sold, of the same goods', async (question) => {
  expect(await reads(question)).toMatchObject([
    stock({ measures: ['on_hand'], filters: is('category', 'Bikes') }),
    sales({ period: 'last month', filters: is('category', 'Bikes') }),
  ]);
});

test('whether each of two grows is told of each', async () => {
  expect(await reads('Are Bikes growing? What about Helmets?')).toMatchObject([
    monthly({ filters: is('category', 'Bikes') }),
    monthly({ filters: is('category', 'Helmets') }),
  ]);
});

test('a ranking that is asked for beside rows is told beside them', async () => {
  expect(await reads('Revenue by category last month. Best product?')).toMatchObject([
    sales({ dimensions: ['category'] }),
    sales({ dimensions: ['product'] }),
  ]);
});

test('an order of the rows is no other ranking', async () => {
  expect(await reads('Revenue by category last month. Highest first.')).toHaveLength(1);
});
