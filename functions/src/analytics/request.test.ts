import { describe, expect, test } from 'vitest';
import { compile } from './compile.ts';
import { models, plain } from './testing/plain-request.ts';

const { sales, inventory } = models;

describe('a request that makes no sense', () => {
  test.each([
    [{ measures: ['revenu'] }, 'unknown_name', 'There is no measure "revenu" in sales.', /Nearest: revenue/],
    [
      { measures: ['turnover'] },
      'unknown_name',
      'There is no measure "turnover" in sales.',
      /Nearest: revenue/,
    ],
    [
      { dimensions: ['vendor'] },
      'unknown_name',
      'There is no dimension "vendor" in sales.',
      /Nearest: supplier/,
    ],
    [
      { filters: [{ dimension: 'colour', op: 'is' as const, values: ['red'] }] },
      'unknown_name',
      'There is no dimension "colour" in sales.',
      /product, sku, category/,
    ],
    [
      { orderBy: { by: 'units', direction: 'desc' as const } },
      'invalid_argument',
      'orderBy.by is "units", which is not in this request.',
      /Order by one of: revenue\./,
    ],
    [{ measures: [] }, 'invalid_argument', 'measures is empty.', /revenue, units/],
    [
      { filters: [{ dimension: 'region', op: 'is' as const, values: [' '] }] },
      'invalid_argument',
      'The filter on region has no values.',
      /at least one/,
    ],
  ])('%o is a value that says what would be right', (request, code, message, hint) => {
    const outcome = compile({ ...plain, ...request }, sales);
    expect(outcome).toMatchObject({ ok: false, problem: { code, message } });
    if (!outcome.ok) expect(outcome.problem.hint).toMatch(hint);
  });
});

describe('time that makes no sense for a measure is refused with what would be right', () => {
  const year = { start: '2025-11-01', end: '2026-10-31', label: 'a year' };
  test.each([
    [{ measures: ['turnover'], grain: 'day' as const }, /one day is too short/, /"week", "month"/],
    [
      { measures: ['days_of_cover'], grain: 'day' as const, period: year },
      /days_of_cover looks back from the end of each day, and 365 are too many/,
      /at most 92/,
    ],
    [
      { measures: ['on_hand'], grain: 'month' as const, compareTo: year },
      /there is no grain/,
      /Leave out grain/,
    ],
  ])('%o', (request, message, hint) => {
    const outcome = compile({ ...plain, ...request }, inventory);
    expect(outcome).toMatchObject({ ok: false, problem: { code: 'invalid_argument' } });
    if (!outcome.ok) expect(outcome.problem.message).toMatch(message);
    if (!outcome.ok) expect(outcome.problem.hint).toMatch(hint);
  });
});

describe('what is kept of the rows', () => {
  const split = { dimensions: ['region', 'product'], limit: 3 };
  test.each([
    [{ ...split, limitPer: 'category' }, /limitPer is "category"/],
    [{ ...split, limit: null, limitPer: 'region' }, /needs a limit/],
    [{ dimensions: ['region'], limit: 3, limitPer: 'region' }, /at least two things/],
    [{ ...split, grain: 'month' as const, limitPer: 'region' }, /also split by month/],
    [{ ...split, having: [{ measure: 'units', op: 'below' as const, value: 9 }] }, /having names "units"/],
  ])('has to be named rightly: %o', (request, message) => {
    const outcome = compile({ ...plain, ...request }, sales);
    expect(outcome).toMatchObject({ ok: false, problem: { code: 'invalid_argument' } });
    if (!outcome.ok) expect(outcome.problem.message).toMatch(message);
  });
});
