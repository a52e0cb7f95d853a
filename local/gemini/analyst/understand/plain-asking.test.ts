import { expect, test } from 'vitest';
import { compared, is, reads, sales } from '../test-reads.ts';

const bought = (args: object) => sales({ measures: ['revenue'], dimensions: ['product'], ...args });

test.each<[string, object]>([
  ['what are people buying?', bought({})],
  ['what are our customers buying this month?', bought({ period: 'month to date' })],
  ['what do customers in Europe buy?', bought({ filters: is('region', 'Europe') })],
  ['what are online customers ordering?', bought({ filters: is('channel', 'Online') })],
  ['why was Bikes down last month?', compared({ period: 'last month', filters: is('category', 'Bikes') })],
  ['why was October so weak?', compared({ period: '2026-10' })],
])('"%s" asks for what is bought, or for what moved', async (question, expected) => {
  expect((await reads(question)).at(0)).toMatchObject(expected);
});

test.each([
  [['revenue by region last month', 'why is the North so much higher?']],
  [['Bikes vs Helmets last month', 'why is it different?']],
  [['why is Bikes smaller than Helmets?']],
])('%j: nothing moved that could be taken apart', async (questions) => {
  expect(await reads(...questions)).toEqual([]);
});

test('what returns or discounts cost is their sum', async () => {
  const month = { measures: ['discount'], period: 'last month' };
  const [read] = await reads('discount by category last month', 'what did that cost us?');
  expect(read).toMatchObject(sales(month));
  expect(read?.args.dimensions ?? []).toEqual([]);
});

test('"and from new customers?", after a figure of a month, is of that month', async () => {
  const [read] = await reads('revenue last month', 'and from new customers?');
  expect(read).toMatchObject({ name: 'find_new_or_lapsed', args: { period: '2026-10' } });
  expect(await reads('average order value last month', 'and for new customers?')).toEqual([]);
});

test('"how many orders per day do we get?" is a mean', async () => {
  const [read] = await reads('how many orders per day do we get?');
  expect(read).toMatchObject(sales({ measures: ['orders'], grain: 'day' }));
});

test('what a ranking has of all is its share, whichever figure is named', async () => {
  const [read] = await reads('top 3 products by revenue last month', 'how much of our revenue is that?');
  expect(read).toMatchObject(sales({ measures: ['revenue', 'revenue_share'], dimensions: ['product'] }));
});

test('how many days were within a bound is no figure of all days', async () => {
  expect(
    await reads('which days did we sell more than 50 units last month?', 'how many were there?'),
  ).toEqual([]);
});

test('how many are profitable counts those above nothing, and how the summer went is of those months', async () => {
  const [read] = await reads('how many of our products are profitable?');
  expect(read?.args.having).toEqual([{ measure: 'gross_margin', op: 'above', value: 0 }]);
  expect((await reads('how did the summer go?'))[0]?.args).toMatchObject({
    period: '2026-06-01..2026-08-31',
  });
});
