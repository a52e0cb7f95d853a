import { expect, test } from 'vitest';
import { useDemoAnalyst } from './test-demo.ts';

/** What runs low, what is late and why, on the demo company: proved by the product's own check. */
const analyst = useDemoAnalyst();

test('what sold most is told beside whether it runs low, and each product with its own stock', async () => {
  const { text, failures, unproved } = await analyst.ask(
    'Which three products sold most last week, and are any of them running low?',
  );
  const best = [...text.matchAll(/^\d\. (.+): [\d,]+$/gm)].map(([, name]) => name);
  expect(best).toHaveLength(3);
  expect(text).toMatch(/below (?:its|their) reorder points?\*\*/);
  for (const name of best) expect(text).toMatch(`- ${name}: on hand `);
  expect([...failures, ...unproved]).toEqual([]);
});

test.each([
  [
    'what is the reorder point of the Ironbridge Corner Brackets 80 mm in Sacramento?',
    /^\*\*Reorder point: [\d,]+\*\* for /,
  ],
  [
    "what's our safety stock of Ironbridge Corner Brackets 80 mm, by warehouse?",
    /^\*\*Safety stocks of \d+ lines\*\*/,
  ],
])('"%s" is told whether or not it needs an order', async (question, told) => {
  const { text, calls, failures, unproved, drawn } = await analyst.ask(question);
  expect(text).toMatch(told);
  expect(calls).toContainEqual(
    expect.objectContaining({
      name: 'get_reorder_recommendations',
      args: expect.objectContaining({ all: true }),
    }),
  );
  expect([...failures, ...unproved, drawn]).toEqual([1]);
});

test('what is below its reorder point is asked for without what is above it', async () => {
  const { calls } = await analyst.ask('which products are below their reorder point?');
  expect(calls).toContainEqual({ name: 'get_reorder_recommendations', args: {} });
});

test('why revenue moved is told by category, and by who moved it most in each other split', async () => {
  const { text, failures, unproved } = await analyst.ask('why did revenue change in September?');
  expect(text).toMatch(/moved it most: [+−]\$[\d,.]+/);
  expect(text).toMatch(/^By channel, \w+ moved it most: [+−]\$[\d,.]+/m);
  expect(text).toMatch(/^By warehouse, .+ moved it most: [+−]\$[\d,.]+/m);
  expect([...failures, ...unproved]).toEqual([]);
});

test.each(['What needs my attention today?', 'Good morning, is there anything I should worry about?'])(
  '"%s" is told what to reorder, what is out of stock and what is late',
  async (question) => {
    const { text, calls, failures, unproved } = await analyst.ask(question);
    const read = new Set(calls.map(({ name }) => name).filter((name) => name !== 'show_visualization'));
    expect([...read].sort()).toEqual([
      'get_purchase_orders',
      'get_reorder_recommendations',
      'query_inventory',
    ]);
    expect(text).toMatch(/reorder points?\*\*.*out of stock.*Late purchase orders/s);
    expect([...failures, ...unproved]).toEqual([]);
  },
);

test.each([
  [
    ['slow movers by warehouse', "what's in the first one?"],
    /^\*\*Slow movers: \d+\*\* \(.*; Warehouse is [^)]+\)(?!.*By warehouse)/s,
  ],
  [
    ['top 3 suppliers by spend this year', 'how long do they take?'],
    /^\*\*.+ days\*\* \(lead time .*\)\. Only these three suppliers\./,
  ],
  [
    ['revenue in July vs August', 'which category most?', 'and which product most?'],
    /^\*\*.+ (?:fell|grew) most, by \$/,
  ],
])('%j goes on from what was told', async (questions, told) => {
  const { text } = await analyst.ask(...questions);
  expect(text).toMatch(told);
});
