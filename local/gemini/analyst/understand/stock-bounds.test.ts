import { expect, test } from 'vitest';
import { reads } from '../test-reads.ts';

const noOrder = { measure: 'on_order', op: 'at_most', value: 0 };

test.each<[string, object[]]>([
  [
    'Which products are out of stock and not on order?',
    [{ measure: 'out_of_stock', op: 'above', value: 0 }, noOrder],
  ],
  [
    'Products with fewer than 7 days of cover and no open purchase order',
    [{ measure: 'days_of_cover', op: 'below', value: 7 }, noOrder],
  ],
  ['Which products have nothing on order?', [noOrder]],
])('%j keeps to what has no open order', async (question, having) => {
  expect((await reads(question))[0]?.args.having).toEqual(having);
});

test('Which products make up 80% of revenue is what class A is', async () => {
  const classes = [{ name: 'classify_products', args: { class: 'A' } }];
  expect(await reads('How many products make up 80% of revenue?')).toEqual(classes);
  expect(await reads('How many customers make up 80% of revenue?')).toEqual([]);
});

test.each([
  ['Which products more than doubled this year?', 'which products grew by more than 100% this year?'],
  ['Which products fell by more than half this year?', 'which products fell by more than 50% this year?'],
])('%j is a bound on the change', async (question, plain) => {
  const calls = await reads(question);
  expect(calls).not.toEqual([]);
  expect(calls).toEqual(await reads(plain));
});

test.each([
  'what do we have less than 10 pieces of?',
  'everything we have below 10 units',
  'items we have fewer than 10 of',
])('%j is a bound on the stock, and not on what was sold', async (question) => {
  expect((await reads(question))[0]).toMatchObject({
    name: 'query_inventory',
    args: { dimensions: ['product'], having: [{ measure: 'on_hand', op: 'below', value: 10 }] },
  });
});

test('what we have less than so many of is not dropped before another clause', async () => {
  const [first] = await reads('What do we have less than 20 of, and what is on order of it?');
  expect(first?.args.having).toEqual([{ measure: 'on_hand', op: 'below', value: 20 }]);
});
