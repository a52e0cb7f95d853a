import { expect, test } from 'vitest';
import { bought, compared, is, reads, sales, stock } from '../test-reads.ts';

test.each<[string, object[]]>([
  [
    'what did we sell last month and what was the margin, per region',
    [sales({ measures: ['revenue', 'gross_margin'], dimensions: ['region'], period: 'last month' })],
  ],
  [
    'per brand this year: what did we sell, how much did it cost and what is left as profit?',
    [
      sales({
        measures: ['revenue', 'cost', 'gross_margin'],
        dimensions: ['brand'],
        period: 'year to date',
      }),
    ],
  ],
  [
    'for each warehouse: what is in stock and what is on order',
    [stock({ measures: ['on_hand', 'on_order'], dimensions: ['warehouse'] })],
  ],
  [
    'what did we sell and what did we earn last month?',
    [sales({ measures: ['revenue', 'gross_margin'], period: 'last month' })],
  ],
  [
    'how much did we sell and return in Bikes last month?',
    [sales({ measures: ['revenue', 'returns'], period: 'last month', filters: is('category', 'Bikes') })],
  ],
  [
    'how many units did we sell and return last month?',
    [sales({ measures: ['units', 'returned_units'], period: 'last month' })],
  ],
])('"%s" is one table of both figures', async (question, calls) => {
  expect(await reads(question)).toEqual(calls);
});

test('the second half of a question has what stands before both, and what follows is of both', async () => {
  const asked = 'What did Online bring in last month and what did it cost us?';
  const both = { measures: ['revenue', 'cost'], period: 'last month', filters: is('channel', 'Online') };
  expect(await reads(asked)).toContainEqual(sales(both));
  expect(await reads(asked, 'by region')).toContainEqual(sales({ ...both, dimensions: ['region'] }));
});

test('what goods cost is their value once they were ordered', async () => {
  const calls = await reads('How many units did we order from suppliers in 2026, and what did they cost?');
  expect(calls).toContainEqual(bought({ measures: ['ordered_units', 'ordered_value'], period: '2026' }));
});

test('a second sentence that only adds a figure widens the first', async () => {
  expect(await reads('Revenue by brand last month. Add the margin.')).toEqual([
    sales({ measures: ['revenue', 'gross_margin'], dimensions: ['brand'], period: 'last month' }),
  ]);
});

test('of two halves that are narrowed otherwise each is read', async () => {
  const on = (op: string) => [{ dimension: 'weekday', op, values: ['Saturday', 'Sunday'] }];
  const of = (filters: object[]) => sales({ measures: ['revenue'], period: 'last month', filters });
  for (const question of [
    'How much revenue fell on Saturdays and Sundays last month, and how much on Monday to Friday?',
    'what did we sell on weekends last month, and how much on weekdays?',
  ])
    expect(await reads(question)).toEqual(expect.arrayContaining([of(on('is')), of(on('is_not'))]));
});

test.each([
  ['Monday to Wednesday', ['Monday', 'Tuesday', 'Wednesday']],
  ['Thu-Sat', ['Thursday', 'Friday', 'Saturday']],
  ['Fridays through Mondays', ['Friday', 'Saturday', 'Sunday', 'Monday']],
  ['Mondays and Thursdays', ['Monday', 'Thursday']],
])('"%s" are the days from one to the other', async (days, values) => {
  expect(await reads(`revenue on ${days} last month`)).toContainEqual(
    sales({ measures: ['revenue'], period: 'last month', filters: is('weekday', ...values) }),
  );
});

test('how many are enough may stand in a sentence of its own', async () => {
  const [call] = await reads('Best selling categories last month, by revenue? Two are enough.');
  expect(call).toMatchObject({ args: { dimensions: ['category'], limit: 2 } });
});

test('another figure of the members of the last answer is of the same time', async () => {
  const calls = await reads(
    'discount by region last year',
    'and what margin rate do we make on each region?',
  );
  expect(calls).toEqual([sales({ measures: ['margin_rate'], dimensions: ['region'], period: 'last year' })]);
});

test.each(['list the categories that are declining', 'categories which fell last month'])(
  '"%s" are those that moved so, and not all',
  async (question) => {
    const [call] = await reads(question);
    expect(call).toEqual(
      compared({
        measures: ['revenue'],
        dimension: 'category',
        period: 'last month',
        compareTo: '2026-09-01..2026-09-30',
      }),
    );
  },
);

test.each(['how did last week go?', 'how was last week', 'and how has last week been?'])(
  '"%s" asks for a summary of that time',
  async (question) => {
    const [read] = await reads(question);
    expect(read).toEqual(
      sales({ measures: ['revenue', 'units', 'orders', 'gross_margin'], period: 'last week' }),
    );
  },
);

test('units and value of what came back are both of returns', async () => {
  expect(await reads('what came back last month, by region, units and value')).toContainEqual(
    sales({ measures: ['returns', 'returned_units'], dimensions: ['region'], period: 'last month' }),
  );
});

test('a summary of a time may be split', async () => {
  expect(await reads('how was last week, by channel')).toContainEqual(
    sales({
      measures: ['revenue', 'units', 'orders', 'gross_margin'],
      dimensions: ['channel'],
      period: 'last week',
    }),
  );
});

test.each([
  'how much did we buy and how much did we sell in Bikes last month?',
  'how much did we buy and sell in Bikes last month?',
])('what is named once, at the end of "%s", is what both figures are of', async (asked) => {
  const ofBikes = { period: 'last month', filters: is('category', 'Bikes') };
  const calls = await reads(asked);
  expect(calls).toContainEqual(bought({ measures: ['ordered_value'], ...ofBikes }));
  expect(calls).toContainEqual(sales({ measures: ['revenue'], ...ofBikes }));
});
