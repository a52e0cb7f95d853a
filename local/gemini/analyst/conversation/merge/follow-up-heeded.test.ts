import { expect, test } from 'vitest';
import { askAnalyst } from '../../test-analyst.ts';
import { compared, is, reads, sales, top } from '../../test-reads.ts';

const lastText = async (...asked: string[]) => (await askAnalyst(asked)).at(-1)?.text ?? '';

test.each(['is that more orders or bigger baskets?', 'bigger baskets or just more orders?'])(
  '"%s" is asked of both, and revenue stays the figure that is spoken of',
  async (asked) => {
    const measures = ['revenue', 'orders', 'average_order_value'];
    const [first] = await reads('revenue this month vs last month', asked);
    expect(first?.args).toMatchObject({ measures });
    const [moved] = await reads('revenue this month vs last month', asked, 'which category grew the most?');
    expect(moved).toMatchObject(compared({ measures: ['revenue'], dimension: 'category' }));
  },
);

test('customers or orders, after what revenue did, are asked of both', async () => {
  const [first] = await reads('revenue this month vs last month', 'customers or orders?');
  expect(first?.args).toMatchObject({ measures: ['revenue', 'customers', 'orders'] });
});

test('what sold best in there, after what grew most, is ranked by what it sold', async () => {
  const asked = ['which category grew the most last month?', 'what sold best in there?'];
  const [first] = await reads(...asked);
  expect(first).toMatchObject(sales({ dimensions: ['product'], ...top('revenue', 10) }));
  expect(first?.args).not.toHaveProperty('compareTo');
});

test('why, after the one that led or fell, is asked of that one; of several it is open which', async () => {
  const fell = ['which region grew the most last month?', 'why?'];
  const [first] = await reads(...fell);
  expect(first?.args.filters).toMatchObject([{ dimension: 'region', op: 'is' }]);
  const text = await lastText('which categories grew last month?', 'why?');
  expect(text).toMatch(/I cannot tell which one|^For /);
});

test.each([
  ['revenue by region this year', "who's the worst?"],
  ['revenue by region this year', 'who grew fastest?'],
])('%j, %j: one of those that were told, and no customer', async (asked, next) => {
  const [first] = await reads(asked, next);
  expect(JSON.stringify(first?.args)).toContain('"region"');
});

test('who bought most of it, after months, is a customer', async () => {
  const [first] = await reads('revenue of Bikes this year by month', 'and who bought most of it?');
  expect(first).toMatchObject(sales({ dimensions: ['customer'], filters: is('category', 'Bikes') }));
});

test.each(['mostly what?', 'mainly what?', 'what mostly?'])('"%s" is what makes up most', async (asked) => {
  const [first] = await reads('revenue of Online last month', asked);
  expect(first).toMatchObject(sales({ dimensions: ['product'], filters: is('channel', 'Online') }));
});

test('"what was ordered most", after a mean, is told in units', async () => {
  const [first] = await reads('average order value by month this year', 'what was ordered most?');
  expect(first?.args).toMatchObject({ measures: ['units'], dimensions: ['product'] });
});

test('how much money, after who is the worst, is of that one', async () => {
  const [first] = await reads('which region sold the fewest units last month?', 'how much money is that?');
  expect(first?.args).toMatchObject({ measures: ['revenue'] });
  expect(first?.args.filters).toMatchObject([{ dimension: 'region', op: 'is' }]);
});

test('"which is better?", after the margin of one and of another, is asked of the margin', async () => {
  const [first] = await reads('margin on Bikes this year', 'what about Helmets?', 'which is better?');
  expect(first?.args).toMatchObject({ measures: ['gross_margin'], dimensions: ['category'] });
});

test('"more than the May before?" leaves out what is more', async () => {
  const [first, second] = await reads('revenue in May 2026', 'more than the May before?');
  const periods = [first?.args.period, second?.args.period, first?.args.compareTo];
  expect(periods).toContain('2025-05');
});

test('one of the last answer that a refused turn spoke of is who the next one speaks of', async () => {
  const asked = ['top 3 customers last month', 'when did number one last order?', 'what do they mostly buy?'];
  const [first] = await reads(...asked);
  expect(first?.args.filters).toMatchObject([
    { dimension: 'customer', op: 'is', values: [expect.any(String)] },
  ]);
});

test('a name per order is the average order of that one, and no overview', async () => {
  const [first] = await reads('Online per order');
  expect(first?.args).toMatchObject({ measures: ['average_order_value'] });
});

test('"lost most" against another time is the largest fall', async () => {
  const [first] = await reads('which regions lost most this month vs last month?');
  expect(first).toMatchObject(compared({ dimension: 'region' }));
});

test('who drove that, after who grew most, is asked of that one, and who went the other way of all of it', async () => {
  const asked = ['revenue by region last month', 'which grew most on the month before?'];
  const [drove] = await reads(...asked, 'who drove that?');
  expect(drove).toMatchObject(compared({ dimension: 'customer' }));
  expect(drove?.args.filters).toMatchObject([{ dimension: 'region', op: 'is' }]);
  const [fell] = await reads(...asked, 'who drove that?', 'and who went the other way?');
  expect(fell).toMatchObject(compared({ dimension: 'customer' }));
});

test('who is the biggest in each, after groups, is a customer of each', async () => {
  const [first] = await reads('revenue by region last month', 'who is the biggest in each?');
  expect(first?.args).toMatchObject({ dimensions: ['region', 'customer'], limitPer: 'region' });
});

test('how many of them bought less than last year are those that did', async () => {
  const asked = ['top 3 customers this year', 'how many of them bought less than last year?'];
  const [first] = await reads(...asked);
  expect(first).toMatchObject(compared({ dimension: 'customer' }));
});

test('what was behind the quarter that grew most is asked of that quarter', async () => {
  const asked = [
    'revenue by quarter since 2025',
    'which quarter grew most?',
    'which category was behind that?',
  ];
  const [first] = await reads(...asked);
  expect(first).toMatchObject(compared({ dimension: 'category' }));
  expect(first?.args.period).toMatch(/Q\d|\d{4}/);
});
