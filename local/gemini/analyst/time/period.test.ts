import { expect, test } from 'vitest';
import { toTokens } from '../vocabulary/words.ts';
import { normaliseQuestion } from '../wording/normalise-question.ts';
import { findPeriods } from './find-periods.ts';

const today = '2026-11-23';
const read = (question: string) => findPeriods(toTokens(question), today);

test.each([
  ['the last three months', 'last 3 months', '2026-08-01', '2026-10-31'],
  ['over the past 12 weeks', 'last 12 weeks', '2026-08-31', '2026-11-22'],
  ['in the last couple of months', 'last 2 months', '2026-09-01', '2026-10-31'],
  ['last month', 'last month', '2026-10-01', '2026-10-31'],
  ['on black friday', '2025-11-28..2025-11-28', '2025-11-28', '2025-11-28'],
  ['cyber monday 2024', '2024-12-02..2024-12-02', '2024-12-02', '2024-12-02'],
  ['last quarter', 'last quarter', '2026-07-01', '2026-09-30'],
  ['last year', 'last year', '2025-01-01', '2025-12-31'],
  ['over the past year', 'last 12 months', '2025-11-01', '2026-10-31'],
  ['this month so far', 'month to date', '2026-11-01', '2026-11-23'],
  ['YTD', 'year to date', '2026-01-01', '2026-11-23'],
  ['this week', '2026-11-23..2026-11-23', '2026-11-23', '2026-11-23'],
  ['in Q2', 'Q2 2026', '2026-04-01', '2026-06-30'],
  ['second quarter of 2025', 'Q2 2025', '2025-04-01', '2025-06-30'],
  ['Q4 last year', 'Q4 2025', '2025-10-01', '2025-12-31'],
  ['in March', '2026-03', '2026-03-01', '2026-03-31'],
  ['in December', '2025-12', '2025-12-01', '2025-12-31'],
  ['in Sept 2024', '2024-09', '2024-09-01', '2024-09-30'],
  ['from March to May 2025', '2025-03-01..2025-05-31', '2025-03-01', '2025-05-31'],
  ['march to may 2025', '2025-03-01..2025-05-31', '2025-03-01', '2025-05-31'],
  ['between January and March', '2026-01-01..2026-03-31', '2026-01-01', '2026-03-31'],
  ['from 2026-01-05 to 2026-02-10', '2026-01-05..2026-02-10', '2026-01-05', '2026-02-10'],
  ['on 15 March 2026', '2026-03-15', '2026-03-15', '2026-03-15'],
  ['on March 15th', '2026-03-15', '2026-03-15', '2026-03-15'],
  ['christmas sales last year', '2025-12-24..2025-12-26', '2025-12-24', '2025-12-26'],
  ['easter revenue this year', '2026-04-03..2026-04-06', '2026-04-03', '2026-04-06'],
  ['march sales 2025 by region', '2025-03', '2025-03-01', '2025-03-31'],
  ['Q2 orders 2025', 'Q2 2025', '2025-04-01', '2025-06-30'],
  ['what were may sales', '2026-05', '2026-05-01', '2026-05-31'],
  ['in 2025', '2025', '2025-01-01', '2025-12-31'],
  ['in the first half of 2025', 'H1 2025', '2025-01-01', '2025-06-30'],
  ['since September', '2026-09-01..2026-11-23', '2026-09-01', '2026-11-23'],
  ['two months ago', '2026-09', '2026-09-01', '2026-09-30'],
  ['in week 40', '2026-09-28..2026-10-04', '2026-09-28', '2026-10-04'],
  ['in calendar week 3 of 2025', '2025-01-13..2025-01-19', '2025-01-13', '2025-01-19'],
  ['yesterday', 'yesterday', '2026-11-22', '2026-11-22'],
  ['last 30 days', 'last 30 days', '2026-10-24', '2026-11-22'],
])('"%s" is %s', (question, text, start, end) => {
  expect(read(`Sales ${question}?`).periods).toMatchObject([{ text, start, end }]);
});

