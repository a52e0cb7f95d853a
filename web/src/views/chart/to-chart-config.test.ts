import type { Rows } from '@tallyboard/contract';
import { describe, expect, test } from 'vitest';
import { category, margin, month, revenue, settings, toExample, units } from './chart-example.ts';
import { toChartConfig } from './to-chart-config.ts';
import { toChartDescription } from './to-chart-description.ts';

const line = toExample({ mark: 'line', x: 'month', y: ['revenue'], series: null });
const rows: Rows = [
  ['2026-08-01', 100],
  ['2026-10-01', 300],
];

describe('a line over months', () => {
  const { config, data } = toChartConfig(line, [month, revenue], rows, settings);

  test('keeps a month without a row as a gap', () => {
    expect(config.data.labels).toEqual(['Aug 2026', 'Sep 2026', 'Oct 2026']);
    expect(config.data.datasets[0]?.data).toEqual([100, null, 300]);
    expect(config.data.datasets[0]).toMatchObject({ spanGaps: false });
  });

  test('is in order of time whatever the order of its rows', () => {
    expect(
      toChartConfig(line, [month, revenue], rows.toReversed(), settings).config.data.datasets[0]?.data,
    ).toEqual([100, null, 300]);
  });

  test('is described in words from its data', () => {
    expect(toChartDescription(line, data, settings)).toBe(
      'Line chart: Revenue. 3 values of Month, Aug 2026 to Oct 2026. Revenue: lowest $100.00 (Aug 2026), highest $300.00 (Oct 2026), last $300.00.',
    );
  });

  test('says the unit on its axis', () => {
    expect(config.options?.scales?.y).toMatchObject({ title: { text: 'Revenue (USD)' } });
  });

  test('has no title under periods, and the unit alone beside several measures', () => {
    expect(config.options?.scales?.x).toMatchObject({ title: { display: false } });
    const before = { ...revenue, name: 'before', label: 'Revenue before' };
    const both = { ...line, y: ['revenue', 'before'] };
    const two: Rows = [['2026-08-01', 3, 2]];
    expect(
      toChartConfig(both, [month, revenue, before], two, settings).config.options?.scales?.y,
    ).toMatchObject({ title: { text: 'USD' } });
  });
});

test('a second unit gets an axis of its own, and a third is left to the table', () => {
  const chart = { ...line, y: ['revenue', 'units', 'margin'] };
  const plan = toChartConfig(chart, [month, revenue, units, margin], [['2026-08-01', 100, 3, 0.2]], settings);
  expect(plan.config.data.datasets.map((dataset) => 'yAxisID' in dataset && dataset.yAxisID)).toEqual([
    'y',
    'y2',
  ]);
  expect(plan.data.notes).toHaveLength(1);
});

describe('a split into series', () => {
  const split: Rows = [
    ['2026-08-01', 'Bikes', 10],
    ['2026-08-01', 'Helmets', 2],
    ['2026-09-01', 'Bikes', 12],
  ];
  const plan = toChartConfig({ ...line, series: 'category' }, [month, category, revenue], split, settings);

  test('is one line for each value, with gaps where it has no row', () => {
    expect(plan.config.data.datasets.map(({ label, data }) => [label, data])).toEqual([
      ['Bikes', [10, 12]],
      ['Helmets', [2, null]],
    ]);
  });

  test('names few lines at their end, not in a legend', () => {
    expect(plan.config.options?.plugins?.directLabels?.kind).toBe('ends');
    expect(plan.config.options?.plugins?.legend?.display).toBe(false);
  });

  test('draws the eight largest of many and says so', () => {
    const many: Rows = Array.from({ length: 12 }, (_, index) => ['2026-08-01', `C${index}`, index]);
    const { data } = toChartConfig(
      { ...line, series: 'category' },
      [month, category, revenue],
      many,
      settings,
    );
    expect(data.series.map((series) => series.label)).toEqual([
      'C11',
      'C10',
      'C9',
      'C8',
      'C7',
      'C6',
      'C5',
      'C4',
    ]);
    expect(data.notes).toEqual(['The 8 largest of 12 series are drawn; the table has all.']);
  });
});

test('tooltips carry figures with their unit', () => {
  const { config } = toChartConfig(
    { ...line, y: ['units'] },
    [month, units],
    [['2026-08-01', 1234]],
    settings,
  );
  const label = config.options?.plugins?.tooltip?.callbacks?.label;
  const context = { dataset: { label: 'Units' }, datasetIndex: 0, dataIndex: 0 };
  expect(label ? Reflect.apply(label, {}, [context]) : null).toBe(' Units: 1,234 units');
});

test('a value between two gaps is a point, also in an area', () => {
  const rows: Rows = [
    ['2026-08-01', 1],
    ['2026-10-01', 3],
    ['2026-11-01', 4],
  ];
  const area = toChartConfig({ ...line, mark: 'area' }, [month, revenue], rows, settings).config;
  expect(area.data.datasets[0]).toMatchObject({ pointRadius: [3, 0, 0, 0] });
});

test('a result without rows is a chart without points', () => {
  const { config } = toChartConfig(line, [month, revenue], [], settings);
  expect(config.data.labels).toEqual([]);
});
