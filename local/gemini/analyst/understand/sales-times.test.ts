import { expect, test } from 'vitest';
import { is, monthly, reads, sales, top } from '../test-reads.ts';

test.each<[string, object]>([
  [
    'How did sales develop over the last two years?',
    monthly({ period: 'last 2 years', measures: ['revenue'] }),
  ],
  [
    'in how many months this year did we exceed 1 million in revenue?',
    sales({
      measures: ['revenue'],
      grain: 'month',
      period: 'year to date',
      having: [{ measure: 'revenue', op: 'above', value: 1_000_000 }],
    }),
  ],
  [
    'best category each month this year',
    sales({
      measures: ['revenue'],
      dimensions: ['category'],
      grain: 'month',
      period: 'year to date',
      ...top('revenue', 1),
      limitPer: 'month',
    }),
  ],
  [
    'sales in the first two weeks of October',
    sales({ measures: ['revenue'], period: '2026-10-01..2026-10-14' }),
  ],
  ['sales in week 40', sales({ measures: ['revenue'], period: '2026-09-28..2026-10-04' })],
  ['revenue between October 3 and 17', sales({ measures: ['revenue'], period: '2026-10-03..2026-10-17' })],
  [
    'sales on weekends vs weekdays last month',
    sales({ measures: ['revenue'], period: 'last month', filters: is('weekday', 'Saturday', 'Sunday') }),
  ],
  ['sales last summer', sales({ measures: ['revenue'], period: '2026-06-01..2026-08-31' })],
  ['sales this autumn so far', sales({ measures: ['revenue'], period: '2026-09-01..2026-11-23' })],
  ['units over Christmas', sales({ measures: ['units'], period: '2025-12-24..2025-12-26' })],
  ['profit of the winter of 2024', sales({ measures: ['gross_margin'], period: '2024-12-01..2025-02-28' })],
  ['daily sales last 2 weeks', sales({ measures: ['revenue'], grain: 'day', period: 'last 2 weeks' })],
  ['best month this year', monthly({ period: 'year to date', measures: ['revenue'] })],
  ['sales on mondays', sales({ measures: ['revenue'], filters: is('weekday', 'Monday') })],
  [
    'how many Bikes have we sold in total?',
    sales({ measures: ['units'], period: 'all time', filters: is('category', 'Bikes') }),
  ],
  [
    'how many Bikes have we sold in total this year?',
    sales({ measures: ['units'], period: 'year to date', filters: is('category', 'Bikes') }),
  ],
  ['lowest revenue day this year', sales({ measures: ['revenue'], grain: 'day', period: 'year to date' })],
])('"%s" is read as asked, with its time', async (question, expected) => {
  expect(await reads(question)).toContainEqual(expected);
});

const ofMonths = (...values: string[]) => ({
  ...{ measures: ['revenue'], grain: 'year', period: 'all time' },
  filters: is('month_of_year', ...values),
});

test.each<[string, string[]]>([
  ['sales in May of every year', ['May']],
  ['December revenue by year', ['December']],
  ['revenue every January', ['January']],
  ['how does revenue in May compare across years?', ['May']],
  ["each year's Q4 revenue", ['October', 'November', 'December']],
])('"%s" is of that part of each year', async (question, months) => {
  expect(await reads(question)).toContainEqual(sales(ofMonths(...months)));
});

test.each([
  ['revenue in March 2026 by year', { grain: 'year', period: '2026-03' }],
  ['revenue in May', { period: '2026-05' }],
])('"%s" is of the one that is named', async (question, time) => {
  expect(await reads(question)).toContainEqual(sales({ measures: ['revenue'], ...time }));
});

test('this autumn is the running one, also beside the last', async () => {
  const found = await reads('revenue this autumn compared with last autumn');
  expect(found).toContainEqual(sales({ measures: ['revenue'], period: '2025-09-01..2025-11-23' }));
});
