import { expect, test } from 'vitest';
import { compared, reads, sales, top } from '../../test-reads.ts';

const best = sales({ measures: ['revenue'], dimensions: ['product'], period: '2025', ...top('revenue', 3) });

test.each([
  'top 3 products by revenue in 2025 with growth vs 2024',
  'top 3 products by revenue in 2025 and their growth over 2024',
])('%j: the best of the year, and how those moved since the one before', async (question) => {
  const [ranking, moved, ...more] = await reads(question);
  expect(ranking).toEqual(best);
  expect(moved).toMatchObject(
    compared({ dimension: 'product', period: '2025', compareTo: '2024-01-01..2024-12-31' }),
  );
  expect(moved?.args.filters).toMatchObject([{ dimension: 'product', op: 'is' }]);
  expect(more).toEqual([]);
});

test('their growth over a year is not that in the year, where the rows are of the next', async () => {
  const [moved] = await reads('top 3 products by revenue in 2025', 'their growth over 2024');
  expect(moved).toMatchObject(compared({ period: '2025', compareTo: '2024-01-01..2024-12-31' }));
});

test('which month leads is told before why', async () => {
  const [months, why] = await reads('which month of 2025 was the weakest, and why?');
  expect(months).toMatchObject({ name: 'get_sales_by_month', args: { period: '2025' } });
  expect(why).toMatchObject({ name: 'compare_sales', args: { measures: ['revenue'] } });
});
