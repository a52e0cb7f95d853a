import { expect, test } from 'vitest';
import { isSummable, toColumns } from './columns.ts';
import type { CompiledColumns } from './compile.ts';
import { readModels } from './read-models.ts';

const { sales, inventory } = await readModels(new URL('../../../bigquery/models/', import.meta.url));

test.each([
  ['revenue', null, ['product'], true],
  ['revenue', 'month', ['product'], true],
  ['margin_rate', null, [], false],
  ['revenue_share', null, ['category'], true],
  ['revenue_share', 'month', ['category'], false],
  ['orders', 'month', [], true],
  ['orders', 'month', ['channel'], true],
  ['orders', null, ['category'], false],
  ['products_sold', null, ['category'], true],
  ['products_sold', 'month', ['category'], false],
] satisfies [string, CompiledColumns['grain'], string[], boolean][])(
  '%s by %s and %j has a valid total: %s',
  (name, grain, dimensions, summable) => {
    const measure = sales.measures[name];
    expect(measure && isSummable(measure, { grain, dimensions, measures: [name] })).toBe(summable);
  },
);

test.each([
  ['on_hand', null, ['warehouse'], true],
  ['on_hand', 'month', ['warehouse'], false],
  ['stocked_products', null, ['category'], true],
  ['stocked_products', null, ['warehouse'], false],
  ['stock_out_days', 'month', ['product'], true],
  ['average_on_hand', null, ['product'], true],
  ['out_of_stock_rate', null, ['warehouse'], false],
] satisfies [string, CompiledColumns['grain'], string[], boolean][])(
  'stock: %s by %s and %j has a valid total: %s',
  (name, grain, dimensions, summable) => {
    const measure = inventory.measures[name];
    expect(measure && isSummable(measure, { grain, dimensions, measures: [name] })).toBe(summable);
  },
);

test('columns carry label, type, role and unit', () => {
  const compiled = { grain: 'month' as const, dimensions: ['region'], measures: ['units', 'margin_rate'] };
  const read = [
    { name: 'month', type: 'DATE' },
    { name: 'region', type: 'STRING' },
    { name: 'units', type: 'INT64' },
    { name: 'margin_rate', type: 'NUMERIC' },
  ];
  expect(toColumns(compiled, sales, read)).toEqual([
    {
      name: 'month',
      label: 'Month',
      type: 'date',
      role: 'dimension',
      unit: 'none',
      grain: 'month',
      summable: false,
    },
    { name: 'region', label: 'Region', type: 'string', role: 'dimension', unit: 'none', summable: false },
    { name: 'units', label: 'Units', type: 'integer', role: 'measure', unit: 'units', summable: true },
    {
      name: 'margin_rate',
      label: 'Margin rate',
      type: 'number',
      role: 'measure',
      unit: 'fraction',
      summable: false,
    },
  ]);
});
