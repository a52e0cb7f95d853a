import { describe, expect, test } from 'vitest';
import { WarehouseError } from '../warehouse/warehouse.ts';
import { createTools } from './all-tools.ts';
import { runTool } from './run-tool.ts';
import { call, createContext, createWarehouse, models, months } from './testing/tool-setting.ts';

describe('get_sales_by_month', () => {
  test('answers the last three months with what they cover', async () => {
    const { warehouse, statements } = createWarehouse(() => months);
    const outcome = await call(
      'get_sales_by_month',
      { months: 3, measures: ['revenue'] },
      createContext(warehouse),
    );
    if (outcome.kind !== 'result') throw new Error(JSON.stringify(outcome));
    expect(outcome.result).toMatchObject({
      title: 'Revenue by month, last 3 months',
      rows: months.rows,
      scope: {
        period: { start: '2026-08-01', end: '2026-10-31', label: 'last 3 months' },
        timeZone: 'Europe/Berlin',
        currency: 'EUR',
        warehouses: { all: true, ids: ['WH-NORTH', 'WH-SOUTH'], names: ['North', 'South'] },
        filters: [],
        dataAsOf: '2026-11-23T05:00:00.000Z',
      },
      jobId: 'job-1',
    });
    expect(outcome.result.columns.map(({ name, type, unit }) => [name, type, unit])).toEqual([
      ['month', 'date', 'none'],
      ['revenue', 'number', 'currency'],
    ]);
    expect(statements.at(-1)?.parameters).not.toHaveProperty('warehouses');
  });

  test('binds the warehouses of the caller and names them', async () => {
    const { warehouse, statements } = createWarehouse(() => months);
    const context = createContext(warehouse, { access: ['WH-SOUTH'] });
    const outcome = await call('get_sales_by_month', {}, context);
    expect(outcome).toMatchObject({
      result: { scope: { warehouses: { all: false, ids: ['WH-SOUTH'], names: ['South'] } } },
    });
    expect(statements.at(-1)?.parameters.warehouses).toEqual({ type: 'ARRAY<STRING>', value: ['WH-SOUTH'] });
  });

  test('reads how fresh the data is once a minute', async () => {
    const { warehouse, statements } = createWarehouse(() => months);
    const tools = createTools({ models });
    const at = (time: string) => createContext(warehouse, { now: new Date(time) });
    await runTool(tools, 'get_sales_by_month', {}, at('2026-11-23T08:00:00Z'));
    await runTool(tools, 'get_sales_by_month', {}, at('2026-11-23T08:00:59Z'));
    expect(statements).toHaveLength(3);
    await runTool(tools, 'get_sales_by_month', {}, at('2026-11-23T08:01:00Z'));
    expect(statements).toHaveLength(5);
  });
});

describe('query_sales', () => {
  test('a period outside the data says what there is', async () => {
    const { warehouse } = createWarehouse(() => months);
    const args = { measures: ['revenue'], period: '2019' };
    expect(await call('query_sales', args, createContext(warehouse))).toEqual({
      kind: 'failure',
      code: 'no_match',
      message: 'Nothing is recorded from 2019-01-01 to 2019-12-31.',
      hint: 'Sales data covers 2023-11-24 to 2026-11-22. Ask for a period within it, and tell the person.',
    });
  });

  test('a running year ends today', async () => {
    const { warehouse } = createWarehouse(() => ({ columns: [['revenue', 'NUMERIC']], rows: [[5]] }));
    const args = { measures: ['revenue'], period: '2026' };
    const outcome = await call('query_sales', args, createContext(warehouse));
    expect(outcome).toMatchObject({
      result: {
        scope: { period: { start: '2026-01-01', end: '2026-11-23', label: '2026 so far' } },
        notes: [expect.any(String), 'The data runs to 22 Nov 2026, so the last period is not complete.'],
      },
    });
  });

  test('a read over the cap is a failure that the model can act on; any other error is thrown', async () => {
    const expensive = createWarehouse(
      () => new WarehouseError('too_expensive', 'The read would bill 2000 MB.'),
    );
    expect(await call('query_sales', { measures: ['revenue'] }, createContext(expensive.warehouse))).toEqual({
      kind: 'failure',
      code: 'too_expensive',
      message: 'The read would bill 2000 MB.',
      hint: 'Ask for a shorter period or add a filter.',
    });
    const broken = createWarehouse(() => new TypeError('boom'));
    await expect(
      call('query_sales', { measures: ['revenue'] }, createContext(broken.warehouse)),
    ).rejects.toThrow('boom');
  });
});

