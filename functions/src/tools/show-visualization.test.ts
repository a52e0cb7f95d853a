import type { Column, Rows } from '@tallyboard/contract';
import { describe, expect, test } from 'vitest';
import { createTools } from './all-tools.ts';
import { call, createContext, createWarehouse, models, months } from './testing/tool-setting.ts';

describe('show_visualization', () => {
  const text = { type: 'string', role: 'dimension', unit: 'none', summable: false } as const;
  const money = { type: 'number', role: 'measure', unit: 'currency', summable: true } as const;
  const month: Column = { name: 'month', label: 'Month', ...text, type: 'date', grain: 'month' };
  const region: Column = { name: 'region', label: 'Region', ...text };
  const brand: Column = { name: 'brand', label: 'Brand', ...text };
  const revenue: Column = { name: 'revenue', label: 'Revenue', ...money };
  const cost: Column = { name: 'cost', label: 'Cost', ...money };
  const units: Column = { name: 'units', label: 'Units', ...money, type: 'integer', unit: 'units' };

  const share: Column = { name: 'share', label: 'Share', ...money, unit: 'fraction', summable: false };
  const onHand: Column = { name: 'on_hand', label: 'On hand', ...money, unit: 'units', summable: false };
  const stock = { ...onHand, stackable: true };

  /** Row n has the text or the figure n in every column. */
  const toRows = (columns: Column[], count: number): Rows =>
    Array.from({ length: count }, (_, index) =>
      columns.map(({ type }) => (type === 'string' || type === 'date' ? `member ${index}` : index + 1)),
    );

  const show = (columns: Column[], args: object, rows: number | Rows = 3) => {
    const { warehouse } = createWarehouse(() => months);
    const found = typeof rows === 'number' ? toRows(columns, rows) : rows;
    const context = createContext(warehouse, {
      findResult: (resultId) => (resultId === 'r1' ? { resultId, columns, rows: found } : undefined),
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
    [
      'a metric of a comparison against its period before',
      [revenue, { ...revenue, name: 'revenue_before', label: 'Revenue before' }],
      { type: 'metric' },
      { shape: 'metric', value: 'revenue', compareTo: 'revenue_before' },
    ],
    [
      'a metric over months with its trend',
      [month, revenue],
      { type: 'metric' },
      { shape: 'metric', value: 'revenue', trend: 'month' },
    ],
    [
      'months by region on top of each other',
      [month, region, revenue],
      { type: 'stacked_bar' },
      { mark: 'stacked_bar', x: 'month', y: ['revenue'], series: 'region' },
    ],
    [
      'stock of one moment each as areas, though it has no total over time',
      [month, region, stock],
      { type: 'area' },
      { mark: 'area', x: 'month', y: ['on_hand'], series: 'region' },
    ],
    [
      'one ratio over time as an area',
      [month, share],
      { type: 'area' },
      { mark: 'area', y: ['share'], series: null },
    ],
    [
      'a pie of the first measure that adds up',
      [region, share, revenue],
      { type: 'pie' },
      { mark: 'pie', x: 'region', y: ['revenue'], series: null },
    ],
    [
      'two measures as points named by the first dimension and coloured by the second',
      [region, brand, units, share],
      { type: 'scatter' },
      { mark: 'scatter', x: 'units', y: ['share'], label: 'region', series: 'brand' },
    ],
    [
      'a scatter the way round that y asks for',
      [region, units, share],
      { type: 'scatter', y: ['units'] },
      { x: 'share', y: ['units'], label: 'region', series: null },
    ],
    [
      'a heat map with time along the top',
      [region, month, share],
      { type: 'heat_map' },
      { mark: 'heat_map', x: 'month', y: ['share'], series: 'region' },
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
    [
      'a stack of ratios',
      [month, region, share],
      { type: 'stacked_bar' },
      'invalid_argument',
      /Use type "bar"/,
    ],
    [
      'areas of stock that is not of one moment',
      [month, region, onHand],
      { type: 'area' },
      'invalid_argument',
      /Use type "line"/,
    ],
    ['a stack of one', [month, units], { type: 'stacked_bar' }, 'invalid_argument', /Use type "bar"/],
    [
      'a stack of different units',
      [month, units, revenue],
      { type: 'stacked_bar', y: ['units', 'revenue'] },
      'invalid_argument',
      /one unit/,
    ],
    ['a pie of ratios', [region, share], { type: 'pie' }, 'invalid_argument', /use type "bar"/],
    ['a pie by two dimensions', [region, brand, units], { type: 'pie' }, 'invalid_argument', /region, brand/],
    ['a scatter of one measure', [region, units], { type: 'scatter' }, 'invalid_argument', /two measures/],
    [
      'a scatter without names',
      [units, revenue],
      { type: 'scatter' },
      'invalid_argument',
      /ask for rows by product/,
    ],
    [
      'a heat map by one dimension',
      [region, units],
      { type: 'heat_map' },
      'invalid_argument',
      /two dimensions/,
    ],
    [
      'a heat map of two measures',
      [region, brand, units, share],
      { type: 'heat_map', y: ['units', 'share'] },
      'invalid_argument',
      /units, share/,
    ],
  ])('refuses %s', async (_, columns, args, code, hint) => {
    expect(await show(columns, args)).toMatchObject({ kind: 'failure', code, hint });
  });

  test('goes on with a forecast and its intervals where the result has them', async () => {
    const expected = ['forecast', 'lower_80', 'upper_80', 'lower_95', 'upper_95'];
    const columns = [month, revenue, ...expected.map((name) => ({ ...revenue, name, label: name }))];
    const projection = {
      value: 'forecast',
      intervals: [
        { lower: 'lower_80', upper: 'upper_80' },
        { lower: 'lower_95', upper: 'upper_95' },
      ],
    };
    const drawn = await show(columns, { type: 'line' });
    expect(drawn).toMatchObject({ visualization: { y: ['revenue'], projection } });
  });

  test.each([
    ['more than six parts', 7, /Use type "bar"/],
    [
      'a part below zero',
      [
        ['North', 5],
        ['South', -1],
      ],
      /Use type "bar"/,
    ],
    ['only zeros', [['North', 0]], /Use type "bar"/],
    [
      'a part that comes twice',
      [
        ['North', 5],
        ['North', 1],
      ],
      /"bar" or "table"/,
    ],
  ] satisfies [string, number | Rows, RegExp][])('refuses a pie of %s', async (_, rows, hint) => {
    expect(await show([region, units], { type: 'pie' }, rows)).toMatchObject({ kind: 'failure', hint });
  });

  test('refuses an area below zero', async () => {
    const rows = [['2026-01-01', -5]];
    expect(await show([month, revenue], { type: 'area' }, rows)).toMatchObject({ hint: 'Use type "line".' });
  });

  test('runs after the tools whose results it draws', () => {
    const waiting = createTools({ models }).filter(({ needsResults }) => needsResults);
    expect(waiting.map(({ name }) => name)).toEqual(['show_visualization']);
  });

  test('refuses a result without rows', async () => {
    expect(await show([region, units], { type: 'bar' }, 0)).toMatchObject({ code: 'invalid_argument' });
  });
});
