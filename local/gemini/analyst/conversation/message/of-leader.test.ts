import { expect, test } from 'vitest';
import { is, reads, sales } from '../../test-reads.ts';

test('what is asked of the biggest one is asked of it alone', async () => {
  const [ranking, ...own] = await reads('Did our biggest category sell more this year than last year?');
  expect(ranking).toMatchObject(sales({ dimensions: ['category'], period: 'year to date' }));
  expect(own.length).toBeGreaterThan(0);
  for (const { args } of own) expect(args.filters).toMatchObject([{ dimension: 'category', op: 'is' }]);
});

test('how far the first is ahead of the second is told of these two', async () => {
  const asked = await reads('Which category sold most in October, and by how much more than the second?');
  expect(asked.at(-1)).toMatchObject(
    sales({ dimensions: ['category'], period: '2026-10', filters: is('category', 'Lamps', 'Gloves') }),
  );
});

test('who leads in one place and in another is two rankings', async () => {
  const asked = await reads('Which channel was largest in Europe last month? And in Asia?');
  expect(asked).toMatchObject([
    sales({ dimensions: ['channel'], filters: is('region', 'Europe') }),
    sales({ dimensions: ['channel'], filters: is('region', 'Asia') }),
  ]);
});

test('a mean in the next sentence leaves the sum', async () => {
  const [sum, mean] = await reads(
    'How many orders did Online get in October? And how many per day on average?',
  );
  expect(sum).toEqual(sales({ measures: ['orders'], period: '2026-10', filters: is('channel', 'Online') }));
  expect(mean).toMatchObject(sales({ measures: ['orders'], filters: is('channel', 'Online') }));
});

test('who bought what grew fastest is a ranking of what they bought', async () => {
  const [moved, bought] = await reads(
    'What are the 3 fastest growing products this year, and who bought them?',
  );
  expect(moved).toMatchObject({ name: 'compare_sales', args: { dimension: 'product' } });
  expect(bought).toMatchObject(sales({ measures: ['revenue'], dimensions: ['customer'] }));
});

test.each([
  ['Is Online ahead of Retail this year?', is('channel', 'Online', 'Retail')],
  ['Is Online still behind Retail this year?', is('channel', 'Online', 'Retail')],
])('%j sets the two against each other', async (question, filters) => {
  expect(await reads(question)).toMatchObject([sales({ dimensions: ['channel'], filters })]);
});
