import { expect, test } from 'vitest';
import { askAnalyst } from '../test-analyst.ts';
import { bought, compared, reads, sales, stock } from '../test-reads.ts';

const forecast = (args: object) => ({ name: 'forecast_demand', args });

test.each(['Which brands are losing ground this year?', 'which brands are gaining ground this year?'])(
  '"%s" asks how they moved',
  async (question) => {
    expect(await reads(question)).toMatchObject([compared({ dimension: 'brand', period: 'year to date' })]);
  },
);

test.each([
  'what did the online channel take last week?',
  'what did Asia make last week?',
  'how much did the online channel bring in last week',
])('"%s" asks for revenue', async (question) => {
  const [first] = await reads(question);
  expect(first).toMatchObject(sales({ measures: ['revenue'], period: 'last week' }));
});

test.each([
  'which products are down to fewer than 40 pieces? leave out those at zero',
  'which products have fewer than 40 units in stock, but not zero',
  'products with less than 40 units in stock, ignore zeros',
])('"%s" has two bounds', async (question) => {
  const [first] = await reads(question);
  expect(first).toMatchObject(
    stock({
      having: [
        { measure: 'on_hand', op: 'below', value: 40 },
        { measure: 'on_hand', op: 'above', value: 0 },
      ],
    }),
  );
});

test('a class of products that is low on stock is refused', async () => {
  for (const question of ['which A products are low on stock?', 'are any class B products running low?'])
    expect(await reads(question), question).toEqual([]);
});

test('open orders and when they are due are one list', async () => {
  expect(await reads('List the open orders with Acme Supply and when they are due')).toContainEqual(
    bought(
      expect.objectContaining({ dimensions: expect.arrayContaining(['purchase_order', 'expected_date']) }),
    ),
  );
});

test('a season beside months says no time of its own', async () => {
  const [first] = await reads('bike sales from november to february last winter');
  expect(first?.args).toMatchObject({ period: '2025-11-01..2026-02-28' });
});

test('what somebody thinks asks for nothing', async () => {
  expect(await reads('margin rate by category in 2025, I think Bikes is under water')).toEqual([
    sales({ measures: ['margin_rate'], dimensions: ['category'], period: '2025' }),
  ]);
});

test.each([
  ['What do you expect us to sell in December?', { horizon: 2 }],
  ['how much revenue do you expect in December?', { measure: 'revenue', horizon: 2 }],
  ['forecast of bikes for 6 weeks', { grain: 'week', horizon: 7 }],
  ['8 week forecast for bikes', { grain: 'week', horizon: 9 }],
  ['Forecast bike units over the coming two months', { measure: 'units', horizon: 3 }],
  ['forecast bike revenue by week', { grain: 'week' }],
  ['expected sales for January', { horizon: 3 }],
])('"%s" reaches as far as it says', async (question, args) => {
  expect(await reads(question)).toContainEqual(forecast(expect.objectContaining(args)));
});

test.each(['what will we sell tomorrow?', 'bike forecast per day', 'forecast for the next 10 days'])(
  '"%s": no forecast of months stands for it',
  async (question) => {
    expect(await reads(question)).toEqual([]);
  },
);

test('a forecast is set against nothing that was sold', async () => {
  const turns = await askAnalyst([
    'Forecast bike revenue for next month',
    'how does that compare with last month?',
  ]);
  expect(turns.at(-1)?.text).toContain('no way to compare a forecast');
});
