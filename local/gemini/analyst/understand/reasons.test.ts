import { expect, test } from 'vitest';
import { askAnalyst } from '../test-analyst.ts';
import { bought, is, reads, sales, stock } from '../test-reads.ts';

const value = stock({ measures: ['stock_value'] });

/** Why and when something is asked is no part of the question. */
test.each([
  ['Since the auditor comes tomorrow, what is our stock value?', value],
  ['We have a meeting on Monday, what is our stock value?', value],
  ['Before I order: what is our stock value?', value],
  ['Before calling the bank: what is our stock value?', value],
  ['Quick question before lunch, what is our stock value?', value],
  ['To plan the week: what was revenue last month?', sales({ measures: ['revenue'], period: 'last month' })],
  ['Christmas is coming, what should I reorder?', { name: 'get_reorder_recommendations', args: {} }],
  [
    "We've a meeting with Acme Supply on Monday; how reliable are they?",
    bought({ measures: ['on_time_rate'], filters: is('supplier', 'Acme Supply') }),
  ],
  [
    'Before we place the order with Acme Supply, how reliable are they?',
    bought({ measures: ['on_time_rate'], filters: is('supplier', 'Acme Supply') }),
  ],
])('of "%s" the reason is left out', async (question, expected) => {
  expect(await reads(question)).toContainEqual(expected);
});

test('a reason that names something is of that', async () => {
  const calls = await reads('To restock Bikes: what should I reorder?');
  expect(calls.map(({ args }) => args.filters)).toEqual(calls.map(() => is('category', 'Bikes')));
});

test.each([
  'Since Bikes are growing, what is our stock value?',
  'Given that December is strong, what was revenue?',
])('"%s" is not answered without what it names', async (question) => {
  expect(await reads(question)).toEqual([]);
});

const due = (period: string) =>
  bought({ measures: ['open_orders', 'open_units', 'open_value'], by: 'expected', period });

/** The day of something that is still to come lies ahead. Today is Monday, 23 November. */
test.each([
  ['what is due on Friday?', '2026-11-27'],
  ['expected deliveries on Wednesday', '2026-11-25'],
  ['what arrives by Friday?', '2026-11-23..2026-11-27'],
  ['what is due on the 5th?', '2026-12-05'],
  ['purchase orders due before 10 December', '2026-11-23..2026-12-09'],
  ['which orders will arrive in December?', '2026-12-01..2026-12-31'],
  ['what is due by the end of the month?', '2026-11-23..2026-11-30'],
])('"%s" is due %s', async (question, period) => {
  const [, count] = await reads(question);
  expect(count?.args).toMatchObject({ period, by: 'expected' });
});

test('after what is due this week a weekday is that to come', async () => {
  expect(await reads('deliveries due this week', 'and on Friday?')).toContainEqual(due('2026-11-27'));
});

test.each(["what's late?", 'what is late', 'late purchase orders'])(
  '"%s" is asked of orders',
  async (question) => {
    expect((await reads(question)).at(-1)?.args).toMatchObject({
      measures: expect.arrayContaining(['late_orders']),
    });
  },
);

test("what's open and late with a supplier is both of that one", async () => {
  const calls = await reads("what's open with Acme Supply and what's late?");
  expect(calls).toHaveLength(4);
  for (const { args } of calls) expect(args.filters).toEqual(is('supplier', 'Acme Supply'));
});

/** The days that the stock lasts, against the days until then. */
test.each([
  ['will the bikes last until Christmas?', 31],
  ['do we have enough bikes for December?', 38],
  ['do we have enough bikes for 30 days?', 30],
  ['is the stock of bikes enough until Friday?', 4],
])('"%s" is asked of %s days of cover', async (question) => {
  const [turn] = await askAnalyst([question]);
  expect(turn?.calls).toContainEqual(
    stock({ measures: ['days_of_cover'], filters: is('category', 'Bikes') }),
  );
  expect(turn?.text).toMatch(/At the recent pace of sales that lasts to \d+ \w+ 20\d\d/);
});

test.each(['do we have enough bikes for March?', 'will revenue be enough for December?'])(
  '"%s" is refused',
  async (question) => {
    expect(await reads(question)).toEqual([]);
  },
);

test.each(['do we have 40 Work Gloves?', 'they want 40 Work Gloves; do we have them?'])(
  '"%s" is answered with yes or no',
  async (question) => {
    const [turn] = await askAnalyst([question]);
    expect(turn?.text).toMatch(/^\*\*(?:Yes|No), (?:on hand|available)/);
  },
);

test.each([
  [['revenue on the 15th'], '2026-11-15'],
  [['revenue on the 30th'], '2026-10-30'],
  [['revenue last month', 'on the 15th'], '2026-10-15'],
  [['revenue on the 15th', 'and the 16th?'], '2026-11-16'],
])('%j is of that day', async (questions, period) => {
  expect(await reads(...questions)).toContainEqual(sales({ measures: ['revenue'], period }));
});

test('on the 15th, after a year, is open', async () => {
  expect(await reads('revenue this year', 'on the 15th')).toEqual([]);
});

const runsOut = (days: number) => ({ having: [{ measure: 'days_of_cover', op: 'below', value: days }] });

// Today is 23 November.
test.each<[string, object]>([
  ['Which products will run out before Christmas?', runsOut(31)],
  ['Are we going to run out of anything before Christmas?', runsOut(31)],
  [
    'Will any bikes be out of stock by the end of December?',
    { ...runsOut(38), filters: is('category', 'Bikes') },
  ],
  ['What will run out in the next two weeks?', runsOut(14)],
  ['Which bikes will run out this week?', { ...runsOut(6), filters: is('category', 'Bikes') }],
])('%j lists what does not last until then', async (question, expected) => {
  const [first] = await reads(question);
  expect(first).toMatchObject(stock({ measures: ['days_of_cover'], dimensions: ['product'], ...expected }));
});
