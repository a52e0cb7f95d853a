import { expect, test } from 'vitest';
import { askAnalyst } from '../test-analyst.ts';
import { bought, is, reads, stock, top } from '../test-reads.ts';

const itsStatus = stock({
  measures: ['on_hand'],
  dimensions: ['product', 'product_status'],
  filters: is('product', 'City Helmet'),
  orderBy: { by: 'on_hand', direction: 'desc' },
});

test.each<[string, object]>([
  ['is the City Helmet discontinued?', itsStatus],
  ['do we still sell the City Helmet?', itsStatus],
  [
    'are any products discontinued?',
    stock({
      measures: ['on_hand'],
      dimensions: ['product'],
      filters: is('product_status', 'Discontinued'),
      ...top('on_hand', 20),
    }),
  ],
  [
    'do we have enough Helmets?',
    stock({ measures: ['on_hand', 'days_of_cover'], filters: is('category', 'Helmets') }),
  ],
  [
    'cheapest Helmets product',
    stock({
      measures: ['list_price'],
      dimensions: ['product'],
      filters: is('category', 'Helmets'),
      ...top('list_price', 10, 'asc'),
    }),
  ],
  [
    'how much is coming in for Helmets next week',
    bought({
      measures: ['open_units', 'open_value'],
      by: 'expected',
      period: 'next week',
      filters: is('category', 'Helmets'),
    }),
  ],
])('"%s" is read so', async (question, read) => {
  expect(await reads(question)).toContainEqual(read);
});

test('money that comes in is no delivery', async () => {
  expect(await reads('how much money is coming in next month?')).not.toContainEqual(
    expect.objectContaining({ name: 'get_purchase_orders' }),
  );
});

test('whether there is enough, or what is sold still, is not affirmed by there being some', async () => {
  for (const question of ['do we have enough Helmets?', 'do we still sell the City Helmet?']) {
    const [turn] = await askAnalyst([question]);
    expect(turn?.text).not.toMatch(/\bYes\b/);
    expect(turn?.text).toMatch(/\*\*/);
  }
});
