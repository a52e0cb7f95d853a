import { expect, test } from 'vitest';
import { bought, is, reads, sales } from '../test-reads.ts';
import { normaliseQuestion } from '../wording/normalise-question.ts';

const highest = (by: string) => ({ orderBy: { by, direction: 'desc' } });

test.each<[string, object]>([
  [
    'best selling Helmets brand last month',
    { measures: ['units'], dimensions: ['brand'], filters: is('category', 'Helmets'), ...highest('units') },
  ],
  [
    'most profitable Helmets supplier last month',
    {
      ...{ measures: ['gross_margin'], dimensions: ['supplier'], filters: is('category', 'Helmets') },
      ...highest('gross_margin'),
    },
  ],
  [
    'Helmets item with the highest return rate last month',
    {
      ...{ measures: ['return_rate'], dimensions: ['product'], filters: is('category', 'Helmets') },
      ...highest('return_rate'),
    },
  ],
  ['what discount do we give on average?', { measures: ['discount_rate'] }],
  [
    'what discount did Helmets get on average last month?',
    { measures: ['discount_rate'], filters: is('category', 'Helmets') },
  ],
])('"%s"', async (question, args) => {
  expect((await reads(question))[0]).toMatchObject(sales(args));
});

test.each(['is Bikes ahead of Helmets this year?', 'were Bikes ahead of Helmets in 2025?'])(
  '"%s" sets two side by side',
  async (question) => {
    expect((await reads(question))[0]?.args).toMatchObject({ filters: is('category', 'Bikes', 'Helmets') });
  },
);

test.each([
  ['Does Orsini deliver later than Brio?', 'higher delivery delay'],
  ['Is Orsini later than Brio?', 'higher delivery delay'],
  ['Does Orsini deliver earlier than Brio?', 'lower delivery delay'],
  ['Is the delivery later than expected?', 'later than expected'],
])('%j says "%s"', (question, said) => {
  expect(normaliseQuestion(question)).toContain(said);
});

test('"units they delivered" are those received of orders', async () => {
  const [read] = await reads(
    'top 5 suppliers by units they delivered on orders of 2025, and their fill rate',
  );
  expect(read).toMatchObject(
    bought({ measures: expect.arrayContaining(['received_units', 'fill_rate']), dimensions: ['supplier'] }),
  );
});

test('"the first of them" is the first row', async () => {
  const asked = ['top 3 categories by revenue last month', 'how did the first of them do this month?'];
  const [read] = await reads(...asked);
  expect(read?.args).toMatchObject({ filters: [{ dimension: 'category', op: 'is' }] });
});

test.each<[string, string, 'asc' | 'desc']>([
  ['which channel is least profitable?', 'channel', 'asc'],
  ['what is our most profitable category?', 'category', 'desc'],
  ['the least profitable region last month', 'region', 'asc'],
])('"%s" ranks groups of different size by the rate', async (question, dimension, direction) => {
  const [call] = await reads(question);
  expect(call?.args).toMatchObject({
    ...{ measures: ['margin_rate'], dimensions: [dimension] },
    orderBy: { by: 'margin_rate', direction },
  });
});

test.each(['our most profitable products', 'most profitable channel in dollars'])(
  '"%s" ranks by the money',
  async (question) => {
    const [call] = await reads(question);
    expect(call?.args.measures).toEqual(['gross_margin']);
  },
);

test.each([
  ['Black Friday (27 Nov): online vs store?', '27 Nov: online vs store?'],
  ['sales in the Christmas week (21-27 December)', 'sales in 21-27 December'],
])('"%s" is of the days in brackets', (question, expected) => {
  expect(normaliseQuestion(question)).toBe(expected);
});

test.each([
  ['how much did we bin last month', 'how much did we throw away last month'],
  ['what is in bin 12', 'stock by product in bin 12'],
])('"%s": to bin is to throw away, and a bin is a place', (question, expected) => {
  expect(normaliseQuestion(question)).toBe(expected);
});

test.each([
  'how many orders last month, and how big on average?',
  'how many orders did we get last month and how big were they?',
])('"%s" asks for the number and the mean value', async (question) => {
  const [call] = await reads(question);
  expect(call).toMatchObject(sales({ measures: ['orders', 'average_order_value'], period: 'last month' }));
});

test.each(['so online bought nothing at all last month?', 'online bought nothing last month, right?'])(
  '"%s" asks what was bought',
  async (question) => {
    const [call] = await reads(question);
    expect(call?.args).toMatchObject({ period: 'last month', filters: is('channel', 'Online') });
  },
);

test.each([
  'retailers that havent bought anything since March',
  'any retailers without an order since March',
  'retailers with no purchases since March',
])('"%s" are lapsed customers of that kind', (question) => {
  expect(normaliseQuestion(question).replace(/ +/g, ' ')).toBe('lapsed customers of retailers since March');
});
