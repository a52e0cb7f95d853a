import { expect, test } from 'vitest';
import { periodBefore } from '../../reads/compare-sides.ts';
import { askAnalyst } from '../../test-analyst.ts';
import { bought, compared, is, monthly, reads, sales, stock } from '../../test-reads.ts';
import { toSpan } from '../../time/period.ts';
import { leadsIn } from '../subject.ts';

const both = {
  ...{ measures: ['revenue'], dimension: 'category' },
  filters: is('category', 'Bikes', 'Helmets'),
};
const october = { ...both, compareTo: '2026-09-01..2026-09-30' };

test.each<[string[], object]>([
  [
    ['revenue of Bikes last month', 'and Helmets?', 'which of the two is growing'],
    compared({ ...october, period: 'last month' }),
  ],
  [
    ['revenue of Bikes in October', 'and Helmets?', 'which one is growing faster'],
    compared({ ...october, period: '2026-10' }),
  ],
  [
    ['revenue of Bikes this year', 'and Helmets?', 'which of the two is growing'],
    compared({ ...both, period: 'year to date', compareTo: '2025-01-01..2025-11-23' }),
  ],
  [
    ['revenue of Bikes this year', 'and Helmets?', 'which one sold more?'],
    sales({
      ...{ measures: ['revenue'], dimensions: ['category'], period: 'year to date' },
      filters: is('category', 'Bikes', 'Helmets'),
    }),
  ],
  [
    ['revenue last month', 'and same month a year ago?', 'which categories explain the difference'],
    compared({
      ...{ measures: ['revenue'], dimension: 'category' },
      period: '2026-10',
      compareTo: '2025-10',
    }),
  ],
  [
    ['revenue in October', 'and in September?', 'where does the difference come from?'],
    compared({ ...{ measures: ['revenue'], dimension: 'region' }, period: '2026-10', compareTo: '2026-09' }),
  ],
  [
    ['revenue last month', 'and same month a year ago?', 'why?'],
    compared({
      ...{ measures: ['revenue'], dimension: 'category' },
      period: '2026-10',
      compareTo: '2025-10',
    }),
  ],
])('%j sets the times of the last two against those before', async (questions, call) => {
  expect(await reads(...questions)).toContainEqual(call);
});

test('the days of whole months are set against whole months', () => {
  expect(periodBefore(toSpan('2026-10-01', '2026-10-31', 'day'))).toMatchObject({
    start: '2026-09-01',
    end: '2026-09-30',
  });
});

test('the day that an answer tells of is no other whose name it has', () => {
  const answer = '**15 November 2026 was the day with the lowest revenue: $24,443.**';
  expect(leadsIn(answer, '2026-11-15', 'day')).toBe(true);
  expect(leadsIn(answer, '2026-11-05', 'day')).toBe(false);
});

test.each<[string[], object]>([
  [
    ['turnover ratio of stock by category', 'against last year'],
    stock({
      ...{ measures: ['turnover'], dimensions: ['category'] },
      ...{ period: '2026-08-25..2026-11-23', compareTo: '2025-08-25..2025-11-23' },
    }),
  ],
  [
    ['sales by channel in Q3', 'change channel to region'],
    sales({ measures: ['revenue'], dimensions: ['region'], period: 'Q3 2026' }),
  ],
  [
    ['revenue by month', 'only from June'],
    monthly({ measures: ['revenue'], period: '2026-06-01..2026-11-23' }),
  ],
  [
    ['revenue Q3 2026 vs Q3 2025', 'Q2 as well'],
    sales({ measures: ['revenue'], grain: 'quarter', period: '2025-07-01..2026-09-30' }),
  ],
  [
    ['revenue by month', 'best month', 'what sold best in it'],
    sales(
      expect.objectContaining({ dimensions: ['product'], period: expect.stringMatching(/^\d{4}-\d\d$/) }),
    ),
  ],
  [
    ['what did we order from Acme Supply this year', 'when is the next delivery'],
    bought(
      expect.objectContaining({ measures: ['open_units', 'late_units'], dimensions: ['expected_date'] }),
    ),
  ],
])('%j goes on in the time that it means', async (questions, call) => {
  expect(await reads(...questions)).toContainEqual(call);
});

test('Black Friday is set against that of the year before', async () => {
  const [now, before] = await reads('revenue on Black Friday', 'compared to the year before');
  expect([now?.args.period, before?.args.period]).toEqual([
    '2025-11-28..2025-11-28',
    '2024-11-29..2024-11-29',
  ]);
});

test.each([
  [['late orders that were due on Wednesday'], 'on wednesday'],
  [['open purchase orders', 'sorted by date'], 'sorted'],
])('%j is refused: it could not be heeded', async (questions, left) => {
  const turns = await askAnalyst(questions);
  expect(turns.at(-1)?.text).toContain(`"${left}"`);
});
