import type { Chart, Column, Rows } from '@tallyboard/contract';
import { describe, expect, test } from 'vitest';
import type { ChartSettings } from './to-axes.ts';
import { toChartConfig } from './to-chart-config.ts';
import { toChartDescription } from './to-chart-description.ts';
import { toPeriods } from './to-periods.ts';

const settings: ChartSettings = {
  locale: 'en-US',
  currency: 'USD',
  reducedMotion: true,
  theme: {
    text: '#111',
    muted: '#666',
    grid: '#eee',
    surface: '#fff',
    series: ['#a', '#b', '#c'],
    font: 'sans',
  },
};
const month: Column = {
  name: 'month',
  label: 'Month',
  type: 'date',
  role: 'dimension',
  unit: 'none',
  grain: 'month',
  summable: false,
};
const revenue: Column = {
  name: 'revenue',
  label: 'Revenue',
  type: 'number',
  role: 'measure',
  unit: 'currency',
  summable: true,
};
const units: Column = {
  name: 'units',
  label: 'Units',
  type: 'integer',
  role: 'measure',
  unit: 'units',
  summable: true,
};
const margin: Column = {
  name: 'margin',
  label: 'Margin',
  type: 'number',
  role: 'measure',
  unit: 'fraction',
  summable: false,
};
const category: Column = {
  name: 'category',
  label: 'Category',
  type: 'string',
  role: 'dimension',
  unit: 'none',
  summable: false,
};

const line: Chart = {
  id: 'v1',
  title: 'Revenue',
  resultId: 'r1',
  shape: 'chart',
  mark: 'line',
  x: 'month',
  y: ['revenue'],
  series: null,
};
const bar: Chart = { ...line, mark: 'bar' };
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

test('bars begin at zero even where no value is near it', () => {
  const high: Rows = [
    ['2026-08-01', 900],
    ['2026-09-01', 1000],
  ];
  expect(toChartConfig(bar, [month, revenue], high, settings).config.options?.scales?.y).toMatchObject({
    beginAtZero: true,
  });
  expect(toChartConfig(line, [month, revenue], high, settings).config.options?.scales?.y).toMatchObject({
    beginAtZero: false,
  });
});

test('few bars of one series carry their values, many do not', () => {
  const kind = (rows: Rows) =>
    toChartConfig(bar, [month, revenue], rows, settings).config.options?.plugins?.directLabels?.kind;
  expect(kind([['2026-08-01', 900]])).toBe('values');
  expect(kind([['2026-08-01', -1]])).toBe('values');
  expect(
    kind([
      ['2024-08-01', 1],
      ['2026-08-01', 1],
    ]),
  ).toBeNull();
});

test('bars that lie carry their values, however many they are', () => {
  const rows: Rows = Array.from({ length: 20 }, (_, index) => [`Product ${index}`, index]);
  const { config } = toChartConfig({ ...bar, x: 'category' }, [category, revenue], rows, settings);
  expect(config.options?.plugins?.directLabels?.kind).toBe('values');
});

test('bars of long names lie', () => {
  const named: Rows = [
    ['Mountain bikes with suspension', 5],
    ['Road bikes', 3],
  ];
  const plan = toChartConfig({ ...bar, x: 'category' }, [category, revenue], named, settings);
  expect(plan.horizontal).toBe(true);
  expect(plan.config.options?.scales?.x).toMatchObject({ type: 'linear', beginAtZero: true });
});

test('a bar that reaches the end of its axis leaves room for its value', () => {
  const rate: Column = { ...margin, label: 'A rate', name: 'rate', unit: 'fraction' };
  const rightOf = (values: number[]) => {
    const names = values.map((_, index) => `A product whose name is long ${index}`);
    const chart = { ...bar, x: 'category', y: ['rate'], series: null };
    const { config } = toChartConfig(
      chart,
      [category, rate],
      names.map((name, index) => [name, values[index] ?? null]),
      settings,
    );
    const padding = config.options?.layout?.padding;
    return typeof padding === 'object' && 'right' in padding ? Number(padding.right) : 0;
  };
  expect(rightOf([1, 0.5])).toBeGreaterThan('100.0%'.length * 7 + 8);
  expect(rightOf([0.05, 0.02])).toBeLessThan(rightOf([1, 0.5]));
});

test('the axis writes what tells names apart, and the tooltip the whole', () => {
  const rows: Rows = [
    ['Reno Distribution Center', 1],
    ['Elko Distribution Center', 2],
  ];
  const { config, horizontal, data } = toChartConfig(
    { ...bar, x: 'category' },
    [category, revenue],
    rows,
    settings,
  );
  expect(horizontal).toBe(false);
  expect(data.names).toEqual(['Reno', 'Elko']);
  expect(config.data.labels).toEqual(['Reno Distribution Center', 'Elko Distribution Center']);
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

test('rows that x alone does not tell apart stay apart', () => {
  const repeated: Rows = [
    ['2026-08-01', 'Bikes', 10],
    ['2026-08-01', 'Helmets', 2],
  ];
  const { config } = toChartConfig({ ...bar, series: null }, [month, category, revenue], repeated, settings);
  expect(config.data.labels).toEqual(['Aug 2026 · Bikes', 'Aug 2026 · Helmets']);
  expect(config.data.datasets[0]?.data).toEqual([10, 2]);
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

test('of many names the first forty are drawn, and it says so', () => {
  const rows: Rows = Array.from({ length: 90 }, (_, index) => [`Product ${index}`, index]);
  const { config, data } = toChartConfig({ ...bar, x: 'category' }, [category, revenue], rows, settings);
  expect(config.data.labels).toHaveLength(40);
  expect(data.notes).toEqual(['The first 40 of 90 are drawn; the table has all.']);
});

test('all others together are left out of bars of members, and it says so', () => {
  const rows: Rows = [
    ['Pans', 20],
    ['Pots', 10],
    ['All others', 4_000],
  ];
  const drawn = (mark: 'bar' | 'stacked_bar') => {
    const { data } = toChartConfig({ ...bar, mark, x: 'category' }, [category, revenue], rows, settings);
    return [data.labels, data.series.map(({ values }) => values), data.notes];
  };
  expect(drawn('bar')).toEqual([['Pans', 'Pots'], [[20, 10]], ['All others together are in the table.']]);
  expect(drawn('stacked_bar')[0]).toHaveLength(3);
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

test.each([
  ['week', '2026-09-27', '2026-10-11', ['2026-09-27', '2026-10-04', '2026-10-11']],
  ['quarter', '2026-01-01', '2026-07-01', ['2026-01-01', '2026-04-01', '2026-07-01']],
  ['year', '2024-01-01', '2026-01-01', ['2024-01-01', '2025-01-01', '2026-01-01']],
] as const)('periods of a %s from %s to %s are all there', (grain, from, to, all) => {
  expect(toPeriods([to, from], grain)).toEqual(all);
});
