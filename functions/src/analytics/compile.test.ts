import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Compiled, compile } from './compile.ts';
import { baseMeasuresOf } from './measure-expressions.ts';
import { compileReorder } from './reorder-statement.ts';
import { type AnalyticsRequest, filterOps, growsIn } from './request.ts';
import { models, plain } from './testing/plain-request.ts';

const { sales, inventory, purchaseOrders } = models;

function compiled(request: Partial<AnalyticsRequest>, model = sales): Compiled {
  const outcome = compile({ ...plain, ...request }, model);
  if (!outcome.ok) throw new Error(outcome.problem.message);
  return outcome.value;
}

function golden({ statement }: Compiled): string {
  const parameters = Object.entries(statement.parameters).map(
    ([name, { type, value }]) => `-- @${name} ${type} ${JSON.stringify(value)}`,
  );
  return `${[...parameters, statement.sql].join('\n')}\n`;
}

describe('requests compile to', () => {
  test.each([
    ['sales-by-month', { measures: ['revenue', 'units', 'orders'], grain: 'month' }],
    ['top-products', { dimensions: ['product', 'sku'], limit: 10, access: ['WH-NORTH'] }],
    ['weekdays', { measures: ['orders', 'average_order_value'], dimensions: ['weekday'] }],
    [
      'share-by-region-and-quarter',
      { measures: ['revenue_share'], dimensions: ['region'], grain: 'quarter' },
    ],
    ['sales-by-week', { grain: 'week', orderBy: { by: 'revenue', direction: 'asc' } }],
    [
      'filtered-sales',
      {
        measures: ['gross_sales', 'discount', 'returns', 'margin_rate'],
        dimensions: ['supplier'],
        filters: [
          { dimension: 'category', op: 'is', values: ['Bikes', 'bikes '] },
          { dimension: 'product', op: 'is_not', values: ['Sport Helmet'] },
          { dimension: 'customer', op: 'contains', values: ['50%', "o'neil_"] },
          { dimension: 'product', op: 'contains_not', values: ['Black', '100%'] },
        ],
      },
    ],
  ] satisfies [string, Partial<AnalyticsRequest>][])('%s.sql', async (name, request) => {
    await expect(golden(compiled(request))).toMatchFileSnapshot(`golden/${name}.sql`);
  });

  test.each([
    [
      'stock-now',
      { measures: ['on_hand', 'stock_value'], dimensions: ['warehouse'], period: day('2026-11-22') },
    ],
    [
      'days-of-cover',
      {
        measures: ['days_of_cover'],
        dimensions: ['product'],
        period: day('2026-11-22'),
        access: ['WH-EAST'],
      },
    ],
    [
      'stock-by-month',
      { measures: ['on_hand', 'out_of_stock_rate'], dimensions: ['category'], grain: 'month' },
    ],
    [
      'average-stock',
      { measures: ['on_hand', 'average_on_hand', 'stock_out_days'], access: ['WH-NORTH', 'WH-EAST'] },
    ],
  ] satisfies [string, Partial<AnalyticsRequest>][])('%s.sql', async (name, request) => {
    await expect(golden(compiled(request, inventory))).toMatchFileSnapshot(`golden/${name}.sql`);
  });

  test('late-orders.sql', async () => {
    const request = { measures: ['late_units', 'lead_time', 'days_late'], dimensions: ['supplier'] };
    await expect(golden(compiled(request, purchaseOrders))).toMatchFileSnapshot('golden/late-orders.sql');
  });

  test('late-lines.sql', async () => {
    const request = { measures: ['late_units', 'late_lines'], dimensions: ['purchase_order'] };
    await expect(golden(compiled(request, purchaseOrders))).toMatchFileSnapshot('golden/late-lines.sql');
  });

  test('growth-by-channel.sql', async () => {
    const request = { measures: ['revenue_period_growth'], dimensions: ['channel'], grain: 'month' as const };
    await expect(golden(compiled(request))).toMatchFileSnapshot('golden/growth-by-channel.sql');
  });

  test('top-products-of-weekdays.sql', async () => {
    const request = {
      ...{ measures: ['revenue', 'revenue_share'], dimensions: ['weekday', 'product'] },
      ...{
        limit: 3,
        limitPer: 'weekday',
        having: [{ measure: 'revenue', op: 'at_least' as const, value: 1000 }],
      },
    };
    await expect(golden(compiled(request))).toMatchFileSnapshot('golden/top-products-of-weekdays.sql');
  });

  test('best-month-of-channels.sql', async () => {
    const request = {
      ...{ measures: ['revenue'], dimensions: ['channel'], grain: 'month' as const },
      ...{ limit: 1, limitPer: 'channel' },
    };
    await expect(golden(compiled(request))).toMatchFileSnapshot('golden/best-month-of-channels.sql');
  });

  test.each([
    ['turnover-by-month', { measures: ['turnover', 'days_of_cover'], grain: 'month' }],
    [
      'stock-of-two-periods',
      {
        measures: ['on_hand', 'average_on_hand', 'days_of_cover'],
        dimensions: ['category'],
        compareTo: { start: '2025-08-01', end: '2025-10-31', label: 'a year before' },
        access: ['WH-EAST'],
      },
    ],
  ] satisfies [string, Partial<AnalyticsRequest>][])('%s.sql', async (name, request) => {
    await expect(golden(compiled(request, inventory))).toMatchFileSnapshot(`golden/${name}.sql`);
  });

  test('two-periods.sql', async () => {
    const compareTo = { start: '2026-05-01', end: '2026-07-31', label: 'the 3 months before' };
    const request = { measures: ['revenue', 'orders'], dimensions: ['category'], compareTo };
    await expect(golden(compiled(request))).toMatchFileSnapshot('golden/two-periods.sql');
  });

  test('reorder.sql', async () => {
    const filters = [{ dimension: 'supplier', op: 'is' as const, values: ['Acme'] }];
    const statement = compileReorder(
      {
        stockDay: '2026-11-22',
        salesDays: { first: '2023-11-24', last: '2026-11-22' },
        filters,
        access: ['WH-NORTH'],
        fiscalYearStartMonth: 1,
      },
      inventory,
    );
    const columns = { grain: null, dimensions: [], measures: [] };
    await expect(golden({ statement, columns, request: plain })).toMatchFileSnapshot('golden/reorder.sql');
  });
});

