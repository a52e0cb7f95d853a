import { describe, expect, test } from 'vitest';
import { is, reads, sales, top } from '../../test-reads.ts';

const month = { period: 'last month' };
const revenue = { measures: ['revenue'], ...month };
const within = (limit: number) =>
  sales({ ...revenue, dimensions: ['region', 'product'], ...top('revenue', limit), limitPer: 'region' });

describe('a ranking in each, after figures by one thing,', () => {
  test.each([
    ['top 3 products in each', 3],
    ['and the top 3 products in each region?', 3],
    ['the top 3 products per region', 3],
    ['the best product for each of them', 1],
    ['which product leads in each?', 1],
  ])('is made within each of its rows: "%s"', async (question, limit) => {
    expect(await reads('revenue by region last month', question)).toEqual([within(limit)]);
  });

  test('is of those alone that were shown', async () => {
    const [call] = await reads('top 2 categories last month', 'and the best product of each?');
    expect(call?.args).toMatchObject({
      filters: is('category', 'Bikes', 'Helmets'),
      ...top('revenue', 1),
      limitPer: 'category',
    });
  });
});

describe('a second sentence that begins with "and"', () => {
  test.each(['And which product sold best?', 'And the top 10 products?', 'And what was the best product?'])(
    'asks beside the first where it ranks other things: "%s"',
    async (question) => {
      const calls = await reads(`Revenue by region last month. ${question}`);
      expect(calls).toContainEqual(sales({ ...revenue, dimensions: ['region'] }));
      expect(calls).toHaveLength(2);
    },
  );

  test('asks for a part beside the whole', async () => {
    const calls = await reads('Revenue by channel last month. And how much of it was in Europe?');
    expect(calls.map(({ args }) => args.filters)).toEqual([undefined, is('region', 'Europe')]);
  });

  test('changes the first where it names no other thing', async () => {
    const calls = await reads('Revenue by region last month. And only the top 2?');
    expect(calls).toEqual([sales({ ...revenue, dimensions: ['region'], ...top('revenue', 2) })]);
  });
});
