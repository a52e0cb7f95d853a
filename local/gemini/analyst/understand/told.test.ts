import { expect, test } from 'vitest';
import { askAnalyst } from '../test-analyst.ts';
import { bought, compared, is, monthly, moved, reads, sales, stock } from '../test-reads.ts';

/** What is told before or after a question, and says what is meant by it. */
test.each<[string, object[]]>([
  [
    'is anything overstocked? say more than 50 days of cover',
    [
      stock({
        ...{ measures: ['days_of_cover'], dimensions: ['product'] },
        orderBy: { by: 'days_of_cover', direction: 'desc' },
        having: [{ measure: 'days_of_cover', op: 'above', value: 50 }],
      }),
    ],
  ],
  [
    'Any overstock? I mean products whose stock would last longer than a year.',
    [
      stock({
        ...{ measures: ['days_of_cover'], dimensions: ['product'] },
        orderBy: { by: 'days_of_cover', direction: 'desc' },
        having: [{ measure: 'days_of_cover', op: 'above', value: 365 }],
      }),
    ],
  ],
  [
    'Do we hold products that nobody has bought in the past three months?',
    [
      stock({
        ...{ measures: ['unsold_units', 'unsold_value'], dimensions: ['product'], period: 'last 3 months' },
        orderBy: { by: 'unsold_units', direction: 'desc' },
        having: [{ measure: 'unsold_units', op: 'above', value: 0 }],
      }),
    ],
  ],
  [
    'how many late purchase orders do we have, and what value is outstanding on them?',
    [bought({ measures: ['late_orders', 'late_value'] })],
  ],
  [
    'We stopped selling Gloves. How many are left of each?',
    [
      stock({
        ...{ measures: ['on_hand'], dimensions: ['product'], filters: is('category', 'Gloves') },
        ...{ orderBy: { by: 'on_hand', direction: 'desc' }, limit: 20 },
      }),
    ],
  ],
  [
    'Which Gloves are sold out, and in which warehouse?',
    [
      stock({
        ...{
          measures: ['out_of_stock'],
          dimensions: ['product', 'warehouse'],
          filters: is('category', 'Gloves'),
        },
        orderBy: { by: 'out_of_stock', direction: 'desc' },
        having: [{ measure: 'out_of_stock', op: 'above', value: 0 }],
      }),
    ],
  ],
  [
    'Acme Supply: actual lead time vs the promised one this year',
    [
      bought({
        measures: ['lead_time', 'promised_lead_time'],
        period: 'year to date',
        filters: is('supplier', 'Acme Supply'),
      }),
    ],
  ],
  [
    "list anything we hold that hasn't sold a single unit in the last 90 days",
    [
      stock({
        ...{ measures: ['unsold_units', 'unsold_value'], dimensions: ['product'], period: 'last 90 days' },
        orderBy: { by: 'unsold_units', direction: 'desc' },
        having: [{ measure: 'unsold_units', op: 'above', value: 0 }],
      }),
    ],
  ],
  // A part of a year against "last year" is set against that part.
  [
    'sales in Q3 vs last year by region',
    [
      compared({
        measures: ['revenue'],
        dimension: 'region',
        period: 'Q3 2026',
        compareTo: '2025-07-01..2025-09-30',
      }),
    ],
  ],
  [
    'How is November going - revenue so far against the same days last year',
    [
      sales({ measures: ['revenue'], period: 'month to date' }),
      sales({ measures: ['revenue'], period: '2025-11-01..2025-11-23' }),
    ],
  ],
  [
    'Bikes look weak in February. What is behind the fall from January?',
    [
      compared({
        ...{ measures: ['revenue'], dimension: 'subcategory' },
        ...{ period: '2026-02', compareTo: '2026-01', filters: is('category', 'Bikes') },
      }),
    ],
  ],
  [
    'what revenue should I expect in December?',
    [{ name: 'forecast_demand', args: { measure: 'revenue', horizon: 2 } }],
  ],
])('"%s" is read as asked', async (question, calls) => {
  // Where the company has none of it, it is looked for at other times.
  expect((await reads(question)).slice(0, calls.length)).toEqual(calls);
});

const between = 'how many units did we move between warehouses last month';

