import { expect, test } from 'vitest';
import { bought, is, reads, sales, stock } from '../test-reads.ts';

test.each([
  'What did Bikes sell last month, and what is left in stock?',
  'Sales of Bikes last month and the stock left?',
  'Sales of Bikes last month, and how much stock do we have?',
])('%j: what is left is so now, of the same goods', async (question) => {
  const [sold, left] = await reads(question);
  expect(sold).toMatchObject(sales({ period: 'last month', filters: is('category', 'Bikes') }));
  expect(left).toMatchObject(stock({ measures: ['on_hand'], filters: is('category', 'Bikes') }));
  expect(left?.args).not.toHaveProperty('period');
});

test('what was late in a time that is over is told by how often and how late it came', async () => {
  const [late] = await reads('Which suppliers delivered late in 2025, and by how many days?');
  expect(late).toMatchObject(
    bought({ measures: ['missed_dates', 'delivery_delay'], by: 'received', period: '2025' }),
  );
});

test('what is late now is told by how late it is', async () => {
  const [late] = await reads('Which suppliers are late, and by how many days?');
  expect(late).toMatchObject(bought({ measures: ['late_orders', 'days_late'] }));
});

test('when several products come in is told by product and day', async () => {
  const asked = await reads('Which products are out of stock, and when will they be back in?');
  expect(asked).toContainEqual(
    expect.objectContaining({
      name: 'get_purchase_orders',
      args: expect.objectContaining({ dimensions: ['product', 'expected_date'] }),
    }),
  );
});

test('why something leads by its level is refused by itself', async () => {
  expect(await reads('Which category has the highest revenue, and why?')).toMatchObject([
    sales({ measures: ['revenue'], dimensions: ['category'] }),
  ]);
});

test('how many things a share is of is their number', async () => {
  const [, number] = await reads(
    'How much of the stock value is in Northgate, and how many products is that?',
  );
  expect(number).toMatchObject(stock({ dimensions: ['product'], filters: is('warehouse', 'Northgate') }));
});
