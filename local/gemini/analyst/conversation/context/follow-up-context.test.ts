import { expect, test } from 'vitest';
import { askAnalyst } from '../../test-analyst.ts';
import { is, monthly, reads, sales } from '../../test-reads.ts';

const read = (args: object) => expect.objectContaining({ args: expect.objectContaining(args) });

const bikes = { period: 'last month', filters: is('category', 'Bikes') };
const leading = expect.stringMatching(/^\d{4}-\d\d$/);
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
  // One channel is no row of all of them; of two that were set side by side each is.
  [
    ['online revenue last month', 'what is the revenue by channel?'],
    sales({ measures: ['revenue'], dimensions: ['channel'], period: 'last month' }),
  ],
  [
    ['compare Bikes and Helmets last month', 'which one made more profit?'],
    read({
      measures: ['gross_margin'],
      dimensions: ['category'],
      filters: is('category', 'Bikes', 'Helmets'),
    }),
  ],
  // Who placed the most did so in orders.
  [
    ['average order value of Bikes last month', 'who placed the most?'],
    read({ measures: ['orders'], dimensions: ['customer'], ...bikes }),
  ],
  [
    ['units of Bikes last month', 'how was it in the months before?'],
    monthly({ measures: ['units'], period: '2025-10-01..2026-09-30', filters: is('category', 'Bikes') }),
  ],
  // After the month that led, "those" are of that month.
  [
    ['customers by month this year', 'which month was best?', 'how many of those were new?'],
    expect.objectContaining({
      name: 'find_new_or_lapsed',
      args: expect.objectContaining({ period: leading }),
    }),
  ],
  // "Which ones" are those that were shown.
  [
    ['revenue by category last month', 'which ones lose money?'],
    read({ measures: ['gross_margin'], dimensions: ['category'], having: expect.anything() }),
  ],
  [
    ['revenue by category last month', 'without the best'],
    read({ filters: expect.arrayContaining([expect.objectContaining({ op: 'is_not' })]) }),
  ],
  [
    ['revenue of Bikes last month', 'did Helmets do the same?'],
    sales({ measures: ['revenue'], period: 'last month', filters: is('category', 'Helmets') }),
  ],
  [
    ['gross margin by channel last month', 'rank them by rate instead'],
    read({ measures: ['margin_rate'], dimensions: ['channel'] }),
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
  ['revenue of Bikes last month', 'which customers had the highest return rate in 2025?'],
])('"%s", "%s" is of all', async (...questions) => {
  const [call] = await reads(...questions);
  expect(call?.args).not.toHaveProperty('filters');
});

test('what the rows within a bound come to is their sum, and no total of all', async () => {
  const asked = ['which categories had revenue above 10k last month?', 'and together?'];
  expect(await reads(...asked)).toContainEqual(read({ measures: ['revenue'], filters: expect.anything() }));
});

test('the best of the first of each is one of them, and whether they changed is refused', async () => {
  const each = 'top product in each category last month';
  const [best] = await reads(each, 'which is the best of them?');
  expect(best?.args).not.toHaveProperty('limitPer');
  expect(await reads(each, 'did the winners change?')).toEqual([]);
});

test('what somebody thinks of an answer is no part of what is asked next', async () => {
  const plain = await reads('revenue in June 2026', 'why?');
  expect(await reads('revenue in June 2026', "that's low, why?")).toEqual(plain);
});

test('a bound on weeks is none on the days of the week', async () => {
  const asked = ['revenue by week last month', 'was any week under 300k?', 'which day of the week is best?'];
  const calls = await reads(...asked);
  expect(calls).toContainEqual(read({ dimensions: ['weekday'] }));
  for (const { args } of calls) expect(args).not.toHaveProperty('having');
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
