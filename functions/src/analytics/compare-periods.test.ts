import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, countDays } from './calendar.ts';
import { type comparisons, toComparisonPeriod, toSameStretch } from './compare-periods.ts';
import { parsePeriod } from './period.ts';

describe('the period before', () => {
  test.each([
    ['2026-10-01..2026-10-31', '2026-09-01..2026-09-30', 'a month is compared with the month before'],
    ['2026-02-01..2026-02-28', '2026-01-01..2026-01-31', 'whatever its length'],
    ['2026-08-01..2026-10-31', '2026-05-01..2026-07-31', 'three months with three months'],
    ['2025-01-01..2025-12-31', '2024-01-01..2024-12-31', 'a year with a year'],
    [
      '2026-11-01..2026-11-23',
      '2026-10-01..2026-10-23',
      'a running month with as many days of the one before',
    ],
    ['2026-03-01..2026-03-30', '2026-02-01..2026-02-28', 'which may be all that it has'],
    ['2026-10-01..2026-11-23', '2026-07-01..2026-08-23', 'a running quarter with the quarter before'],
    ['2026-01-01..2026-11-23', '2025-01-01..2025-11-23', 'a running year with the year before'],
    ['2024-01-01..2024-11-23', '2023-01-01..2023-11-23', 'by its dates'],
    ['2026-11-09..2026-11-22', '2026-10-26..2026-11-08', 'weeks with weeks'],
    ['2026-06-01..2026-06-07', '2026-05-25..2026-05-31', 'also the week that a month begins with'],
    ['2026-11-10..2026-11-12', '2026-11-07..2026-11-09', 'days with days'],
  ])('of %s is %s: %s', (period, expected) => {
    expect(compare(period, 'previous_period')).toBe(expected);
  });

  test('ends on the day before, where it is no running unit', () => {
    const days = fc.tuple(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 0, max: 400 }));
    fc.assert(
      fc.property(days, ([from, length]) => {
        const start = addDays('2021-01-01', from);
        const before = toComparisonPeriod(
          { start, end: addDays(start, length), label: '' },
          'previous_period',
        );
        expect(before.start <= before.end).toBe(true);
        expect(before.end < start).toBe(true);
        expect(Math.abs(countDays(before.start, before.end) - length)).toBeLessThanOrEqual(4);
      }),
    );
  });
});

test.each([
  ['2026-10-01..2026-10-31', '2025-10-01..2025-10-31', 'months meet months'],
  ['2025-02-01..2025-02-28', '2024-02-01..2024-02-29', 'with all their days'],
  ['2026-11-09..2026-11-22', '2025-11-10..2025-11-23', 'weekdays meet weekdays'],
  ['2026-01-01..2026-11-23', '2025-01-01..2025-11-23', 'dates meet dates'],
  ['2024-02-29..2024-02-29', '2023-02-28..2023-02-28', 'as near as the calendar has them'],
])('a year before %s is %s: %s', (period, expected) => {
  expect(compare(period, 'same_period_last_year')).toBe(expected);
});

describe('a unit that is not over', () => {
  test.each([
    ['this week', '2026-11-25', '2026-11-16..2026-11-18', 'has the weekdays of the week before'],
    ['this year', '2025-03-11', '2024-01-01..2024-03-11', 'is a year in its first quarter, too'],
    ['this year', '2024-11-23', '2023-01-01..2023-11-23', 'has the same dates in a leap year'],
    ['this year', '2024-02-29', '2023-01-01..2023-02-28', 'or those that there are'],
    ['year to date', '2026-01-20', '2025-01-01..2025-01-20', 'and in its first month'],
    ['year to date', '2026-10-31', '2025-01-01..2025-10-31', 'and on the last day of a month'],
    ['this quarter', '2026-10-20', '2026-07-01..2026-07-20', 'is a quarter in its first month, too'],
    ['this month', '2026-06-07', '2026-05-01..2026-05-07', 'is a month where its days are a week'],
    ['this month', '2026-03-30', '2026-02-01..2026-02-28', 'takes all of a shorter month'],
    ['this fiscal year', '2026-11-23', '2025-07-01..2025-11-23', 'is a fiscal year where it was named so'],
    ['this fiscal quarter', '2026-11-23', '2026-07-01..2026-08-23', 'and a fiscal quarter'],
    ['last 3 months', '2026-11-23', '2026-05-01..2026-07-31', 'while one that is over has all days'],
    ['last 2 weeks', '2026-11-23', '2026-10-26..2026-11-08', 'as weeks have'],
    ['FY2026', '2026-11-23', '2024-07-01..2025-06-30', 'and fiscal years'],
    ['H1 2026', '2026-11-23', '2025-07-01..2025-12-31', 'and halves of years'],
  ])('such as "%s" on %s is compared with %s: it %s', (words, today, expected) => {
    expect(compareNamed(words, today, 'previous_period')).toBe(expected);
  });

  test('is compared with the weekdays of 52 weeks before, where it is a week', () => {
    expect(compareNamed('this week', '2026-11-25', 'same_period_last_year')).toBe('2025-11-24..2025-11-26');
  });
});

function compareNamed(words: string, today: string, comparison: (typeof comparisons)[number]): string {
  const parsed = parsePeriod(words, { today, fiscalYearStartMonth: 7, coverage: null });
  if (!parsed.ok) throw new Error(parsed.problem.message);
  const found = toComparisonPeriod(parsed.value, comparison);
  return `${found.start}..${found.end}`;
}

function compare(period: string, comparison: (typeof comparisons)[number]): string {
  const [start = '', end = ''] = period.split('..');
  const found = toComparisonPeriod({ start, end, label: '' }, comparison);
  return `${found.start}..${found.end}`;
}

describe('the other side of a comparison', () => {
  const read = (text: string) => {
    const coverage = { first: '2020-01-01', last: '2026-11-23' };
    const parsed = parsePeriod(text, { today: '2026-11-23', fiscalYearStartMonth: 1, coverage });
    if (!parsed.ok) throw new Error(text);
    return parsed.value;
  };
  test.each([
    ['Q1 2025', 'Q1 2024', '2025-03-11', '2024-01-01..2024-03-11', 'is cut where the data ended'],
    ['Q1 2024', 'Q1 2023', '2024-02-29', '2023-01-01..2023-02-28', 'as near as the calendar has it'],
    ['2026-W47', '2026-W46', '2026-11-18', '2026-11-09..2026-11-11', 'by weekdays in a week'],
    ['Q4 2026', '2026-09', '2026-11-23', '2026-09-01..2026-09-30', 'is whole where it is another unit'],
    ['March 2026', 'February 2026', '2026-03-31', '2026-02-01..2026-02-28', 'and where nothing is cut'],
    ['March 2026', 'February 2026', '2026-03-30', '2026-02-01..2026-02-28', 'or is all over by then'],
  ])('of %s against %s, with data to %s, is %s: %s', (own, other, last, expected) => {
    const { start, end } = toSameStretch(read(other), read(own), last);
    expect(`${start}..${end}`).toBe(expected);
  });
});
