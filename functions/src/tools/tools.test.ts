import type { Cell, Column } from '@tallyboard/contract';
import { describe, expect, test } from 'vitest';
import { readModels } from '../analytics/read-models.ts';
import { type Read, type Statement, type Warehouse, WarehouseError } from '../warehouse/warehouse.ts';
import { createTools } from './all-tools.ts';
import { toGeminiTools } from './declarations.ts';
import { runTool } from './run-tool.ts';
import type { ToolContext } from './tool.ts';

const models = await readModels(new URL('../../../bigquery/models/', import.meta.url));

const coverageRows: Cell[][] = [
  ['table', 'sales_lines', 'sales_lines', '2023-11-24', '2026-11-22', '2026-11-23T05:00:00.000Z'],
  ['table', 'stock_snapshots', 'stock_snapshots', '2023-11-24', '2026-11-22', '2026-11-23T04:00:00.000Z'],
  ['table', 'products', 'products', null, null, '2026-11-23T03:00:00.000Z'],
  ['warehouse', 'WH-NORTH', 'North', null, null, null],
  ['warehouse', 'WH-SOUTH', 'South', null, null, null],
];

type Answer = { columns?: [string, string][]; rows: Cell[][] };

/** A warehouse that answers each statement by what it reads, and keeps what was asked. */
function createWarehouse(answer: (statement: Statement) => Answer | Error) {
  const statements: Statement[] = [];
  const warehouse: Warehouse = {
    read: async (statement, options): Promise<Read> => {
      statements.push(statement);
      const isCoverage = statement.sql.includes('FROM replication_status');
      const answered = isCoverage ? { rows: coverageRows } : answer(statement);
      if (answered instanceof Error) throw answered;
      options.onEstimate?.({ bytes: 10_485_760, priceUsd: 0.00006 });
      return {
        columns: (answered.columns ?? []).map(([name, type]) => ({ name, type })),
        rows: answered.rows,
        rowsCut: 0,
        jobId: 'job-1',
        bytesProcessed: 10_485_760,
        priceUsd: 0.00006,
        cacheHit: false,
        asOf: new Date('2026-11-23T08:00:00Z'),
      };
    },
  };
  return { warehouse, statements };
}

function createContext(warehouse: Warehouse, change: Partial<ToolContext> = {}): ToolContext {
  let shown = 0;
  return {
    warehouse,
    access: 'all',
    findResult: () => undefined,
    nextVisualizationId: () => {
      shown += 1;
      return `v${shown}`;
    },
    now: new Date('2026-11-23T08:00:00Z'),
    signal: new AbortController().signal,
    company: { timeZone: 'Europe/Berlin', currency: 'EUR', fiscalYearStartMonth: 1 },
    maxRows: 10_000,
    labels: { tool: 'test' },
    onEstimate: () => {},
    ...change,
  };
}

const months: Answer = {
  columns: [
    ['month', 'DATE'],
    ['revenue', 'NUMERIC'],
  ],
  rows: [
    ['2026-08-01', 100.5],
    ['2026-09-01', 120],
    ['2026-10-01', 90.25],
  ],
};

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

  test('a filter value that names nothing is refused with the nearest names', async () => {
    const members = [
      ['Bikes', 'bikes'],
      ['Helmets', 'helmets'],
    ];
    const { warehouse } = createWarehouse(({ sql, parameters }) => {
      if (!sql.startsWith('SELECT DISTINCT')) return { columns: [['revenue', 'NUMERIC']], rows: [[0]] };
      return { rows: 'values' in parameters ? [] : members };
    });
    const filters = [{ dimension: 'category', op: 'is', values: ['helmtes'] }];
    expect(await call('query_sales', { measures: ['revenue'], filters }, createContext(warehouse))).toEqual({
      kind: 'failure',
      code: 'no_match',
      message: 'There is no category "helmtes".',
      hint: 'Nearest: "Helmets". All: Bikes, Helmets.',
    });
  });

  test('a warehouse of someone else is not permitted, and one that is not there is not found', async () => {
    const { warehouse } = createWarehouse(() => ({ columns: [['revenue', 'NUMERIC']], rows: [[0]] }));
    const context = createContext(warehouse, { access: ['WH-NORTH'] });
    const ask = (value: string) =>
      call(
        'query_sales',
        { measures: ['revenue'], filters: [{ dimension: 'warehouse', op: 'is', values: [value] }] },
        context,
      );
    expect(await ask('south')).toMatchObject({ code: 'not_permitted', hint: /They may see: North\./ });
    expect(await ask('wh-west')).toMatchObject({
      code: 'no_match',
      message: 'There is no warehouse "wh-west".',
    });
    expect(await ask('NORTH')).toMatchObject({ kind: 'result' });
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
});

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
      hint: /Did you mean query_sales\? The tools are: get_sales_by_month,/,
    });
  });

  test('a step is named after what is asked', () => {
    const tool = createTools({ models }).find(({ name }) => name === 'query_sales');
    const args = { measures: ['revenue', 'units'], dimensions: ['category'], grain: 'month' };
    expect(tool?.toTitle(args)).toBe('Reading sales: revenue and units by month and category');
  });
});

