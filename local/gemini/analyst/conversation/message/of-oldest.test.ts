import { expect, test } from 'vitest';
import { reads } from '../../test-reads.ts';

test.each([
  [['open purchase orders by supplier', 'which one is the oldest?'], 'days_open'],
  [['late purchase orders', 'which one is the most overdue?'], 'days_late'],
  [['which open purchase order is the oldest?'], 'days_open'],
])('%j ranks the orders by their days', async (asks, measure) => {
  const called = (await reads(...asks)).map(({ args }) => args);
  const ranked = { dimensions: ['purchase_order'], orderBy: { by: measure, direction: 'desc' } };
  expect(called).toContainEqual(expect.objectContaining({ measures: [measure], ...ranked }));
});

test.each([
  [['late purchase orders', "what's in the oldest one?"]],
  [["what's in the oldest open order?"]],
  [['which of the purchase orders has the highest days late?', "what's in it?"]],
])('%j is told by product of that order', async (asks) => {
  const called = (await reads(...asks)).map(({ args }) => args);
  const ofOrder = [expect.objectContaining({ dimension: 'purchase_order', op: 'is' })];
  expect(called).toContainEqual(
    expect.objectContaining({ measures: ['ordered_units'], dimensions: ['product'], filters: ofOrder }),
  );
});

test('which of the suppliers is the longest overdue is one of the suppliers', async () => {
  const [read] = await reads('late purchase orders by supplier', 'which of them is the longest overdue?');
  expect(read?.args).toMatchObject({ measures: ['days_late'], dimensions: ['supplier'] });
});