test.each([
  ['yesterday compared with the Saturday before', '2026-11-21'],
  ['yesterday against the previous Sunday', '2026-11-15'],
  ['last Tuesday and the Tuesday before that', '2026-11-10'],
])('in "%s" the other day is %s', (question, day) => {
  expect(read(`Sales ${question}?`).periods.map(({ start }) => start)).toContain(day);
});

test('a day of the week before nothing is no day', () => {
  expect(read('Sales on the Saturday before?').periods).toEqual([]);
});

test('two periods are kept apart, and a year that stands once holds for both', () => {
  expect(read('compare Q1 and Q2 2025').periods.map((period) => period.text)).toEqual(['Q1 2025', 'Q2 2025']);
  expect(read('this year versus last year').periods.map((period) => period.text)).toEqual([
    'year to date',
    'last year',
  ]);
});

test.each([
  ['second half of 2025 against the first', 'H2 2025', 'H1 2025'],
  ['first half of 2025 vs the other', 'H1 2025', 'H2 2025'],
  ['Q4 2025 compared to the third', 'Q4 2025', 'Q3 2025'],
])('"%s" names two times', (question, first, second) => {
  const { periods } = read(normaliseQuestion(`Revenue in the ${question}?`));
  expect(periods.map(({ text }) => text)).toEqual([first, second]);
});

test('a season against the last one is the latest against the year before', () => {
  const { periods, against } = read(normaliseQuestion('Profit summer vs last summer?'));
  expect(periods).toMatchObject([{ start: '2026-06-01', end: '2026-08-31' }]);
  expect(against).toBe('last_year');
});

test.each([
  ['in spring 2025, March to May', '2025-03-01', '2025-05-31'],
  ['in the third quarter, July to September', '2026-07-01', '2026-09-30'],
  ['in October, last month', '2026-10-01', '2026-10-31'],
])('"%s" is one time, said twice', (question, start, end) => {
  expect(read(`Sales ${question}?`).periods).toMatchObject([{ start, end }]);
});

test('a comparison can name the other side without a period', () => {
  expect(read('Q3 vs the same quarter last year')).toMatchObject({
    periods: [{ text: 'Q3 2026' }],
    against: 'last_year',
  });
  expect(read('October compared with the previous period').against).toBe('previous');
  expect(read('revenue growth yoy').against).toBe('last_year');
});

test('time to come is told apart', () => {
  expect(read('what will we sell next month')).toMatchObject({ periods: [], future: 'next month' });
});

test('"may" as a verb and "march" as an order are no months', () => {
  expect(read('what may I ask').periods).toEqual([]);
  expect(read('sales in may').periods).toMatchObject([{ text: '2026-05' }]);
});

const readAsked = (question: string) => findPeriods(toTokens(normaliseQuestion(question)), today);

