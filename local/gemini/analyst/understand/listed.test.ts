import { expect, test } from 'vitest';
import { askAnalyst } from '../test-analyst.ts';
import { bought, is, reads, sales, stock, top } from '../test-reads.ts';

const lamps = is('category', 'Lamps');

test.each<[string, object]>([
  [
    'orders by customer this year',
    sales({ measures: ['orders'], dimensions: ['customer'], period: 'year to date', ...top('orders', 20) }),
  ],
  [
    'returns by customer last month',
    sales({ measures: ['returns'], dimensions: ['customer'], period: 'last month', ...top('returns', 20) }),
  ],
  [
    'total sales so far this year, number of orders, and the average order?',
    sales({ measures: ['revenue', 'orders', 'average_order_value'], period: 'year to date' }),
  ],
  [
    'how many customers bought last month and what did they spend on average per order',
    sales({ measures: ['customers', 'average_order_value'], period: 'last month' }),
  ],
  [
    'discounts given per category last year, amount and percent of gross sales',
    sales({ measures: ['discount', 'discount_rate'], dimensions: ['category'], period: 'last year' }),
  ],
  [
    'overdue purchase orders by supplier, with the value outstanding',
    bought({ measures: ['late_orders', 'late_value'], dimensions: ['supplier'] }),
  ],
  [
    'how many purchase orders are late and how many lines is that',
    bought({ measures: ['late_orders', 'late_lines'] }),
  ],
])('"%s" is told whole', async (question, call) => {
  expect(await reads(question)).toContainEqual(call);
});

test.each<[string, object]>([
  [
    'top 5 products by customers last month',
    sales({
      measures: ['customers'],
      dimensions: ['product'],
      period: 'last month',
      ...top('customers', 5),
    }),
  ],
  [
    'which 3 products had the most days out of stock last month',
    stock({
      measures: ['stock_out_days'],
      dimensions: ['product'],
      period: 'last month',
      ...top('stock_out_days', 3),
    }),
  ],
  [
    'slow movers - 5 products with the fewest units last quarter',
    sales({
      measures: ['units'],
      dimensions: ['product'],
      period: 'last quarter',
      ...top('units', 5, 'asc'),
    }),
  ],
])('"%s" is ranked by that', async (question, call) => {
  expect(await reads(question)).toContainEqual(call);
});

test('a category and a brand or product side by side are read each by itself: nothing is both', async () => {
  const [one, other] = await reads('revenue of Lamps and City Helmet last month');
  expect(one).toEqual(sales({ measures: ['revenue'], period: 'last month', filters: lamps }));
  expect(other).toEqual(
    sales({ measures: ['revenue'], period: 'last month', filters: is('product', 'City Helmet') }),
  );
});

test('names that share a last word are taken in full where the catalog has that', async () => {
  expect(await reads('revenue of City and Trail Helmet 200 last month')).not.toContainEqual(
    sales({ measures: ['revenue'], period: 'last month', filters: is('product', 'Trail Helmet 200') }),
  );
});

test.each<[string[], object]>([
  [
    ['stock of Lamps', 'Gloves too'],
    stock({
      measures: ['on_hand'],
      dimensions: ['category'],
      filters: is('category', 'Lamps', 'Gloves'),
    }),
  ],
  [
    ['stock value by warehouse', 'which two hold most of it?'],
    stock({ measures: ['stock_value'], dimensions: ['warehouse'], ...top('stock_value', 2) }),
  ],
])('%j go on from one another', async (questions, call) => {
  expect(await reads(...questions)).toContainEqual(call);
});

test('"Southport - what\'s at zero?" names the products', async () => {
  const [call] = await reads("Southport - what's at zero?");
  expect(call).toMatchObject({ args: { measures: ['out_of_stock'], dimensions: ['product'] } });
});

test('"when does a purchase order count as late?" is defined', async () => {
  const [answer] = await askAnalyst(['Hello! When exactly does a purchase order count as late? thanks :)']);
  expect(answer?.text).toContain('open past its promised day');
});

test('"what do you think we\'ll sell in December?" is foretold', async () => {
  expect(await reads("what do you think we'll sell in December?")).toMatchObject([
    { name: 'forecast_demand' },
  ]);
});

test('three of a category and a product side by side are refused with both named: a ranking within each is none of them', async () => {
  const [answer] = await askAnalyst(['top 3 of Lamps and City Helmet last month']);
  expect(answer?.text).toContain('set Lamps (category) against City Helmet (product)');
});

test('"what customers do we have?" counts them', async () => {
  expect(await reads('what customers do we have?')).toContainEqual(sales({ measures: ['customers'] }));
});

test('"purchases by customer" are what each bought', async () => {
  expect(await reads('purchases by customer last month')).toContainEqual(
    sales({ measures: ['revenue'], dimensions: ['customer'], period: 'last month', ...top('revenue', 20) }),
  );
});

test('what is split by two names is told of these', async () => {
  expect(
    await reads('How many customers bought last month? Split that by online and retail.'),
  ).toContainEqual(
    sales({
      ...{ measures: ['customers'], dimensions: ['channel'], period: 'last month' },
      filters: is('channel', 'Online', 'Retail'),
    }),
  );
});
