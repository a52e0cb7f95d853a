import { expect, test } from 'vitest';
import { is, reads, sales } from '../test-reads.ts';

test.each([
  ['Does retail have a lower margin than online?', 'margin_rate'],
  ['Are our margins better online or in retail?', 'margin_rate'],
  ['Are discounts higher in retail than online?', 'discount_rate'],
])('%j sets rates against each other, since the sums are of different size', async (question, rate) => {
  const [call] = await reads(question);
  expect(call).toMatchObject(sales({ measures: [rate], dimensions: ['channel'] }));
});

test('What is called an amount, or profit, stays money', async () => {
  expect((await reads('Is profit higher online than in retail?'))[0]).toMatchObject(
    sales({ measures: ['gross_margin'] }),
  );
  expect((await reads('Is the discount amount bigger in retail than online?'))[0]).toMatchObject(
    sales({ measures: ['discount'] }),
  );
});

test('The noun after a name says who they are, and what is ranked stands before', async () => {
  expect((await reads('Top 2 categories for retail customers'))[0]).toMatchObject(
    sales({ measures: ['revenue'], dimensions: ['category'], filters: is('channel', 'Retail'), limit: 2 }),
  );
});

test('Customers who are to be listed are no number of them', async () => {
  for (const question of [
    'List the customers who ordered yesterday',
    'Show all customers who ordered yesterday',
  ])
    expect((await reads(question))[0]).toMatchObject(
      sales({ measures: ['revenue'], dimensions: ['customer'], period: 'yesterday' }),
    );
});

test.each([
  ['What percentage of orders include Helmets in 2025?', 'orders'],
  ['what percentage of customers bought Helmets in 2025?', 'customers'],
])('%j sets those that have any beside all of them', async (question, counted) => {
  expect(await reads(question)).toMatchObject([
    sales({ measures: [counted], filters: is('category', 'Helmets'), period: '2025' }),
    sales({ measures: [counted], period: '2025' }),
  ]);
});

test('A bound on what customers did is one of theirs', async () => {
  const [call] = await reads('How much revenue came from customers with more than 20 orders in 2025?');
  expect(call).toMatchObject(sales({ dimensions: ['customer'], period: '2025' }));
});

test('Two places by a split are set side by side, and none of them is counted in stock', async () => {
  const [call] = await reads('Europe vs Asia by category');
  expect(call).toMatchObject(sales({ measures: ['revenue'], filters: is('region', 'Europe', 'Asia') }));
});
