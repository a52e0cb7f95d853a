import type { Column } from '@tallyboard/contract';
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
