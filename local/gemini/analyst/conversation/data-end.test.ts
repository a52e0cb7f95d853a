import { expect, test } from 'vitest';
import { findPeriods } from '../time/find-periods.ts';
import { toTokens } from '../vocabulary/words.ts';
import { countFrom, readEnd, toDatedArgs } from './data-end.ts';

const end = { last: '2025-10-16', today: '2025-10-16', moves: true };

test('promised days are counted ahead of the last day of data that ended', () => {
  const due = (period: string) =>
    toDatedArgs({ measures: ['open_units'], by: 'expected', period }, end, 1).period;
  expect(due('next week')).toBe('2025-10-20..2025-10-26');
  expect(due('this month')).toBe('2025-10-01..2025-10-31');
  expect(due('next 14 days')).toBe('2025-10-17..2025-10-30');
});

test('other days end with the last day of data that ended', () => {
  expect(toDatedArgs({ period: 'year to date' }, end, 1).period).toBe('2025-01-01..2025-10-16');
});

test('a month that runs, carried on, is that of the last day, where the last day ends a month', () => {
  const ended = { last: '2026-08-31', today: '2026-09-01', moves: true };
  expect(toDatedArgs({ period: 'month to date' }, ended, 1).period).toBe('2026-08-01..2026-08-31');
  expect(toDatedArgs({ period: 'last month' }, ended, 1).period).toBe('2026-08-01..2026-08-31');
  expect(toDatedArgs({ period: 'today' }, ended, 1).period).toBe('2026-08-31..2026-08-31');
});

test('a quarter that is carried on is the one that was counted when it was named', () => {
  const ended = { last: '2014-06-30', today: '2014-06-30', moves: true };
  const named = { text: 'last quarter', spoken: 'Q2 2014', start: '2014-04-01', end: '2014-06-30' };
  const period = { ...named, grain: 'quarter' as const, count: 1 };
  expect(toDatedArgs({ period: 'last quarter' }, ended, 1, [period]).period).toBe('2014-04-01..2014-06-30');
});

test('a year that runs is set against the same days of the year before, to the last day of the data', () => {
  const spans = countFrom('2025-10-17', '2026-11-28', (day) =>
    findPeriods(toTokens('revenue versus last year'), day),
  );
  expect(spans.today).toBe('2025-10-17');
  const month = countFrom('2025-10-17', '2026-11-28', (day) =>
    findPeriods(toTokens('revenue last month'), day),
  );
  expect(month.today).toBe('2025-10-18');
});

test('a month that runs and is named is set against the same days, to the last day of the data', () => {
  const { today } = countFrom('2025-10-17', '2026-11-28', (day) =>
    findPeriods(toTokens('revenue in October against the same days last year'), day),
  );
  expect(today).toBe('2025-10-17');
});

test('the same day a year before is that of the last day of the data, as is the day itself', () => {
  const late = { last: '2025-10-17', today: '2025-10-18', moves: true };
  const args = { measures: ['on_hand'], period: 'today', compareTo: '2024-10-18..2024-10-18' };
  expect(toDatedArgs(args, late, 1)).toMatchObject({
    period: '2025-10-17..2025-10-17',
    compareTo: '2024-10-17..2024-10-17',
  });
});

test('a result says where its record ended long ago', () => {
  const scope = { period: null, currency: 'USD', filters: [] };
  const result = { scope, resultId: 'r1', title: '', columns: [], rows: [], rowCount: 0, rowsCut: 0 };
  const notes = ['The record ends on 11 Mar 2025.'];
  const step = {
    name: 'query_sales',
    args: {},
    outcome: { kind: 'result' as const, result: { ...result, notes } },
  };
  expect(readEnd(step)).toBe('2025-03-11');
});
