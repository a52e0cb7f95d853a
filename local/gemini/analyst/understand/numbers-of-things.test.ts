import { expect, test } from 'vitest';
import { askAnalyst } from '../test-analyst.ts';
import { bought, reads, sales, stock } from '../test-reads.ts';

const most = (by: string, direction = 'desc') => ({ orderBy: { by, direction } });
const stocked = (dimension: string, direction = 'desc') =>
  stock({ measures: ['stocked_products'], dimensions: [dimension], ...most('stocked_products', direction) });

/** How many there are of something is no ranking of the things themselves, and what was sold or bought is not what lies there. */
test.each<[string, object]>([
  ['which supplier has the most products?', stocked('supplier')],
  ['which category has the highest number of products in stock?', stocked('category')],
  ['brands with the fewest items', stocked('brand', 'asc')],
  [
    'top 5 suppliers by number of products',
    expect.objectContaining({ args: expect.objectContaining({ measures: ['stocked_products'], limit: 5 }) }),
  ],
  ['how much stock did we sell last week?', sales({ measures: ['units'], period: 'last week' })],
  ['how much stock did we buy last month?', bought({ measures: ['ordered_units'], period: 'last month' })],
  [
    'stock sold by category last month',
    sales({ measures: ['units_sold'], dimensions: ['category'], period: 'last month' }),
  ],
  [
    'purchase orders with more than 10 lines',
    bought({
      measures: ['ordered_lines'],
      dimensions: ['purchase_order'],
      ...most('ordered_lines'),
      having: [{ measure: 'ordered_lines', op: 'above', value: 10 }],
    }),
  ],
])('"%s" is read as asked', async (question, expected) => {
  expect(await reads(question)).toContainEqual(expected);
});

test.each([
  'customers with the most products last month',
  'which brand has the most products sold last month?',
  'how much stock was moved last week?',
])('"%s" is refused', async (question) => {
  const [turn] = await askAnalyst([question]);
  expect(turn?.text).toContain('I do not know what to make of');
  expect(turn?.calls.filter(({ name }) => name !== 'search_catalog')).toEqual([]);
});
