import { expect, test } from 'vitest';
import { askAnalyst } from '../../test-analyst.ts';
import { is, reads, top } from '../../test-reads.ts';

const three = 'top 3 products by revenue last month';

test.each([
  'who supplies each of them?',
  'from which supplier does each come?',
  'who do we buy each of them from?',
  'with the supplier',
])('"%s", after products: the same rows, each with its supplier', async (asked) => {
  const [first] = await reads(three, asked);
  expect(first).toMatchObject({
    name: 'query_sales',
    args: { dimensions: ['product', 'supplier'], period: 'last month', ...top('revenue', 3) },
  });
});

test.each([
  ['which products sold best last month?', ['product']],
  ['what sold best last month?', []],
])('how much of it is left, after "%s", is of those that were told, and today', async (asked, dimensions) => {
  const [first] = await reads(asked, 'how much of it is left?');
  expect(first).toMatchObject({ name: 'query_inventory', args: { measures: ['on_hand'] } });
  expect(first?.args.dimensions ?? []).toEqual(dimensions);
  expect(first?.args.filters).toMatchObject([{ dimension: 'product', op: 'is' }]);
  expect(first?.args).not.toHaveProperty('period');
});

test.each([
  'how much money is tied up in them all together?',
  'how much cash is stuck in those?',
  'how much money is in them?',
])('"%s", after late orders, is the value that is late', async (asked) => {
  const [first] = await reads('which suppliers have late purchase orders?', asked);
  expect(first).toMatchObject({ name: 'get_purchase_orders', args: { measures: ['late_value'] } });
  expect(first?.args.dimensions ?? []).toEqual([]);
});

test.each([
  'do the other warehouses still have some of it?',
  'is there any left in the other warehouses?',
  'can we get it from another warehouse?',
])('"%s", after what is out of stock, is where those lie', async (asked) => {
  const [first] = await reads('what are we out of?', asked);
  expect(first?.args).toMatchObject({ measures: ['on_hand'], dimensions: ['product', 'warehouse'] });
  expect(first?.args.filters).toMatchObject([{ dimension: 'product', op: 'is' }]);
});

test('the others, after what is out in one warehouse, are the other warehouses, and of the same products', async () => {
  const [first] = await reads('what are we out of in Northgate?', 'do the others still have some?');
  expect(first?.args.filters).toEqual(
    expect.arrayContaining([
      { dimension: 'warehouse', op: 'is_not', values: ['Northgate'] },
      expect.objectContaining({ dimension: 'product', op: 'is' }),
    ]),
  );
});

test.each([
  ['which ones should I clear first?', 5],
  ['which three should go first?', 3],
])('"%s", after a list that begins with what matters most, is its top', async (asked, limit) => {
  expect((await reads('what are we sitting on too much of?', asked))[0]).toMatchObject({
    name: 'find_slow_movers',
    args: { limit },
  });
});

test.each([
  ['and in at Southport?', {}],
  ['in at Southport + Northgate, each', { dimensions: ['warehouse'] }],
])('"%s", after what left one site, is what came in, at the same time', async (asked, args) => {
  const [first] = await reads('units transferred out of Northgate in May 2026', asked);
  expect(first?.args).toMatchObject({ measures: ['transferred_in'], period: '2026-05', ...args });
  const sites = asked.includes('+') ? ['Southport', 'Northgate'] : ['Southport'];
  expect(first?.args.filters).toEqual(is('warehouse', ...sites));
});

test.each([
  [[three, 'how many of them are left?'], 'Only these three products.'],
  [['revenue of Bikes last month', 'by region'], 'Only Bikes.'],
])('what is taken from the last answer is said in the first sentence: %j', async (questions, said) => {
  const turns = await askAnalyst(questions);
  const [first = ''] = turns.at(-1)?.text.split('\n') ?? [];
  expect(first).toContain(said);
});
