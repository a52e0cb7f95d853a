import { expect, test } from 'vitest';
import { is, reads, stock } from '../../test-reads.ts';

const reorder = (args: object) => ({ name: 'get_reorder_recommendations', args });

test.each(['which is most urgent?', 'why the first one?', 'what is the most urgent one?'])(
  '"%s" is one line, of a product in one warehouse',
  async (asked) => {
    expect(await reads('what should I reorder?', asked)).toEqual([reorder({ limit: 1 })]);
  },
);

test('the cost of all is that of the whole list, after the first of it', async () => {
  const [first] = await reads('what should I reorder?', 'which is most urgent?', 'what would it all cost?');
  expect(first).toEqual(reorder({}));
});

test.each([
  ["what's the safety stock of Bikes?", 'and the reorder point?'],
  ["what's the reorder point of Bikes?", 'and the safety stock?'],
])('%j, %j: of the same goods', async (asked, next) => {
  expect(await reads(asked, next)).toEqual([reorder({ filters: is('category', 'Bikes'), all: true })]);
});

test('how many we have, after a reorder point, is asked of the same goods', async () => {
  expect(await reads("what's the reorder point of Bikes?", 'how many do we have?')).toEqual([
    stock({ measures: ['on_hand'], filters: is('category', 'Bikes') }),
  ]);
});
