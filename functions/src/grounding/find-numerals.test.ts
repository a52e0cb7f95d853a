import { expect, test } from 'vitest';
import { findNumerals } from './find-numerals.ts';
import { findQuotedSpans } from './quoted-spans.ts';

test.each([
  ['1,234.5', 'plain', 1234.5, 0.1, false],
  ['12', 'plain', 12, 1, false],
  ['$1.2M', 'currency', 1_200_000, 100_000, false],
  ['-$1,234', 'currency', -1234, 1, true],
  ['$-1,234', 'currency', -1234, 1, true],
  ['€ 12.50', 'currency', 12.5, 0.01, false],
  ['1,234 USD', 'currency', 1234, 1, false],
  ['12.3 %', 'percent', 12.3, 0.1, false],
  ['12.3%', 'percent', 12.3, 0.1, false],
  ['−3.0%', 'percent', -3, 0.1, true],
  ['+8.4%', 'percent', 8.4, 0.1, true],
  ['5 percent', 'percent', 5, 1, false],
  ['2.5 percentage points', 'points', 2.5, 0.1, false],
  ['3 pp', 'points', 3, 1, false],
  ['1.5x', 'times', 1.5, 0.1, false],
  ['2 times as', 'times', 2, 1, false],
  ['340k', 'plain', 340_000, 1000, false],
  ['1.5 million', 'plain', 1_500_000, 100_000, false],
  ['$2.1bn', 'currency', 2_100_000_000, 100_000_000, false],
  ['$9.9 mil', 'currency', 9_900_000, 100_000, false],
  ['9.9mio', 'plain', 9_900_000, 100_000, false],
  ['1.5 lakh', 'plain', 150_000, 10_000, false],
  ['1.204.878', 'plain', 1_204_878, 1, false],
  ['46,6 %', 'percent', 46.6, 0.1, false],
  ['€523,41', 'currency', 523.41, 0.01, false],
  ['1.2e6', 'plain', 1_200_000, 100_000, false],
  ['9999USD', 'currency', 9999, 1, false],
  ['600,000$', 'currency', 600_000, 1, false],
  ['4.2 million euros', 'currency', 4_200_000, 100_000, false],
  ['CA$1,234', 'currency', 1234, 1, false],
  ['29-percent', 'percent', 29, 1, false],
  ['$2-million', 'currency', 2_000_000, 1_000_000, false],
  ['1.4 points', 'points', 1.4, 0.1, false],
  ['140 basis points', 'points', 1.4, 0.01, false],
])('%s is %s %d to the next %d', (text, kind, value, step, signed) => {
  const [numeral, ...rest] = findNumerals(`It was ${text} in all.`);
  expect(rest).toEqual([]);
  expect(numeral).toMatchObject({ kind, signed });
  expect(numeral?.value).toBeCloseTo(value, 9);
  expect(numeral?.step).toBeCloseTo(step, 9);
});

test.each([
  ['two million dollars', 'currency', 2_000_000, 1_000_000],
  ['forty-eight thousand three hundred euros', 'currency', 48_300, 1],
  ['a hundred and twenty', 'plain', 120, 1],
  ['twelve per cent', 'percent', 12, 1],
  ['three percentage points', 'points', 3, 1],
  ['Seventy-five', 'plain', 75, 1],
  ['half a million dollars', 'currency', 500_000, 100_000],
  ['two and a half million', 'plain', 2_500_000, 100_000],
  ['one point two five million', 'plain', 1_250_000, 10_000],
  ['twenty-nine-percent', 'percent', 29, 1],
])('%s is %s %d to the next %d', (text, kind, value, step) => {
  const found = findNumerals(`It was ${text} in all.`);
  expect(found).toMatchObject([{ start: 7, end: 7 + text.length, kind, step, signed: false }]);
  expect(found[0]?.value).toBeCloseTo(value, 9);
});

test('a part of a number in words is no number that is known', () => {
  expect(findNumerals('It was a quarter of a million dollars.')).toMatchObject([{ value: Number.NaN }]);
});

test.each(['_9,999_', '__$9,999__', 'North:9,999', 'a 9,999-unit order'])('%s holds a number', (text) => {
  expect(findNumerals(`It was ${text}.`)).toMatchObject([{ value: 9999 }]);
});

test('offsets are UTF-16 and take in sign and unit', () => {
  const text = '😀 **−$1.2M** (+8.4%) – 12 units';
  expect(findNumerals(text).map(({ start, end }) => text.slice(start, end))).toEqual([
    '−$1.2M',
    '+8.4%',
    '12',
  ]);
});

test('a dash between numbers is a range, not a sign', () => {
  expect(findNumerals('10–20 units').map(({ value }) => value)).toEqual([10, 20]);
});

test.each(['v2', 'WH-01', 'A1', '3.2.1', 'Q3', 'r1', 'H2', 'SKU_77', '#3'])('%s holds no number', (text) => {
  expect(findNumerals(`the ${text} here`)).toEqual([]);
});

test.each([
  'In October 2026 it rose.',
  'From 2026-08-01 to 2026-10-31.',
  'On October 5, 2026, and on 5 Oct.',
  'The 3rd best.',
  '1. First\n2. Second',
  'over the last 3 months',
  'the top 10',
  'a 12-month trend',
  'at 14:30',
  'in 2025 and 2026',
  'In Q2 2026, as in 2025, it rose.',
  'week of 5 October 2026',
  'BK-M68B-42 and FR-R92B-58',
  'the Road-650 Black, 52 is low',
])('%s holds no figure', (text) => {
  const spans = findQuotedSpans(text, ['Road-650 Black, 52']);
  const figures = findNumerals(text).filter(
    ({ start, end }) => !spans.some((span) => start < span.end && span.start < end),
  );
  expect(figures).toEqual([]);
});

test.each(['2026 units', '2,026', '$2026', '12 days', '10% of', 'a 29-percent rise', 'a 90-day supply'])(
  '%s holds a figure',
  (text) => {
    const spans = findQuotedSpans(text, []);
    const figures = findNumerals(text).filter(
      ({ start, end }) => !spans.some((span) => start < span.end && span.start < end),
    );
    expect(figures).toHaveLength(1);
  },
);
