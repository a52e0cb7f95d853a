import { expect, test } from 'vitest';
import type { GroundedResult } from './grounded-result.ts';
import { proveFigures } from './prove-figures.ts';
import {
  byRegion,
  dimension,
  measure,
  month,
  prove,
  revenue,
  toResult,
  units,
} from './testing/test-results.ts';

test.each([
  ['Revenue was $1,204,878 in October.', 'cell'],
  ['Revenue was $1.2M in October.', 'cell'],
  ['Revenue was about $1,205,000 in October.', 'cell'],
  ['Revenue was 1,204,877.75 USD in October.', 'cell'],
  ['Margin was 42.7% in October.', 'cell'],
  ['Revenue rose 29.0% from September to October.', 'change'],
  ['- Oct 2026: (+29.0%)', 'change'],
  ['October was 29.0% higher than September.', 'change'],
  ['September was 22.5% lower than October.', 'change'],
  ['Costs fell, but October revenue grew by 29.0% on September.', 'change'],
  ['Revenue rose by $270,758 from September to October.', 'difference'],
  ['Margin rose 2.9 percentage points from September to October.', 'points'],
  ['All months together made $2,951,344.', 'sum'],
  ['The mean is $983,781 a month.', 'mean'],
  ['October made 40.8% of it.', 'share'],
  ['Over 3 months in all.', 'count'],
  ['In October each unit brought $206.60.', 'ratio'],
  ['October was 1.48x August.', 'ratio'],
])('%s is proved', (text, formula) => {
  const [figure, ...rest] = prove(text);
  expect(rest).toEqual([]);
  expect(formula === 'points' ? 'difference' : formula).toBe(figure?.[1]);
});

test.each([
  'Revenue fell 29.0% from September to October.',
  'October was 29.0% lower than September.',
  'October revenue was down by 29.0% on September.',
  'September was 22.5% higher than October.',
  'Revenue was $1,204,978 in October.',
  'Revenue was $1.3M in October.',
  'Margin was 43.7% in October.',
  'Revenue rose 31.0% from September to October.',
  'Revenue fell by $271,758 from September to October.',
  'All months together made $2,951,444.',
  'Revenue was 1.2% in October.',
  'Margin was $0.43 in October.',
  'Revenue was −$1,204,878 in October.',
  'Sales will reach $5,000,000 next year.',
])('%s is not proved', (text) => {
  expect(prove(text)).toEqual([[expect.any(String), false]]);
});

test.each([
  ['North and South made 74.4% together.', 'share'],
  ['The top three made $1,022,543.', 'sum'],
  ['North is $211,509 ahead of South.', 'difference'],
  ['North leads with 46.6% of the $1,122,314 total.', 'share'],
  ['All but North made 53.4%.', 'remaining share'],
  ['There are 4 regions.', 'count'],
])('%s is proved by region', (text, formula) => {
  expect(prove(text, [byRegion])[0]?.[1]).toBe(formula);
});

test('no total is proved where rows were cut, nor of a column that is not summable', () => {
  expect(prove('In all $1,122,314.', [{ ...byRegion, rowsCut: 5 }])).toEqual([['$1,122,314', false]]);
  const stock = toResult(
    [month, measure('on_hand', 'units', false)],
    [
      ['2026-08-01', 4123],
      ['2026-09-01', 5234],
    ],
  );
  expect(prove('In all 9,357 units.', [stock])).toEqual([['9,357', false]]);
});

test('what a limit kept back is neither counted nor part of a total', () => {
  const limited = { ...byRegion, limited: true };
  expect(prove('There are 4 regions; North made 46.6%.', [limited])).toEqual([
    ['4', false],
    ['46.6%', false],
  ]);
  expect(prove('Together these made $1,122,314.', [limited])).toEqual([['$1,122,314', 'sum']]);
});

test('figures across two results of one measure are proved', () => {
  const last = toResult([revenue], [[812_345.5]]);
  const now = toResult([revenue], [[934_120.25]], { resultId: 'r2' });
  expect(prove('Revenue rose 15.0%, by $121,775, to $934,120.', [last, now])).toEqual([
    ['15.0%', 'change'],
    ['$121,775', 'difference'],
    ['$934,120', 'cell'],
  ]);
});

test('sums of a member or a period in a longer result are proved', () => {
  const rows: GroundedResult['rows'] = ['2026-08-01', '2026-09-01', '2026-10-01'].flatMap((day, i) =>
    ['North', 'South'].map((region, j) => [day, region, 1000 * (i + 1) + 377 * (j + 1) * (i + 2)]),
  );
  const result = toResult([month, dimension('region'), revenue], rows);
  expect(prove('- North: $1,754 in August, $4,508 in October (+157.0%)', [result])).toEqual([
    ['$1,754', 'cell'],
    ['$4,508', 'cell'],
    ['+157.0%', 'change'],
  ]);
  expect(prove('Revenue rose from $4,262 in August to $11,655 in October.', [result])).toEqual([
    ['$4,262', 'sum'],
    ['$11,655', 'sum'],
  ]);
  expect(prove('South made $12,786 in all.', [result])).toEqual([['$12,786', 'sum']]);
});