describe('any request', () => {
  const names = (record: Record<string, unknown>) => fc.constantFrom(...Object.keys(record));
  const requests = fc.constantFrom(...Object.entries(models)).chain(([name, model]) =>
    fc.record({
      model: fc.constant(model).map((given) => Object.assign(given, { [fc.toStringMethod]: () => name })),
      measures: fc.uniqueArray(names(model.measures), { minLength: 1, maxLength: 8 }),
      dimensions: fc.uniqueArray(names(model.dimensions), { maxLength: 4 }),
      grain: fc.constantFrom(null, 'day' as const, 'week' as const, 'month' as const, 'year' as const),
      filters: fc.array(
        fc.record({
          dimension: names(model.dimensions),
          op: fc.constantFrom(...filterOps),
          // Marked, so that the statement can be searched for them.
          values: fc.array(
            fc.string({ maxLength: 12 }).map((text) => `VALUE${text}`),
            { minLength: 1, maxLength: 3 },
          ),
        }),
        { maxLength: 4 },
      ),
      limit: fc.option(fc.integer({ min: 1, max: 1000 })),
      access: fc.constantFrom('all' as const, ['WH-NORTH'], ['WH-NORTH', "WH-'; DROP"]),
    }),
  );

  test('binds every value, filters time and binds the warehouses of the caller', () => {
    fc.assert(
      fc.property(requests, ({ model, ...request }) => {
        const windows = request.measures
          .flatMap((name) => baseMeasuresOf(name, model))
          .flatMap(({ join }) => (join === undefined ? [] : (model.joins[join]?.window ?? [])));
        const grows = request.measures.some((name) => growsIn(name, model));
        const isDaily = windows.length > 0 && request.grain === 'day';
        const grain = (isDaily ? null : request.grain) ?? (grows ? 'month' : null);
        const { sql, parameters } = compiled({ ...request, grain }, model).statement;
        expect(sql).not.toMatch(/VALUE|WH-|2026/);
        expect(sql).toContain(`${model.fact}.${model.time} BETWEEN @start_date AND @end_date`);
        const reads = sql.split('\n').filter((line) => line.trim() === `FROM ${model.fact}`).length;
        const bound = sql.split(`${model.warehouse} IN UNNEST(@warehouses)`).length - 1;
        expect(bound).toBe(request.access === 'all' ? 0 : reads);
        for (const { fact, time, warehouse } of windows) {
          const join = new RegExp(`FROM ${fact}\\n(?: +JOIN .*\\n)* +WHERE ${fact}.${time} BETWEEN @`);
          const [, ...lookBacks] = sql.split(join);
          expect(lookBacks.length).toBeGreaterThan(0);
          const own = lookBacks.filter((text) =>
            text.split('GROUP BY')[0]?.includes(`${warehouse} IN UNNEST`),
          );
          expect(own.length).toBe(request.access === 'all' ? 0 : lookBacks.length);
        }
        const used = new Set([...sql.matchAll(/@(\w+)/g)].map((match) => match[1]));
        expect([...used].sort()).toEqual(Object.keys(parameters).sort());
      }),
    );
  });
});

function day(date: string) {
  return { start: date, end: date, label: date };
}
