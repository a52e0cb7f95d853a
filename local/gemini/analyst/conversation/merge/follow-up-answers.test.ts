import { expect, test } from 'vitest';
import { askAnalyst } from '../../test-analyst.ts';
import { bought, compared, is, monthly, reads, sales, stock, top } from '../../test-reads.ts';

const having = (measure: string) => [{ measure, op: 'above', value: 0 }];

/** Follow-ups that are about several answers, about what was counted, or about a list further back. */
test.each([
  // Several answers as one.
  [
    ['revenue in June', 'and July?', 'together'],
    sales({ measures: ['revenue'], period: '2026-06-01..2026-07-31' }),
  ],
  [
    ['revenue in June', 'and July', 'and August', "what's the total of all three?"],
    sales({ measures: ['revenue'], period: '2026-06-01..2026-08-31' }),
  ],
  [
    ['revenue by region in June', 'and July', 'both combined'],
    sales({ measures: ['revenue'], dimensions: ['region'], period: '2026-06-01..2026-07-31' }),
  ],
  [
    ['revenue of Bikes last month', 'and Helmets?', 'and Gloves?', 'add them all up'],
    sales({
      measures: ['revenue'],
      period: 'last month',
      filters: is('category', 'Bikes', 'Helmets', 'Gloves'),
    }),
  ],
  [
    ['revenue of Bikes by month this year', 'and Helmets', 'put both in one chart'],
    monthly({
      ...{ measures: ['revenue'], dimension: 'category', period: 'year to date' },
      filters: is('category', 'Bikes', 'Helmets'),
    }),
  ],
  // Rows of a list further back.
  [
    [
      'revenue by region last month',
      'the top one, by month this year',
      'what about 2025',
      'and the second region',
    ],
    monthly({ measures: ['revenue'], period: '2025', filters: is('region', 'Americas') }),
  ],
  [
    ['top 3 customers last month', 'what did the second one buy?', 'what did the third one buy?'],
    sales({
      ...{ measures: ['revenue'], dimensions: ['product'], period: 'last month', ...top('revenue', 100) },
      filters: is('customer', 'Customer 2'),
    }),
  ],
  // What was counted.
  [
    ['how many customers bought last month?', 'the best three'],
    sales({ measures: ['revenue'], dimensions: ['customer'], period: 'last month', ...top('revenue', 3) }),
  ],
  [
    ['how many products are out of stock?', 'how many of them are on order?'],
    stock({
      ...{ measures: ['on_order', 'out_of_stock'], dimensions: ['product'] },
      ...{ orderBy: { by: 'on_order', direction: 'desc' }, having: having('out_of_stock') },
    }),
  ],
  [
    ['which suppliers are late?', 'how many orders each?'],
    bought({ measures: ['late_orders'], dimensions: ['supplier'] }),
  ],
  [
    ['how many suppliers do we have?', 'list them', 'top 5 by spend'],
    bought({ measures: ['ordered_value'], dimensions: ['supplier'], ...top('ordered_value', 5) }),
  ],
  // Rankings of what the last answer had rows of, or was narrowed to.
  [
    ['revenue by brand this year', 'the lowest three by units'],
    sales({ measures: ['units'], dimensions: ['brand'], period: 'year to date', ...top('units', 3, 'asc') }),
  ],
  [
    ['revenue of Bikes last month', 'top 5 by margin'],
    sales({
      ...{
        measures: ['gross_margin'],
        dimensions: ['product'],
        period: 'last month',
        ...top('gross_margin', 5),
      },
      filters: is('category', 'Bikes'),
    }),
  ],
  [
    ['top 2 categories by revenue last month', 'which has the most stock?'],
    stock({
      ...{ measures: ['on_hand'], dimensions: ['category'], filters: is('category', 'Bikes', 'Helmets') },
      orderBy: { by: 'on_hand', direction: 'desc' },
    }),
  ],
  // Why, at the time that was told.
  [
    ['revenue by month this year', 'best one?', 'what happened there?'],
    compared({
      measures: ['revenue'],
      dimension: 'category',
      period: '2026-09',
      compareTo: '2026-08-01..2026-08-31',
    }),
  ],
  [
    ['revenue in June compared with May', 'why?', 'which customers?'],
    compared({
      measures: ['revenue'],
      dimension: 'customer',
      period: '2026-06',
      compareTo: '2026-05',
      limit: 20,
    }),
  ],
  // Amounts behind a rate.
  [
    ['return rate of Bikes last quarter', 'how many units is that?', 'and in money?'],
    sales({ measures: ['returns'], period: 'last quarter', filters: is('category', 'Bikes') }),
  ],
  [
    ['revenue and margin by region last month', 'drop the revenue'],
    sales({ measures: ['gross_margin'], dimensions: ['region'], period: 'last month' }),
  ],
  // Sites, times and rows that are spoken of in passing.
  [
    ['stock of Bikes by warehouse', 'the fullest', 'which products there?'],
    stock({
      ...{ measures: ['on_hand'], dimensions: ['product'], orderBy: { by: 'on_hand', direction: 'desc' } },
      ...{ filters: [...is('category', 'Bikes'), ...is('warehouse', 'Eastfield')], limit: 20 },
    }),
  ],
  [
    ['revenue by month this year', 'the best one', 'what sold best then?'],
    sales({ measures: ['units'], dimensions: ['product'], period: '2026-09', ...top('units', 10) }),
  ],
  [
    ['margin by region last month', "highest one's customers"],
    sales({ measures: ['customers'], period: 'last month', filters: is('region', 'Europe') }),
  ],
  [
    ['orders by channel this month', 'vs last month', 'just online'],
    sales({ measures: ['orders'], period: '2026-10-01..2026-10-23', filters: is('channel', 'Online') }),
  ],
  [
    ['top 3 customers last month', 'revenue of the first one in 2025', 'who is the lowest overall?'],
    sales({
      ...{ measures: ['revenue'], dimensions: ['customer'], period: '2025' },
      ...top('revenue', 10, 'asc'),
    }),
  ],
])('%j goes on from what was told', async (questions, expected) => {
  expect(await reads(...questions)).toContainEqual(expected);
});

