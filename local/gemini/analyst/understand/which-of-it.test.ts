import { expect, test } from 'vitest';
import { askAnalyst } from '../test-analyst.ts';
import { reads, sales } from '../test-reads.ts';

const read = (args: object) => expect.objectContaining({ args: expect.objectContaining(args) });
const onlyOf = (dimension: string) => [expect.objectContaining({ dimension, op: 'is' })];

test.each([
  'Which category has the highest discount rate and what is the margin rate?',
  'which category had the highest discount rate last month, and what was the margin rate?',
])('what stands beside the leader in "%s" is of that one', async (question) => {
  expect(await reads(question)).toContainEqual(
    read({ measures: ['margin_rate'], filters: onlyOf('category') }),
  );
});

test.each([
  ['Which customer returned the most last month and which products?', 'customer', 'product'],
  ['Which region sold most last month and which products?', 'region', 'product'],
  ['Which product sold best last month and in which region?', 'product', 'region'],
  ['Which product is returned most and by whom?', 'product', 'customer'],
  ['Which customer spent most last month and on what?', 'customer', 'product'],
])('"%s" ranks one and splits it', async (question, one, other) => {
  const calls = await reads(question);
  expect(calls[0]).toMatchObject({ args: { dimensions: [one] } });
  expect(calls).toContainEqual(read({ dimensions: [other], filters: onlyOf(one) }));
});

test('"which products?", after which region sells most, are those of that region', async () => {
  expect(await reads('Which region sells most?', 'Which products?')).toContainEqual(
    read({ dimensions: ['product'], filters: onlyOf('region') }),
  );
});

test.each([
  'How many employees do we have and how much do they cost?',
  'How many employees do we have, and how many did we sell?',
])('of "%s" the half that leans on what there is not is not answered', async (question) => {
  expect(await reads(question)).toEqual([]);
});

test('a second half with a time of its own stands alone', async () => {
  expect(await reads('How many employees do we have and what was our revenue last month?')).toEqual([
    sales({ measures: ['revenue'], period: 'last month' }),
  ]);
});

test.each([
  'Was the margin rate of Bikes higher than 30% last month?',
  'was the margin rate of Bikes lower than 30 % last month',
])('"%s" asks for no change', async (question) => {
  const [first] = await reads(question);
  expect(first).toMatchObject({
    name: 'query_sales',
    args: { measures: ['margin_rate'], period: 'last month' },
  });
});

test.each(['Which bike sold best in the East?', 'Which bike has the highest margin rate online?'])(
  '"%s" ranks products',
  async (question) => {
    expect(await reads(question)).toContainEqual(read({ dimensions: ['product'] }));
  },
);

test('what the slow movers are worth is told of the list, and not of the same products elsewhere', async () => {
  const turns = await askAnalyst(['Slow movers', 'how much are they worth?']);
  expect(turns.at(-1)?.calls).toContainEqual({ name: 'find_slow_movers', args: {} });
});

test.each([
  'What is the oldest purchase order that is still open and from whom?',
  'Oldest open purchase order and its supplier',
])('"%s" tells the order with its supplier', async (question) => {
  expect(await reads(question)).toContainEqual(
    read({ measures: ['days_open'], dimensions: ['purchase_order', 'supplier'] }),
  );
});