test.each<[string[], object]>([
  [
    [between, 'where did they go?'],
    moved({ measures: ['transferred_in'], dimensions: ['warehouse'], period: 'last month' }),
  ],
  [
    [between, 'which product was moved the most?'],
    moved({
      ...{ measures: ['transferred_out'], dimensions: ['product'], period: 'last month' },
      ...{ orderBy: { by: 'transferred_out', direction: 'desc' }, limit: 10 },
    }),
  ],
  [
    ['revenue by channel last month', 'split that by customer segment too'],
    sales({ measures: ['revenue'], dimensions: ['channel', 'customer_segment'], period: 'last month' }),
  ],
  [
    ['revenue of Bikes by quarter in 2025', 'by channel rather than by quarter'],
    sales({
      ...{ measures: ['revenue'], dimensions: ['channel'], period: '2025', filters: is('category', 'Bikes') },
    }),
  ],
  [
    ['revenue by channel last month', 'break each down by customer segment'],
    sales({ measures: ['revenue'], dimensions: ['channel', 'customer_segment'], period: 'last month' }),
  ],
])('%j goes on from what was told', async (questions, read) => {
  expect((await reads(...questions))[0]).toEqual(read);
});

test('what narrows a question that was not understood is not forgotten by the next one', async () => {
  const turns = await askAnalyst([
    'revenue by channel last month',
    'split that by customer segment twice',
    'just Gloves',
    'and the margin instead of revenue?',
  ]);
  expect(turns.slice(1).flatMap(({ calls }) => calls.map(({ name }) => name))).not.toContain('query_sales');
  expect(turns.at(-1)?.text).toContain('I did not understand "split that by customer segment twice"');
});

test('what is late now is not compared with what nobody knows to have been late', async () => {
  const [turn] = await askAnalyst(['late orders now vs last month']);
  expect(turn?.calls).toEqual([]);
  expect(turn?.text).toContain('I have no record of what was open or late at an earlier time');
});

test.each([
  ['which products are at or below their reorder point?', { atPoint: true }],
  ['what stands at/under its reorder point?', { atPoint: true }],
  ['which products are below their reorder point?', {}],
])('"%s" is the list with or without what is exactly at its point', async (question, args) => {
  expect(await reads(question)).toContainEqual({ name: 'get_reorder_recommendations', args });
});

test.each(['good morning, are you there?', 'are you around?'])('"%s" is greeted', async (message) => {
  const [turn] = await askAnalyst([message]);
  expect(turn?.text).toMatch(/^Hello!/);
});

test.each<[string[], object]>([
  // One member of a ranking is no ranking.
  [
    ['which channel fell most from September to October?', 'and what about Online?'],
    monthly({
      ...{ measures: ['revenue'], period: '2026-09-01..2026-10-31' },
      filters: is('channel', 'Online'),
    }),
  ],
  [
    ['top 2 channels by revenue last month', 'what share of our revenue do these two bring in?'],
    sales({
      ...{ measures: ['revenue', 'revenue_share'], dimensions: ['channel'], period: 'last month' },
      ...{ orderBy: { by: 'revenue', direction: 'desc' }, limit: 2 },
    }),
  ],
  [
    ['top 2 channels by revenue last month', 'how much of that came from the largest one?'],
    sales({ measures: ['revenue'], period: 'last month', filters: is('channel', 'Online') }),
  ],
  [
    ['value of our open purchase orders by supplier', 'which of these orders are late already?'],
    bought({ measures: ['late_orders'], dimensions: ['supplier'] }),
  ],
  [
    ['revenue this year', 'and the same period last year?', 'break both down by region'],
    compared({
      ...{ measures: ['revenue'], dimension: 'region' },
      ...{ period: 'year to date', compareTo: '2025-01-01..2025-11-23' },
    }),
  ],
  [
    ['stock value by warehouse', 'compare with a year earlier'],
    stock({
      ...{ measures: ['stock_value'], dimensions: ['warehouse'] },
      ...{ period: 'today', compareTo: '2025-11-23..2025-11-23' },
    }),
  ],
])('%j is asked of what was compared', async (questions, read) => {
  expect((await reads(...questions))[0]).toEqual(read);
});

test.each([
  'October was big for Bikes. Which products sold best?',
  'We had a terrible October in Bikes. Which products sold best?',
])('"%s" asks of that time and thing', async (question) => {
  const [call] = await reads(question);
  expect(call?.args).toMatchObject({
    ...{ dimensions: ['product'], period: '2026-10' },
    filters: is('category', 'Bikes'),
  });
});

test('a judgement of a time stays where the question has one of its own', async () => {
  expect(await reads('October was slow for Bikes. Which products sold less than last year?')).toEqual([]);
});
