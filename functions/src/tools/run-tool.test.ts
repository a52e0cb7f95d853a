import { describe, expect, test } from 'vitest';
import { createTools } from './all-tools.ts';
import { call, createContext, createWarehouse, models, months } from './testing/tool-setting.ts';

describe('arguments', () => {
  const context = createContext(createWarehouse(() => months).warehouse);

  test.each([
    ['query_sales', {}, 'measures: Invalid input', /measures must be of type array/],
    [
      'query_sales',
      { measures: ['revenu'] },
      'measures[0]: there is no measure "revenu"; nearest: revenue',
      /measures\[0\] takes one of: revenue, units,/,
    ],
    ['query_sales', { measures: ['revenue'], limit: 100_000 }, 'limit: Too big', /limit may be at most 1000/],
    [
      'query_sales',
      { measures: ['revenue'], sql: 'DROP TABLE x' },
      'the arguments: Unrecognized key',
      /no argument "sql"/,
    ],
    [
      'query_sales',
      { measures: ['revenue'], filters: [{ dimension: 'brand', op: 'is', values: [] }] },
      'filters[0].values: Too small',
      /at least 1/,
    ],
    [
      'query_sales',
      { measures: ['turnover'] },
      'there is no measure "turnover"; nearest: revenue',
      /takes one of/,
    ],
    [
      'query_sales',
      { measures: ['revenue'], dimensions: ['vendor'] },
      'dimensions[0]: there is no dimension "vendor"; nearest: supplier',
      /takes one of/,
    ],
    ['get_sales_by_month', { months: 0 }, 'months: Too small', /months must be at least 1/],
    ['get_sales_by_month', 'all', 'the arguments: Invalid input', /must be of type object/],
    ['search_catalog', { query: ' ' }, 'query: Too small', /query must be at least 1/],
    [
      'query_sales',
      { measures: ['revenue'], period: 'soonish' },
      'period "soonish" is not one',
      /last 3 months/,
    ],
  ])('%s refuses %o', async (name, args, message, hint) => {
    const outcome = await call(name, args, context);
    expect(outcome).toMatchObject({ kind: 'failure', code: 'invalid_argument' });
    if (outcome.kind !== 'failure') return;
    expect(outcome.message).toContain(message);
    expect(outcome.hint).toMatch(hint);
  });

  test('an unknown tool is answered with those there are', async () => {
    expect(await call('query_sale', {}, context)).toMatchObject({
      code: 'unknown_tool',
      hint: expect.stringMatching(/Did you mean query_sales\? The tools are: get_sales_by_month,/),
    });
  });

  test('a step is named after what is asked', () => {
    const tool = createTools({ models }).find(({ name }) => name === 'query_sales');
    const args = { measures: ['revenue', 'units'], dimensions: ['category'], grain: 'month' };
    expect(tool?.toTitle(args)).toBe('Reading sales: revenue and units by month and category');
  });
});
