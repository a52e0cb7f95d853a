import { expect, test } from 'vitest';
import { askAnalyst } from '../../test-analyst.ts';
import { bought, is, reads, sales, stock } from '../../test-reads.ts';

const month = { period: 'last month' };
const both = { dimensions: ['category'], filters: is('category', 'Bikes', 'Lamps') };

test.each(['by how much?', 'how much difference is that?', 'which is worth more?'])(
  '"%s", after two, is asked of both',
  async (question) => {
    expect(await reads('revenue of Bikes last month', 'and Lamps?', question)).toContainEqual(
      sales({ measures: ['revenue'], ...both, ...month }),
    );
  },
);

test('which of two stocks is worth more is asked of their money', async () => {
  expect(await reads('stock of Bikes', 'and Lamps?', 'which is worth more?')).toContainEqual(
    stock({ measures: ['stock_value'], ...both }),
  );
});

test('by how much, after one, is not understood', async () => {
  expect(await reads('stock of Bikes', 'by how much?')).toEqual([]);
});

/** A percentage is one of the rows that are shown. */
test.each([
  [['revenue by category last month', 'only Bikes and Lamps', 'in percent'], both.filters],
  [['revenue by category last month', 'only Bikes and Lamps', 'what share of the total is that?'], undefined],
])('%j', async (questions, filters) => {
  const [call] = await reads(...questions);
  expect(call?.args.measures).toEqual(['revenue', 'revenue_share']);
  expect(call?.args.filters).toEqual(filters);
});

test('the share of two of the rows is told of both', async () => {
  const turns = await askAnalyst([
    'revenue by category last month',
    'as percentage',
    'just the numbers for Bikes and Lamps',
  ]);
  expect(turns.at(-1)?.text).toMatch(/^\*\*Bikes and Lamps made /);
});

/** What asks which things, or for what is ours, is of all. */
test.each([
  [['stock of Bikes', 'what should I reorder?'], { name: 'get_reorder_recommendations', args: {} }],
  [
    ['stock of Bikes', 'and what should I reorder?'],
    { name: 'get_reorder_recommendations', args: { filters: is('category', 'Bikes') } },
  ],
  [
    ['stock of Bikes', 'who are our biggest suppliers?'],
    bought({
      measures: ['ordered_value'],
      dimensions: ['supplier'],
      orderBy: { by: 'ordered_value', direction: 'desc' },
    }),
  ],
])('%j is of all, where it does not go on', async (questions, expected) => {
  expect(await reads(...questions)).toContainEqual(expected);
});

test('who supplies the best brand of a year is told of that year', async () => {
  const [call] = await reads('best product this year', 'who supplies it?');
  expect(call?.args).toMatchObject({ dimensions: ['supplier'], period: 'year to date' });
});
