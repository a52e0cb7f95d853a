import { expect, test } from 'vitest';
import { bought, is, reads, sales } from '../../test-reads.ts';

test('the worst, after a margin, is that of the lowest rate', async () => {
  const [first] = await reads('margin of Bikes', 'which product has the worst?');
  expect(first).toMatchObject(
    sales({ measures: ['margin_rate'], dimensions: ['product'], filters: is('category', 'Bikes') }),
  );
  expect(first?.args.orderBy).toEqual({ by: 'margin_rate', direction: 'asc' });
});

test('sorting by that is by the figure that was told last', async () => {
  const [first] = await reads('revenue by category last month', 'and margin %', 'sort by that');
  expect(first).toMatchObject(
    sales({ measures: ['margin_rate'], dimensions: ['category'], period: 'last month' }),
  );
});

test.each(['how much is that per order?', 'what is it per order?'])(
  '"%s", after a number of orders, is what one is worth',
  async (asked) => {
    expect(await reads('orders by region last month', asked)).toEqual([
      sales({ measures: ['average_order_value'], dimensions: ['region'], period: 'last month' }),
    ]);
  },
);

test('how many orders that was, after what was delivered by product, is one number', async () => {
  const [first] = await reads('what did Acme Supply deliver last year?', 'how many orders was that?');
  expect(first).toMatchObject(bought({ measures: ['purchase_order_count'] }));
  expect(first?.args).not.toHaveProperty('dimensions');
});

test('another figure of a ranking of all stands beside its own, in its order', async () => {
  const [first] = await reads('which categories sell most?', 'how many orders is that?');
  expect(first).toMatchObject(sales({ measures: ['units', 'orders'], dimensions: ['category'] }));
  expect(first?.args.orderBy).toEqual({ by: 'units', direction: 'desc' });
});

test('in percent, after the units that suppliers had sent back, is the rate of each', async () => {
  const [first] = await reads('which suppliers rejected the most last year?', 'in percent');
  expect(first?.args).toMatchObject({ measures: ['rejection_rate'], dimensions: ['supplier'] });
});
