import { expect, test } from 'vitest';
import type { Ahead } from '../question/question.ts';
import { tableOf } from './table-of.ts';
import { writeForecast } from './write-forecast.ts';

const figure = { type: 'number', role: 'measure' as const, unit: 'units' as const, summable: false };
const days = Array.from({ length: 6 }, (_, index) => `2025-0${index + 3}-01`);
const write = (asked: Ahead, notes: string[]) =>
  writeForecast(
    tableOf({
      ...{ resultId: 'r1', title: 'Forecast', rowsCut: 0, notes, rowCount: days.length },
      columns: [
        { ...figure, name: 'month', label: 'Month', type: 'date', role: 'dimension', grain: 'month' },
        ...['actual', 'forecast', 'lower_80', 'upper_80'].map((name) => ({
          ...figure,
          name,
          label: 'Units',
        })),
      ],
      rows: days.map((day, index) => [day, null, index + 1, 0, 9]),
      scope: { period: null, currency: 'USD', filters: [] },
    }),
    asked,
  )?.[0];

const quarter: Ahead = { next: 'quarter', count: 1 };

test('the next quarter follows the one that the data ended in', () => {
  expect(write(quarter, ['2025-03 is not over '])).toContain(
    'April 2025, May 2025 and June 2025 are expected to be 9',
  );
  // The data ended with February.
  expect(write(quarter, [])).toContain('April 2025, May 2025 and June 2025 are expected to be 9');
});

test('a forecast that ends before what was asked for is not told as it', () => {
  expect(write({ next: 'year', count: 1 }, [])).toContain('ends before the end of the year asked for');
});

test('a sum is told of the time that was named, and not of what was sold of it before', () => {
  const span = (start: string, end: string, spoken: string) => ({ spans: [{ start, end, spoken }] });
  expect(write(span('2025-05-01', '2025-08-31', 'the summer'), [])).toContain(
    'the summer, the last four months of the forecast, are expected to be 18',
  );
  expect(write(span('2025-01-01', '2025-03-31', 'Q1 2025'), [])).toContain(
    'March 2025 are expected to be 1**. What was sold before March 2025 is not in it.',
  );
});
