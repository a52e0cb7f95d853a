import { expect, test } from 'vitest';
import { createTools } from './all-tools.ts';
import { brand, cost, month, region, revenue, share, show, stock, units } from './testing/show-setting.ts';
import { models } from './testing/tool-setting.ts';

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

test('runs after the tools whose results it draws', () => {
  const waiting = createTools({ models }).filter(({ needsResults }) => needsResults);
  expect(waiting.map(({ name }) => name)).toEqual(['show_visualization']);
});
