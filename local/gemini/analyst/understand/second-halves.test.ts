import { expect, test } from 'vitest';
import { bought, is, moved, reads, sales, stock, top } from '../test-reads.ts';

test.each([
  'Where do we keep the City Helmet and how many are there?',
  'Where is the City Helmet stored, and how many do we have at each site?',
  'in which warehouses do we store the City Helmet and how many of them are there?',
])('"%s" is the stock at each place', async (question) => {
  expect(await reads(question)).toEqual([
    stock({ measures: ['on_hand'], dimensions: ['warehouse'], filters: is('product', 'City Helmet') }),
  ]);
});

test.each([
  'What did Bikes sell for on average in 2025, and what in the first half of 2026?',
  'average price of Bikes in 2025, and how much in H1 2026?',
])('"%s" asks for both times', async (question) => {
  const of = (period: string) =>
    sales({ measures: ['average_price'], period, filters: is('category', 'Bikes') });
  expect(await reads(question)).toEqual([of('H1 2026'), of('2025')]);
});

test.each([
  'which 3 products have cost us the most in write-offs this year',
  'top 3 products that cost us most through write-offs this year',
])('"%s" ranks by money', async (question) => {
  expect(await reads(question)).toContainEqual(
    moved({
      ...{ measures: ['shrinkage_value'], dimensions: ['product'], period: 'year to date' },
      ...top('shrinkage_value', 3),
    }),
  );
});

test('"just tell me how many products" is the number alone', async () => {
  const asked = 'Is there anything we hold in stock that nobody has bought in the last 30 days?';
  const call = stock({ measures: ['unsold_products'], period: 'last 30 days' });
  expect(await reads(`${asked} Just tell me how many products.`)).toEqual([call]);
});

test('the day of the week before another day is a day', async () => {
  const asked = 'How did yesterday go compared with the Sunday before, in sales and orders?';
  expect(await reads(asked)).toEqual([
    sales({ measures: ['revenue', 'orders'], period: 'yesterday' }),
    sales({ measures: ['revenue', 'orders'], period: '2026-11-15' }),
  ]);
});

test.each([
  'How many units did suppliers deliver on our 2025 purchase orders, and how many of those did we reject?',
  'units received and rejected on the purchase orders of 2025',
])('"%s" goes by the day of the order', async (question) => {
  expect(await reads(question)).toContainEqual(
    bought({ measures: ['received_units', 'rejected_units'], period: '2025' }),
  );
});

test.each([
  'How much business came in through Online last year?',
  'how much business has Online brought in last year',
])('"%s" asks for revenue', async (question) => {
  expect(await reads(question)).toEqual([
    sales({ measures: ['revenue'], period: 'last year', filters: is('channel', 'Online') }),
  ]);
});

test('which of those sold most in one region is a ranking of its own, and not the first one again', async () => {
  const [first, second, ...others] = await reads(
    'what are our top 5 products this year? Which of those sold most in Europe?',
  );
  expect(first?.args).toMatchObject({ dimensions: ['product'], limit: 5 });
  expect(second?.args.filters).toContainEqual({ dimension: 'region', op: 'is', values: ['Europe'] });
  expect(others).toEqual([]);
});
