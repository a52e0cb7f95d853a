import { expect, test } from 'vitest';
import { askAnalyst } from '../test-analyst.ts';
import { is, monthly, reads, sales } from '../test-reads.ts';

const read = (args: object) => expect.objectContaining({ args: expect.objectContaining(args) });

const bikes = { period: 'last month', filters: is('category', 'Bikes') };
const others = { filters: [{ dimension: 'category', op: 'is_not', values: ['Bikes'] }] };

/** What a question without names of its own is about, after one that has them. */
test.each([
  // The same figure, or another one, by something else.
  [
    ['revenue of Bikes last month', 'what is the revenue by channel?'],
    sales({ measures: ['revenue'], dimensions: ['channel'], ...bikes }),
  ],
  [
    ['revenue of Bikes last month', 'show me the margin by brand'],
    sales({ measures: ['gross_margin'], dimensions: ['brand'], ...bikes }),
  ],
  [
    ['revenue last month without Bikes', 'which regions have the highest revenue?'],
    sales({
      ...{ measures: ['revenue'], dimensions: ['region'], period: 'last month', ...others },
      orderBy: { by: 'revenue', direction: 'desc' },
    }),
  ],
  // "How many" is asked of goods, whatever was told of them.
  [
    ['revenue of Bikes by product last month', 'how many of the first one did we sell?'],
    sales({ measures: ['units'], period: 'last month', filters: is('product', 'Trail Helmet 200') }),
  ],
  // A share was asked for before, and is not now.
  [
    ['revenue by category last month', 'as a share', 'how many of the first one did we sell?'],
    sales({ measures: ['units'], ...bikes }),
  ],
  // What was counted are products, and the month that led is one.
  [
    ['how many units of Bikes did we sell last month?', 'which ones?'],
    read({ measures: ['units'], dimensions: ['product'], ...bikes }),
  ],
  // Two courses are set side by side, and no two times.
  [
    ['revenue of Bikes by month in 2025', 'did it grow?', 'compare with Helmets'],
    monthly({
      ...{ measures: ['revenue'], dimension: 'category', period: '2025' },
      filters: is('category', 'Bikes', 'Helmets'),
    }),
  ],
])('%j stays with it', async (questions, expected) => {
  expect(await reads(...questions)).toContainEqual(expected);
});

test.each([
  ['revenue of Bikes last month', 'what is the revenue by channel for all categories?'],
  ['revenue of Bikes last month', 'what is our total revenue by channel?'],
])('"%s", "%s" is of all', async (...questions) => {
  const [call] = await reads(...questions);
  expect(call?.args).not.toHaveProperty('filters');
});

test('what the rows within a bound come to is their sum, and no total of all', async () => {
  const asked = ['which categories had revenue above 10k last month?', 'and together?'];
  expect(await reads(...asked)).toContainEqual(read({ measures: ['revenue'], filters: expect.anything() }));
});

test('the month that moved most is told where a year is set beside the one before', async () => {
  const asked = ['revenue by month in 2025 vs 2024', 'in which month was the gap biggest?'];
  const turns = await askAnalyst(asked);
  expect(turns.at(-1)?.text).toMatch(/^\*\*\w+ 2025 moved most, by \$[\d,]+ .*from the year before/);
});

test('the best of two years side by side is one month, and no change', async () => {
  const turns = await askAnalyst(['revenue by month in 2025 vs 2024', 'which month was best?']);
  expect(turns.at(-1)?.text).toMatch(/ was the month with the highest revenue/);
});

test('which of two times was behind is asked of those that fell', async () => {
  const asked = ['revenue in Q3 2026 vs Q3 2025', 'which channel is behind?'];
  const turns = await askAnalyst(asked);
  expect(turns.at(-1)?.calls.map(({ name }) => name)).toContain('compare_sales');
});

test('the share of several rows of a long ranking is that of all of them', async () => {
  const asked = [
    'top 2 customers last month',
    'what did they spend together?',
    'what share of revenue is that?',
  ];
  const turns = await askAnalyst(asked);
  expect(turns.at(-1)?.text).toMatch(/made [\d.]+% of revenue/);
});
