import { describe, expect, test } from 'vitest';
import { askAnalyst } from '../test-analyst.ts';
import { is, reads, sales, top } from '../test-reads.ts';

const refused = async (question: string): Promise<void> => {
  const [turn] = await askAnalyst([question]);
  expect(turn?.text).toMatch(/will not guess|what to make of/);
  expect(turn?.calls.filter(({ name }) => name !== 'search_catalog')).toEqual([]);
};

describe('what would have to be true of each at once gets no figure', () => {
  test.each([
    'which customers bought both Helmets and Bikes in 2026?',
    'products sold in both North and South last month',
    'which customers ordered in both 2025 and 2026?',
    'how many customers bought bikes and helmets last year?',
    'how many retailers bought Bikes and Helmets last year?',
    'how many customers buy both Bikes and Helmets?',
    'customers who bought Bikes but not Helmets',
    'customers who bought Bikes last year but not Helmets',
    'products we sell online only',
    'products that are both slow movers and on order',
    'slow movers with open purchase orders',
    'which out of stock products have an open order?',
    'out of stock items with sales last month',
    'which products have more reserved than on hand?',
  ])('%s', refused);
});

test.each([
  [
    'sales of Bikes by product last month but not City Helmet',
    sales({
      measures: ['revenue'],
      dimensions: ['product'],
      period: 'last month',
      filters: [...is('category', 'Bikes'), { dimension: 'product', op: 'is_not', values: ['City Helmet'] }],
      ...top('revenue', 20),
    }),
  ],
  [
    'revenue of both Helmets and Bikes last month',
    sales({
      measures: ['revenue'],
      dimensions: ['category'],
      period: 'last month',
      filters: is('category', 'Helmets', 'Bikes'),
    }),
  ],
])('"%s" keeps what is named', async (question, expected) => {
  expect(await reads(question)).toContainEqual(expected);
});

test('stock compared to sales is both figures', async () => {
  const read = await reads('how does stock compare to sales by category?');
  expect(read.map(({ args }) => args.measures)).toEqual([['revenue'], ['on_hand']]);
});