test.each([
  [
    'last month',
    'the month just gone',
    'in the month that just ended',
    'last full month',
    'the last closed month',
    'LM',
  ],
  [
    'last 3 months',
    'past three full months',
    'last three closed months',
    'L3M',
    'last 3 mos',
    'in recent months',
  ],
  ['last quarter', 'in the quarter that just ended', 'the last closed quarter', 'LQ'],
  [
    'last 12 months',
    'trailing twelve months',
    'TTM',
    'LTM',
    'R12',
    'rolling 12 months',
    'the last twelve calendar months',
  ],
  ['last year', 'LY', 'all of last year', 'over the whole of last year'],
  ['last 14 days', 'last fortnight', 'the past fortnight'],
  ['last 10 years', 'the past decade'],
  ['last 6 months', 'last half year', 'past half-year'],
  ['last 30 days', 'of late', 'recently', 'in recent times'],
  [
    'year to date',
    'YTD',
    'the year so far',
    'this year to date',
    'since the year began',
    'since the start of the year',
    'since new year',
    'TY',
  ],
  ['month to date', 'MTD', 'month-to-date', 'since the beginning of the month', 'this month thus far'],
  ['quarter to date', 'QTD', 'from the start of the quarter'],
  ['all time', 'ever', 'since inception', 'on record', 'over our entire history', 'from day one', 'to date'],
  ['yesterday', 'yesterdays', 'yesterday’s'],
  ['2026-11-21', 'the day before yesterday'],
  ['2026-09', 'the month before last', 'two months back'],
  ['2026-10', 'in the month of October', 'Oct-26', "Oct '26", '10/2026'],
  ['2026-10-15', '2026/10/15', '15.10.2026', 'Oct. 15, 2026', '15 Oct 26', '15th of October'],
  ['2026-10-25', '25/10/2026', '10/25/2026'],
  ['Q3 2026', 'Q3/26', "Q3'26", '3Q26', '2026-Q3', '2026Q3', '3Q'],
  ['H1 2026', 'H1', '1H26', 'first half-year 2026', 'the 1st half'],
  ['Q4 2025', 'the last quarter of 2025', 'final quarter of last year'],
  ['FY2025', 'last fiscal year', 'FY 25', 'financial year 2025'],
  [
    '2026-10-12..2026-10-18',
    'wk 42',
    'w42',
    'KW 42',
    'week no. 42',
    '2026-W42',
    'week commencing 12 October',
    'w/c 12 Oct',
    'week ending 18 October',
    'the week starting Oct 12',
  ],
  ['2026-09-14..2026-10-11', 'weeks 38 to 41', 'week 38 through week 41'],
  ['2026-11-21..2026-11-22', 'last weekend', 'over the weekend'],
  ['2026-10-01..2026-10-15', 'first half of October'],
  ['2026-06-01..2026-11-23', 'since summer began', 'since the start of summer'],
  ['2026-07-01..2026-11-23', 'since Q3 began', 'from July onwards', 'starting in July'],
  ['2025-01-01..2026-11-23', 'since the beginning of last year'],
  ['2026-08-24..2026-11-21', 'in the 90 days before yesterday'],
  ['2026-10-24..2026-11-22', 'in the 30 days to yesterday'],
  [
    '2026-08-01..2026-10-31',
    'three months ending October',
    'the 3 months to October',
    'the three months to the end of October',
  ],
  ['2026-03-01..2026-05-31', 'between March and May', 'March thru May', 'from March up to and including May'],
])('%s', (text, ...wordings) => {
  for (const wording of wordings)
    expect(readAsked(`Sales ${wording}?`).periods, wording).toMatchObject([{ text }]);
});

test('a year earlier and the month before stand beside the time that is named', () => {
  for (const wording of [
    'a year earlier',
    'the same quarter one year earlier',
    'that quarter of last year',
    'y/y',
  ])
    expect(readAsked(`Q3 sales compared to ${wording}`), wording).toMatchObject({
      periods: [{ text: 'Q3 2026' }],
      against: 'last_year',
    });
  for (const wording of [
    'the previous month',
    'the month before',
    'the prior month',
    'the month prior',
    'the one before it',
  ])
    expect(readAsked(`September sales against ${wording}`), wording).toMatchObject({
      periods: [{ text: '2026-09' }],
      against: 'previous',
    });
  expect(readAsked('sales at this stage last month').against).toBe('previous');
  expect(readAsked('sales against this time last year').against).toBe('last_year');
});

test('what is still to come is told apart in any words', () => {
  for (const wording of [
    'over the coming three months',
    '3 months ahead',
    'the rest of the year',
    'by year end',
    'next fortnight',
  ])
    expect(readAsked(`sales ${wording}`), wording).toMatchObject({ periods: [], future: expect.any(String) });
});

test('"of late" is a time only at the end: late orders are late', () => {
  expect(readAsked('count of late orders').periods).toEqual([]);
});

test('a month a year ago is that of last year', () => {
  const { periods } = findPeriods(toTokens(normaliseQuestion('revenue in february a year ago')), today);
  expect(periods).toMatchObject([{ start: '2025-02-01', end: '2025-02-28' }]);
});
