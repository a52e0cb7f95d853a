import { expect, test } from 'vitest';
import { is, reads } from '../test-reads.ts';

test.each([
  'which helmets have run out, and where?',
  'which helmets ran out and where',
  'which helmets are sold out in which warehouse?',
])('"%s" is told by product and by warehouse', async (question) => {
  const [first] = await reads(question);
  expect(first?.args).toMatchObject({
    ...{ measures: ['out_of_stock'], dimensions: ['product', 'warehouse'] },
    filters: is('category', 'Helmets'),
  });
});

test.each([
  'what has run out, and where?',
  'what did we run out of and where?',
  'which products are out, and where?',
])('"%s" names the products, too', async (question) => {
  const [first] = await reads(question);
  expect(first?.args).toMatchObject({ measures: ['out_of_stock'], dimensions: ['product', 'warehouse'] });
});

test('what is low, and where, is to be reordered', async () => {
  const [first] = await reads('which helmets are low, and where?');
  expect(first).toMatchObject({
    name: 'get_reorder_recommendations',
    args: { filters: is('category', 'Helmets') },
  });
});

test.each([
  'which helmets are we sitting on too much of?',
  'which helmets do we have far too many of?',
  'what helmets are we stuck with too many of',
])('"%s": what sells too slowly, or not at all', async (question) => {
  const [first] = await reads(question);
  expect(first).toMatchObject({ name: 'find_slow_movers', args: { filters: is('category', 'Helmets') } });
});

test.each([
  'How many days does it take on average from ordering until the goods are here?',
  'how long is it between the order and the delivery?',
])('"%s" is the lead time', async (question) => {
  expect((await reads(question))[0]).toMatchObject({ args: { measures: ['lead_time'] } });
});

test.each([
  'is there anything on the shelves that nobody bought in the last three months?',
  'what do we have that no one bought in the last three months?',
  'is there any stock nobody has ordered in the last three months',
])('"%s": what had no sale', async (question) => {
  expect((await reads(question))[0]?.args).toMatchObject({
    ...{ measures: ['unsold_units', 'unsold_value'], dimensions: ['product'] },
    period: 'last 91 days',
  });
});

test('where something is out of stock is told by place', async () => {
  const [first] = await reads('where are the helmets out of stock?');
  expect(first?.args).toMatchObject({ measures: ['out_of_stock'], dimensions: ['product', 'warehouse'] });
});

test.each(['helmets stock in days', 'stock of helmets in days'])(
  '"%s" is days of cover',
  async (question) => {
    expect((await reads(question))[0]?.args).toMatchObject({
      ...{ measures: ['days_of_cover'], filters: is('category', 'Helmets') },
    });
  },
);

test('the latest suppliers have the most days late', async () => {
  const [first] = await reads('which 3 suppliers are latest at the moment?');
  expect(first?.args).toMatchObject({ measures: ['days_late'], dimensions: ['supplier'], limit: 3 });
});
