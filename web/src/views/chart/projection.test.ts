import type { Column, Rows } from '@tallyboard/contract';
import { describe, expect, test } from 'vitest';
import { category, month, revenue, settings, toExample } from './chart-example.ts';
import { toChartConfig } from './to-chart-config.ts';

const toMoney = (name: string, label: string): Column => ({ ...revenue, name, label });
const expected = [
  toMoney('forecast', 'Forecast'),
  toMoney('lower_80', 'Lower 80%'),
  toMoney('upper_80', 'Upper 80%'),
];
const projection = { value: 'forecast', intervals: [{ lower: 'lower_80', upper: 'upper_80' }] };
const line = toExample({ mark: 'line', x: 'month', y: ['revenue'], series: null, projection });

describe('a line that goes on with what is expected', () => {
  const columns = [month, revenue, ...expected];
  const rows: Rows = [
    ['2026-09-01', 90, null, null, null],
    ['2026-10-01', 100, null, null, null],
    ['2026-11-01', null, 110, 105, 120],
  ];
  const { config, data } = toChartConfig(line, columns, rows, settings);

  test('is two series of one colour: known, and dashed from the last known point', () => {
    expect(config.data.datasets.map(({ label, data }) => [label, data])).toEqual([
      ['Revenue', [90, 100, null]],
      ['Forecast', [null, 100, 110]],
    ]);
    expect(new Set(config.data.datasets.map(({ borderColor }) => borderColor)).size).toBe(1);
    expect(config.data.datasets[1]).toMatchObject({ borderDash: [5, 4] });
    expect(data.series[1]?.values).toEqual([null, null, 110]);
  });

  test('has its range behind it, within the axis', () => {
    expect(config.options?.plugins?.bands?.bands).toMatchObject([
      {
        points: [
          { index: 1, lower: 100, upper: 100 },
          { index: 2, lower: 105, upper: 120 },
        ],
      },
    ]);
    expect(config.options?.scales?.y).toMatchObject({ suggestedMin: 105, suggestedMax: 120 });
  });

  test('says the range in the tooltip, and what the drawing means below it', () => {
    const label = config.options?.plugins?.tooltip?.callbacks?.label;
    expect(label && Reflect.apply(label, {}, [{ datasetIndex: 1, dataIndex: 2 }])).toBe(
      ' Forecast: $110.00 ($105.00 to $120.00)',
    );
    expect(data.notes).toEqual(['Dashed is expected, not known; shaded is its range, 80%.']);
  });
});

test('of several members each goes on in its own colour, named at its end', () => {
  const chart = { ...line, series: 'category' };
  const rows: Rows = ['Bikes', 'Locks'].flatMap(
    (name): Rows => [
      ['2026-10-01', name, 100, null, null, null],
      ['2026-11-01', name, null, 110, 105, 120],
    ],
  );
  const { config } = toChartConfig(chart, [month, category, revenue, ...expected], rows, settings);
  const colors = config.data.datasets.map(({ borderColor }) => borderColor);
  expect([colors[0] === colors[1], colors[1] === colors[2], colors[2] === colors[3]]).toEqual([
    true,
    false,
    true,
  ]);
  expect(config.options?.plugins?.directLabels?.ends).toEqual([
    { index: 1, text: 'Bikes' },
    { index: 3, text: 'Locks' },
  ]);
  expect(config.options?.plugins?.legend?.display).toBe(false);
});
