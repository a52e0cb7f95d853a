import { expect, test } from 'vitest';
import { askAnalyst } from '../test-analyst.ts';
import { bought, compared, reads, sales, stock } from '../test-reads.ts';

const revenue = (...periods: string[]) => periods.map((period) => sales({ measures: ['revenue'], period }));
const total = 'What was revenue last month?';

// What lies between them was not asked for.
test.each([
  [['compare Q3 with Q3 last year'], revenue('Q3 2026', 'Q3 2025')],
  [['revenue March 2026 vs March 2025'], revenue('2026-03', '2025-03')],
  [['revenue yesterday', 'same day last week'], revenue('yesterday', '2026-11-15')],
  [[total, 'with last year next to it'], revenue('last month', '2025-10-01..2025-10-31')],
  [['revenue in March and in 2025'], revenue('2025-03', '2025')],
  [['revenue Q1 2026 vs Q1 2025', 'which was better?'], revenue('Q1 2026', 'Q1 2025')],
  [['revenue Q1 2026 vs Q1 2025', 'by how much?'], revenue('Q1 2026', 'Q1 2025')],
  [
    ['what was stock worth at the end of October, and what was it a year earlier?'],
    ['2026-10', '2025-10-01..2025-10-31'].map((period) => stock({ measures: ['stock_value'], period })),
  ],
])('%j reads two times alone', async (asked, expected) => {
  expect(await reads(...asked)).toEqual(expected);
});

test('two months in a row are read at once', async () => {
  expect(await reads('compare October with September')).toHaveLength(1);
});

const ofRegions = (period: string, compareTo: string) =>
  compared({ measures: ['revenue'], dimension: 'region', period, compareTo });
const thisYear = ofRegions('year to date', '2025-01-01..2025-11-23');

test.each([
  ['sales growth by region', thisYear],
  ['how did sales change by region?', thisYear],
  ['change in revenue by region in 2026', thisYear],
  ['growth by region since June', ofRegions('2026-06-01..2026-11-23', '2025-06-01..2025-11-23')],
  ['revenue growth by region in Q3', ofRegions('Q3 2026', '2026-04-01..2026-06-30')],
])('%j sets two times apart, and tells no total', async (asked, expected) => {
  expect(await reads(asked)).toEqual([expected]);
});

test('a change of stock in each warehouse is one from month to month', async () => {
  const change = { period: 'last month', compareTo: '2026-09-01..2026-09-30' };
  const expected = { measures: ['stock_value'], dimensions: ['warehouse'], ...change };
  expect(await reads('change in stock value by warehouse')).toEqual([stock(expected)]);
});

test.each([
  ['How did revenue change in 2026?', revenue('year to date', '2025-01-01..2025-11-23')],
  ['How much did sales grow in November?', revenue('month to date', '2026-10-01..2026-10-23')],
])('%j sets what has passed of it against as many days before', async (asked, expected) => {
  expect(await reads(asked)).toEqual(expected);
});

test.each(['Has revenue fallen since June?', 'How did revenue develop since June?'])(
  '%j is told from June on, the last step after it',
  async (asked) => {
    const [turn] = await askAnalyst([asked]);
    expect(turn?.text).toMatch(/ from June 2026 to October 2026\*\*.*; since September 2026 it /);
  },
);
const leaves = (...values: string[]) => ({ filters: [{ dimension: 'month_of_year', op: 'is_not', values }] });

test.each<[string, object]>([
  ['revenue this year excluding August', sales({ ...ofRevenue('year to date'), ...leaves('August') })],
  ['revenue in 2025 without Jul and August', sales({ ...ofRevenue('2025'), ...leaves('July', 'August') })],
])('"%s" leaves those months out of the time', async (question, expected) => {
  expect(await reads(question)).toEqual([expected]);
});

// Both orders, and the year that a part of it has.
test.each([
  ['revenue this year before 10 October', '2026-01-01..2026-10-09'],
  ['revenue in 2025 before May', '2025-01-01..2025-04-30'],
  ['revenue last year until May', '2025-01-01..2025-05-31'],
  ['revenue of last year through September', '2025-01-01..2025-09-30'],
])('"%s" ends within that year', async (question, period) => {
  expect(await reads(question)).toEqual([sales(ofRevenue(period))]);
});

test('open orders due between two days of a month to come are those of all the days', async () => {
  const asked = 'how many open orders are due between 1 and 10 December?';
  const args = { measures: ['open_orders'], by: 'expected', period: '2026-12-01..2026-12-10' };
  expect((await reads(asked))[0]).toEqual(bought(args));
});

function ofRevenue(period: string): object {
  return { measures: ['revenue'], period };
}
