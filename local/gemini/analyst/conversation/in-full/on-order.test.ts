import { expect, test } from 'vitest';
import { bought, is, reads, stock } from '../../test-reads.ts';

test.each<[string[], object]>([
  [['what do we have on order?', 'what is it worth?'], {}],
  [['on order by supplier', 'in dollars'], { dimensions: ['supplier'] }],
  [['on order by warehouse', 'and the value?'], { dimensions: ['warehouse'] }],
  [['how much is on order for Bikes?', 'how much money is that?'], { filters: is('category', 'Bikes') }],
])('%j is the money of what is on order, and not of what lies there', async (questions, args) => {
  expect(await reads(...questions)).toContainEqual(bought({ measures: ['open_value'], ...args }));
});

test.each(['which of it is overdue?', 'how much of that is late?', 'is any of it delayed?'])(
  '"%s" is asked of what is on order',
  async (asked) => {
    expect(await reads('on order by category', asked)).toContainEqual(
      bought({ measures: ['late_units'], dimensions: ['category'] }),
    );
  },
);

test.each(['when?', 'and when exactly?'])('"%s" is the days of what is on order', async (asked) => {
  expect(await reads('how much is on order for Bikes?', asked)).toContainEqual(
    bought({
      ...{ measures: ['open_units', 'late_units'], dimensions: ['expected_date'] },
      ...{ filters: is('category', 'Bikes'), orderBy: { by: 'expected_date', direction: 'asc' } },
    }),
  );
});

test.each(['in days?', 'and in days of cover?'])('"%s" is how long the stock lasts', async (asked) => {
  expect(await reads('stock of Bikes', asked)).toContainEqual(
    stock({ measures: ['days_of_cover'], filters: is('category', 'Bikes') }),
  );
});

test('the units of what has much cover are those that lie there', async () => {
  const [first] = await reads('which categories have more than 10 days of cover?', 'how many units of each?');
  expect(first?.args.measures).toEqual(['on_hand']);
});

test('the next deliveries, after what is out of stock, are those of these products', async () => {
  const [first] = await reads('which products have the least cover?', 'when do the next deliveries come?');
  expect(first?.args).toMatchObject({
    measures: ['open_units', 'late_units'],
    dimensions: ['expected_date'],
  });
});