describe('show_visualization', () => {
  const text = { type: 'string', role: 'dimension', unit: 'none', summable: false } as const;
  const money = { type: 'number', role: 'measure', unit: 'currency', summable: true } as const;
  const month: Column = { name: 'month', label: 'Month', ...text, type: 'date', grain: 'month' };
  const region: Column = { name: 'region', label: 'Region', ...text };
  const brand: Column = { name: 'brand', label: 'Brand', ...text };
  const revenue: Column = { name: 'revenue', label: 'Revenue', ...money };
  const cost: Column = { name: 'cost', label: 'Cost', ...money };
  const units: Column = { name: 'units', label: 'Units', ...money, type: 'integer', unit: 'units' };

  const show = (columns: Column[], args: object, rowCount = 3) => {
    const { warehouse } = createWarehouse(() => months);
    const context = createContext(warehouse, {
      findResult: (resultId) => (resultId === 'r1' ? { resultId, columns, rowCount } : undefined),
    });
    return call('show_visualization', { resultId: 'r1', title: 'T', ...args }, context);
  };

  test.each([
    [
      'months as a line of all money',
      [month, revenue, cost, units],
      { type: 'line' },
      { mark: 'line', x: 'month', y: ['revenue', 'cost'], series: null },
    ],
    [
      'months by region as a line each',
      [month, region, revenue, cost],
      { type: 'line' },
      { mark: 'line', x: 'month', y: ['revenue'], series: 'region' },
    ],
    [
      'a ranking as bars',
      [region, units],
      { type: 'bar' },
      { mark: 'bar', x: 'region', y: ['units'], series: null },
    ],
    [
      'bars along a chosen axis',
      [month, region, units],
      { type: 'bar', x: 'region' },
      { x: 'region', y: ['units'], series: 'month' },
    ],
    [
      'a table of all columns',
      [region, units],
      { type: 'table' },
      { shape: 'table', columns: ['region', 'units'] },
    ],
    [
      'the first measure as a metric',
      [region, units, revenue],
      { type: 'metric' },
      { shape: 'metric', value: 'units', compareTo: null },
    ],
  ])('draws %s', async (_, columns, args, visualization) => {
    expect(await show(columns, args)).toMatchObject({
      kind: 'visualization',
      visualization: { id: 'v1', resultId: 'r1', title: 'T', ...visualization },
    });
  });

  test.each([
    [
      'an unknown result',
      [region, units],
      { resultId: 'r9', type: 'bar' },
      'unknown_result',
      /resultId that a tool returned/,
    ],
    [
      'an unknown column',
      [region, units],
      { type: 'bar', y: ['unit'] },
      'invalid_argument',
      /Did you mean "units"\? Its columns are: region, units\./,
    ],
    [
      'text as a figure',
      [region, brand, units],
      { type: 'bar', y: ['brand'] },
      'invalid_argument',
      /Columns with figures: units/,
    ],
    ['a line without time', [region, units], { type: 'line' }, 'invalid_argument', /Use type "bar"/],
    [
      'rows that differ by more than is drawn',
      [month, region, brand, units],
      { type: 'line' },
      'invalid_argument',
      /at most two dimensions/,
    ],
    ['a metric of text', [region], { type: 'metric' }, 'invalid_argument', /show a table/],
    [
      'several figures split by a series',
      [month, region, units, revenue],
      { type: 'bar', y: ['units', 'revenue'] },
      'invalid_argument',
      /Give one y/,
    ],
  ])('refuses %s', async (_, columns, args, code, hint) => {
    expect(await show(columns, args)).toMatchObject({ kind: 'failure', code, hint });
  });

  test('runs after the tools whose results it draws', () => {
    const waiting = createTools({ models }).filter(({ needsResults }) => needsResults);
    expect(waiting.map(({ name }) => name)).toEqual(['show_visualization']);
  });

  test('refuses a result without rows', async () => {
    expect(await show([region, units], { type: 'bar' }, 0)).toMatchObject({ code: 'invalid_argument' });
  });
});

describe('declarations', () => {
  const declarations = toGeminiTools(createTools({ models }));

  test('use only what Gemini takes', () => {
    const keywords = new Set<string>();
    const visit = (schema: unknown) => {
      if (typeof schema !== 'object' || schema === null) return;
      for (const [key, value] of Object.entries(schema)) {
        if (key === 'properties' && typeof value === 'object' && value !== null)
          Object.values(value).forEach(visit);
        else {
          keywords.add(key);
          visit(value);
        }
      }
    };
    for (const { parametersJsonSchema } of declarations) visit({ ...parametersJsonSchema });
    const taken = ['type', 'description', 'enum', 'items', 'required', 'anyOf', 'nullable'];
    const bounds = ['minimum', 'maximum', 'minItems', 'maxItems'];
    const listIndexes = [...keywords].filter((key) => !/^\d+$/.test(key));
    expect(listIndexes.filter((key) => ![...taken, ...bounds].includes(key))).toEqual([]);
  });

  test('name every measure and dimension with what it means', () => {
    const text = JSON.stringify(declarations.find(({ name }) => name === 'query_sales'));
    expect(text).toContain('- margin_rate [fraction]: Gross margin as a share of revenue.');
    expect(text).toContain("- supplier: The product's preferred supplier today. Also called: vendor.");
  });

  test('have names that Gemini takes', () => {
    for (const { name } of declarations) expect(name).toMatch(/^[a-z_]{1,64}$/);
  });
});

function call(name: string, args: unknown, context: ToolContext) {
  return runTool(createTools({ models }), name, args, context);
}
