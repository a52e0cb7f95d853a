import { expect, test } from 'vitest';
import { askAnalyst } from '../test-analyst.ts';
import { bought, is, moved, reads, stock } from '../test-reads.ts';

test('the part of stock that is reserved is of the stock of each', async () => {
  expect(await reads('what share of stock is reserved, by warehouse?')).toEqual([
    stock({ measures: ['reserved', 'on_hand'], dimensions: ['warehouse'] }),
  ]);
});

test('what went out of a warehouse is all that left its stock', async () => {
  expect(await reads('how many units went out of Northgate last week?')).toContainEqual(
    moved({ measures: ['units_out'], period: 'last week', filters: is('warehouse', 'Northgate') }),
  );
});

test('deliveries that are expected have not come yet', async () => {
  expect(await reads('deliveries expected in the next 14 days by warehouse')).toContainEqual(
    bought({ measures: ['open_orders'], by: 'expected', dimensions: ['warehouse'], period: 'next 14 days' }),
  );
});

test('shrinkage is a figure, and no word that it fell', async () => {
  const [turn] = await askAnalyst(['shrinkage by category this year compared with last year']);
  expect(turn?.text).not.toContain('did not fall');
});

test.each(['which bikes are low?', 'suggested order quantity for City Helmet'])(
  '"%s" asks what to reorder',
  async (question) => {
    expect((await reads(question))[0]?.name).toBe('get_reorder_recommendations');
  },
);

test.each([
  ['minimum order quantity for City Helmet', 'minimum order quantities'],
  ['how many orders did we ship late?', 'when orders of customers were to be shipped'],
  ['what is the fill rate to customers?', 'when orders of customers were to be shipped'],
  ['lost sales from stock-outs', 'sales that were lost because of stock-outs'],
  ['which products have only one supplier?', 'how many suppliers a product has'],
  ['biggest stock adjustments this month', 'rank adjustments by their size'],
  ['stock adjustments by reason', 'why stock was adjusted'],
  ['purchase orders received in the last 7 days', 'by the day on which they were received'],
  ['how many units went to Northgate from Southport in 2025?', 'which warehouse a transfer went to'],
])('"%s" has the words of another figure', async (question, missing) => {
  const [turn] = await askAnalyst([question]);
  expect(turn?.text).toMatch(/^I have no /);
  expect(turn?.text).toContain(missing);
});

test.each([
  ['list all products with their stock and cost', ['on_hand', 'unit_cost'], ['product']],
  ['stock and cost by product', ['on_hand', 'unit_cost'], ['product']],
  ['stock and cost by warehouse', ['on_hand', 'stock_value'], ['warehouse']],
])(
  '"%s" asks what the stock costs, and not what the goods that were sold cost',
  async (question, figures, dimensions) => {
    const calls = await reads(question);
    expect(calls).toHaveLength(1);
    expect(calls[0]).toMatchObject(stock({ measures: figures, dimensions }));
  },
);

test('The cost of goods sold stays that beside stock', async () => {
  const calls = await reads('stock and cost of goods sold by category');
  expect(calls.map(({ args }) => args.measures)).toContainEqual(['cost']);
});