test('a count below a number that the question names is proved', () => {
  const result = toResult(
    [dimension('product'), units],
    [
      ['a', 80],
      ['b', 45],
      ['c', 145],
      ['d', 12],
      ['e', 99],
    ],
  );
  expect(prove('Four: 4 products.', [result], 'how many are below 100?')).toEqual([['4', 'count']]);
});

test('a rate that is exactly at the percentage of the question counts as at it', () => {
  const rates = [0.3, 0.57, 0.6, 0.7].map((rate, at) => [`Channel ${at}`, rate]);
  const result = toResult([dimension('channel'), measure('margin_rate', 'fraction', false)], rates);
  expect(prove('3 are at or above it.', [result], 'which have at least 57%?')).toEqual([['3', 'count']]);
});

test('a share of a month is proved for each month of a year, May too', () => {
  const days = Array.from({ length: 12 }, (_, index) => `2025-${String(index + 1).padStart(2, '0')}-01`);
  const parts = ['Garden', 'Home', 'Tools'];
  const rows = days.flatMap((day, at) => parts.map((part, of) => [day, part, 1000 + 37 * at + 211 * of]));
  const result = toResult([month, dimension('category'), revenue], rows);
  const name = (day: string) => new Date(day).toLocaleString('en', { month: 'long', timeZone: 'UTC' });
  const unproved = days.filter((day, at) => {
    const own = 1000 + 37 * at;
    const text = `- ${name(day)} 2025: ${((100 * own) / (3 * own + 633)).toFixed(1)}% (of $${(3 * own + 633).toLocaleString('en-US')})`;
    return proveFigures({ text, question: 'q', results: [result] }).some(({ proved }) => !proved);
  });
  expect(unproved).toEqual([]);
});

test('without a result nothing is proved', () => {
  expect(prove('Revenue was $1,204,878.', [])).toEqual([['$1,204,878', false]]);
});

test('what is left of a total is proved by what the passage leaves out', () => {
  expect(prove('North and South made $835,313; the others made $287,001.', [byRegion])).toEqual([
    ['$835,313', 'sum'],
    ['$287,001', 'remaining sum'],
  ]);
  expect(prove('North and South made $835,313; the others made $287,101.', [byRegion]).at(-1)).toEqual([
    '$287,101',
    false,
  ]);
});

test('the share of what a limit kept is proved from the total of another result', () => {
  const top = { ...byRegion, limited: true };
  const all = toResult([revenue], [[2_000_000]], { resultId: 'r2' });
  expect(prove('Together these made 56.1% of the total.', [top, all])).toEqual([['56.1%', 'share']]);
  expect(prove('Together these made 57.1% of the total.', [top, all])).toEqual([['57.1%', false]]);
});

test('a figure is a share of another column of its row only where the words name that column', () => {
  const returns = { ...revenue, name: 'returns', label: 'Returns' };
  const result = toResult(
    [dimension('channel'), returns, revenue],
    [
      ['online', 49, 1000],
      ['store', 19, 1000],
    ],
  );
  expect(prove('- online: 4.9% of revenue', [result])).toEqual([['4.9%', 'share']]);
  expect(prove('- online: 1.9% of revenue', [result])).toEqual([['1.9%', false]]);
  expect(prove('- online: 4.9% more', [result])).toEqual([['4.9%', false]]);
});

test('counts are divided where the words do so, and a row is set against the sum of what it is part of', () => {
  const bySegment = toResult(
    [dimension('segment'), measure('orders', 'count'), measure('customers', 'count')],
    [
      ['Contractor', 10_398, 187],
      ['Retailer', 3_194, 120],
    ],
  );
  expect(prove('Contractor: 55.6 orders per customer.', [bySegment])).toEqual([['55.6', 'ratio']]);
  expect(prove('Contractor: 55.6 orders.', [bySegment])).toEqual([['55.6', false]]);
  const byChannel = toResult(
    [dimension('category'), dimension('channel'), revenue],
    [
      ['Tools', 'wholesale', 480],
      ['Tools', 'store', 520],
      ['Home', 'wholesale', 900],
      ['Home', 'store', 1100],
    ],
  );
  expect(prove('Wholesale made 48.0% of Tools.', [byChannel])).toEqual([['48.0%', 'share']]);
  expect(prove('Wholesale made 47.0% of Tools.', [byChannel])).toEqual([['47.0%', false]]);
});
