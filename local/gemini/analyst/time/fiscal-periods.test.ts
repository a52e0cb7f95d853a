import { describe, expect, test } from 'vitest';
import { toTokens } from '../vocabulary/words.ts';
import { normaliseQuestion } from '../wording/normalise-question.ts';
import { findPeriods } from './find-periods.ts';

const today = '2026-11-23';
const read = (question: string, startMonth: number) =>
  findPeriods(toTokens(normaliseQuestion(question)), today, startMonth);
const daysOf = (question: string, startMonth: number) =>
  read(question, startMonth).periods.map(({ start, end }) => `${start}..${end}`);

describe('where fiscal years begin in April', () => {
  test.each([
    [
      '2025-04-01..2026-03-31',
      'FY2026',
      'fiscal 2026',
      'FY2025/26',
      'the 2025-26 financial year',
      'prior fiscal year',
    ],
    [
      '2026-04-01..2026-11-23',
      'this fiscal year',
      'FYTD',
      'the fiscal year so far',
      'the current fiscal year',
    ],
    [
      ...['2025-04-01..2025-06-30', 'FY26 Q1', 'Q1 FY2026', 'Q1FY26', 'fiscal 2026 Q1', 'FY2025/26 Q1'],
      ...['the first quarter of FY26', 'the first fiscal quarter of 2026', 'Q1 of last fiscal year'],
    ],
    ['2026-07-01..2026-09-30', 'last fiscal quarter', 'fiscal Q2', 'the second quarter of this fiscal year'],
    ['2026-10-01..2026-11-23', 'this fiscal quarter', 'fiscal quarter to date'],
    ['2026-01-01..2026-03-31', 'fiscal Q4', 'the fourth fiscal quarter', 'Q4 of the last fiscal year'],
    ['2025-10-01..2026-03-31', 'H2 FY26', 'the second half of last fiscal year'],
    ['2024-04-01..2026-03-31', 'the last two fiscal years', 'the past 2 financial years'],
    ['2026-04-01..2026-06-30', 'Q2', 'Q2 2026', 'the second quarter of this year'],
  ])('%s', (days, ...wordings) => {
    for (const wording of wordings) expect(daysOf(`Revenue in ${wording}?`, 4), wording).toEqual([days]);
  });

  test.each([
    ['Q1 and Q2 of FY26', '2025-04-01..2025-06-30', '2025-07-01..2025-09-30'],
    ['Q2 vs Q1 of this fiscal year', '2026-07-01..2026-09-30', '2026-04-01..2026-06-30'],
    ['Q1 FY26 against Q1 FY25', '2025-04-01..2025-06-30', '2024-04-01..2024-06-30'],
    ['this fiscal year compared with the last one', '2026-04-01..2026-11-23', '2025-04-01..2026-03-31'],
  ])('"%s" is two of them', (wording, ...days) => {
    expect(daysOf(`Revenue in ${wording}?`, 4)).toEqual(days);
  });

  test('what is to come is told apart, and the end of a year that is named is not', () => {
    for (const wording of ['next fiscal year', 'the rest of the fiscal year'])
      expect(read(`Revenue ${wording}?`, 4)).toMatchObject({ periods: [], future: expect.any(String) });
    expect(daysOf('Stock at the end of fiscal year 2026?', 4)).toEqual(['2025-04-01..2026-03-31']);
  });
});

test('quarters of fiscal years that begin in February are none of the calendar', () => {
  expect(daysOf('Revenue in FY2026 Q1?', 2)).toEqual(['2025-02-01..2025-04-30']);
  expect(daysOf('Revenue this fiscal quarter?', 2)).toEqual(['2026-11-01..2026-11-23']);
});

test('where fiscal years are those of the calendar, quarters have their names', () => {
  expect(read('Revenue in FY26 Q3?', 1).periods).toMatchObject([{ text: 'Q3 2026' }]);
  expect(read('Revenue this fiscal quarter?', 1).periods).toMatchObject([{ text: 'quarter to date' }]);
});