describe('query_inventory', () => {
  test('without grain and period reads the stock of the last recorded day', async () => {
    const { warehouse, statements } = createWarehouse(() => ({
      columns: [['on_hand', 'INT64']],
      rows: [[42]],
    }));
    const outcome = await call('query_inventory', { measures: ['on_hand'] }, createContext(warehouse));
    expect(outcome).toMatchObject({
      result: {
        title: 'On hand, stock at the end of 22 Nov 2026',
        scope: { period: { start: '2026-11-22', end: '2026-11-22' }, dataAsOf: '2026-11-23T04:00:00.000Z' },
      },
    });
    expect(statements.at(-1)?.parameters).toMatchObject({ start_date: { value: '2026-11-22' } });
  });

  test('a table without rows is named as missing, not answered with nothing', async () => {
    const empty = ['table', 'stock_movements', 'stock_movements', null, null, '2026-11-23T05:00:00.000Z'];
    const { warehouse } = createWarehouse(
      () => ({ columns: [['movements', 'INT64']], rows: [[0]] }),
      [empty],
    );
    expect(await call('get_stock_movements', { measures: ['movements'] }, createContext(warehouse))).toEqual({
      kind: 'failure',
      code: 'no_match',
      message: 'Nothing is recorded about stock movements.',
      hint: 'Tell the person that this data is missing.',
    });
    const aged = { measures: ['on_hand', 'aged_units_90'] };
    expect(await call('query_inventory', aged, createContext(warehouse))).toMatchObject({
      kind: 'failure',
      message: '"Units over 90 days old" is computed from stock movements, and nothing is recorded there.',
    });
  });
});

test.each([
  ['get_reorder_recommendations', {}, 'inventory'],
  ['find_slow_movers', {}, 'inventory'],
  ['find_new_or_lapsed', { which: 'lapsed' }, 'sales'],
  ['classify_products', {}, 'sales'],
])('%s (%o) of an empty table says that nothing is recorded about %s', async (tool, args, subject) => {
  const empty = (table: string) => ['table', table, table, null, null, '2026-11-23T05:00:00.000Z'];
  const { warehouse } = createWarehouse(
    () => ({ rows: [] }),
    [empty('stock_snapshots'), empty('sales_lines')],
  );
  expect(await call(tool, args, createContext(warehouse))).toMatchObject({
    ...{ kind: 'failure', code: 'no_match', message: `Nothing is recorded about ${subject}.` },
  });
});

test('goods are received after the last order, as long as orders are replicated', async () => {
  const orders = (replicatedAt: string | null) => [
    ['table', 'purchase_order_lines', 'purchase_order_lines', '2023-11-24', '2026-11-20', replicatedAt],
  ];
  const answer = () => ({ columns: [['received_units', 'INT64'] as [string, string]], rows: [[40]] });
  const args = { measures: ['received_units'], period: '2026-11-21..2026-11-22' };
  const context = createContext(createWarehouse(answer, orders('2026-11-23T05:00:00.000Z')).warehouse);
  expect(await call('get_purchase_orders', { ...args, by: 'received' }, context)).toMatchObject({
    kind: 'result',
    result: { rows: [[40]] },
  });
  const nothing = { kind: 'failure', code: 'no_match' };
  expect(await call('get_purchase_orders', args, context)).toMatchObject(nothing);
  const stale = createContext(createWarehouse(answer, orders('2026-11-20T05:00:00.000Z')).warehouse);
  expect(await call('get_purchase_orders', { ...args, by: 'received' }, stale)).toMatchObject(nothing);
});