test('a follow-up of a first question that was refused is refused, too', async () => {
  for (const questions of [
    ['discount of flurb customers last year', 'and how do the other segments look?'],
    ['revenue if Bikes were free', 'per category?'],
    ['revenue if Bikes were free', 'and on units?'],
  ]) {
    const turns = await askAnalyst(questions);
    expect(turns.at(-1)?.text).toMatch(/^I did not understand ".+", so I do not know whether/);
  }
});

test('a remark on the last answer says what the request after it speaks of', async () => {
  expect(await reads('top 3 products by revenue last month', "that's all Bikes. do it without them")).toEqual(
    [
      sales({
        ...{ measures: ['revenue'], dimensions: ['product'], period: 'last month', ...top('revenue', 3) },
        filters: [{ dimension: 'category', op: 'is_not', values: ['Bikes'] }],
      }),
    ],
  );
});

test('what cannot be held to the things that were counted, or be added up, is refused', async () => {
  for (const questions of [
    ['how many products are out of stock?', 'how much did we sell of them last month?'],
    ['revenue in June', 'and August?', 'both together'],
    ['revenue by region last month', 'and by category', 'the difference between the two'],
  ]) {
    const turns = await askAnalyst(questions);
    expect(turns.at(-1)?.calls).toEqual([]);
    expect(turns.at(-1)?.text).toMatch(/^I do not know what/);
  }
});

test.each([
  ['top 3 products last month', 'together?'],
  ['top 3 products last month', 'how much is that in total?'],
  ['top 3 customers last month', 'and in total?'],
  ['top 3 regions last month', 'what does that add up to?'],
  ['top 3 regions last month', "what's the sum?"],
])('"%s", "%s": of those, and not of all', async (asked, question) => {
  expect(await reads(asked, question)).toEqual(await reads(asked));
});
