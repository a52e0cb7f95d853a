import type { Rows } from '@tallyboard/contract';
import { describe, expect, test } from 'vitest';
import { category, month, revenue, settings, toExample, warehouse } from './chart-example.ts';
import { toChartConfig } from './to-chart-config.ts';

const columns = [month, category, revenue];
const stacked = toExample({ mark: 'stacked_bar', x: 'month', y: ['revenue'], series: 'category' });
const rows: Rows = [
  ['2026-08-01', 'Helmets', 2],
  ['2026-08-01', 'Bikes', 10],
  ['2026-10-01', 'Bikes', 12],
];

describe('stacked bars', () => {
  const { config, data } = toChartConfig(stacked, columns, rows, settings);

  test('lie on zero and on each other, the largest part lowest', () => {
    expect(config.type).toBe('bar');
    expect(config.options?.scales).toMatchObject({
      x: { stacked: true },
      y: { stacked: true, beginAtZero: true },
    });
    expect(data.series.map(({ label }) => label)).toEqual(['Bikes', 'Helmets']);
  });

  test('carry the total of each stack, and say it in the tooltip', () => {
    expect(config.options?.plugins?.directLabels?.kind).toBe('totals');
    const footer = config.options?.plugins?.tooltip?.callbacks?.footer;
    expect(footer && Reflect.apply(footer, {}, [[{ dataIndex: 0 }]])).toBe('Total: $12.00');
  });

  test('are named in the tooltip from the top down where they stand, and as they lie where they lie', () => {
    const order = (drawn: typeof config) => {
      const sort = drawn.options?.plugins?.tooltip?.itemSort;
      return sort && Math.sign(Reflect.apply(sort, null, [{ datasetIndex: 0 }, { datasetIndex: 1 }]));
    };
    expect(order(config)).toBe(1);
    const lying = toExample({ ...stacked, x: 'warehouse' });
    const long: Rows = [['A distribution center with a long name', 'Bikes', 1]];
    expect(
      order(toChartConfig(lying, [warehouse, category, revenue], long, settings).config),
    ).toBeUndefined();
  });

  test('come by the whole where the rows come by their parts, and else as the rows do', () => {
    const labels = (parts: Rows) => {
      const chart = toExample({ ...stacked, x: 'warehouse' });
      return toChartConfig(chart, [warehouse, category, revenue], parts, settings).data.labels;
    };
    const ranked: Rows = [
      ['North', 'Bikes', 9],
      ['South', 'Bikes', 8],
      ['South', 'Helmets', 7],
      ['North', 'Helmets', 1],
    ];
    expect(labels(ranked)).toEqual(['South', 'North']);
    expect(labels(ranked.toSorted((a, b) => String(a[0]).localeCompare(String(b[0]))))).toEqual([
      'North',
      'South',
    ]);
  });

  test('keep the whole where there are more parts than colours', () => {
    const many: Rows = Array.from({ length: 12 }, (_, index) => ['2026-08-01', `C${index}`, index + 1]);
    const plan = toChartConfig(stacked, columns, many, settings);
    expect(plan.data.series.map(({ label, values }) => [label, values[0]]).slice(-2)).toEqual([
      ['C5', 6],
      ['5 others', 15],
    ]);
    expect(plan.data.notes).toEqual(['The 5 smallest of 12 parts are drawn as one; the table has all.']);
  });
});

describe('areas', () => {
  const area = toExample({ mark: 'area', x: 'month', y: ['revenue'], series: 'category' });
  const { config, data } = toChartConfig(area, columns, rows, settings);

  test('fill what lies between their parts', () => {
    expect(config.type).toBe('line');
    expect(config.data.datasets.map((dataset) => 'fill' in dataset && dataset.fill)).toEqual([
      'origin',
      '-1',
    ]);
  });

  test('keep a month without rows as a gap, and take a part without a row as nothing', () => {
    expect(data.series.map(({ label, values }) => [label, values])).toEqual([
      ['Bikes', [10, null, 12]],
      ['Helmets', [2, null, 0]],
    ]);
  });
});

describe('bars of a series with one bar in most places', () => {
  const chart = toExample({ mark: 'bar', x: 'category', y: ['revenue'], series: 'warehouse' });
  const sparse: Rows = [
    ['Mountain bike with suspension', 'Reno Distribution Center', 9],
    ['Helmets', 'Elko Distribution Center', 5],
    ['Locks', 'Reno Distribution Center', 3],
    ['Locks', 'Elko Distribution Center', 2],
  ];
  const { config, data } = toChartConfig(chart, [category, warehouse, revenue], sparse, settings);

  test('have their full width, coloured by series', () => {
    expect(config.data.datasets.map((dataset) => 'grouped' in dataset && dataset.grouped)).toEqual([
      false,
      false,
    ]);
    expect(config.data.datasets.map(({ data }) => data)).toEqual([
      [9, null, 3, null],
      [null, 5, null, 2],
    ]);
  });

  test('tell places of one name apart, without the words that all members end in', () => {
    expect(data.labels).toEqual(['Mountain bike with suspension', 'Helmets', 'Locks · Reno', 'Locks · Elko']);
    expect(config.data.datasets.map(({ label }) => label)).toEqual(['Reno', 'Elko']);
    expect(data.series.map(({ label }) => label)[0]).toBe('Reno Distribution Center');
  });

  test('a full grid stays side by side', () => {
    const full = ['Bikes', 'Locks'].flatMap(
      (name): Rows => [
        [name, 'Reno', 1],
        [name, 'Elko', 2],
      ],
    );
    const plan = toChartConfig(chart, [category, warehouse, revenue], full, settings);
    expect(plan.data.onePerPlace).toBe(false);
    expect(plan.data.labels).toEqual(['Bikes', 'Locks']);
  });
});

test('names along the axis are wrapped, and time is level with its year below', () => {
  const tick = (config: ReturnType<typeof toChartConfig>['config'], axis: 'x' | 'y', index: number) => {
    const callback = config.options?.scales?.[axis]?.ticks?.callback;
    return callback && Reflect.apply(callback, {}, [index, index, []]);
  };
  const named = toExample({ mark: 'bar', x: 'category', y: ['revenue'], series: null });
  const long: Rows = [['Mountain bike with full suspension', 5]];
  expect(tick(toChartConfig(named, [category, revenue], long, settings).config, 'y', 0)).toEqual([
    'Mountain bike with',
    'full suspension',
  ]);
  expect(tick(toChartConfig(stacked, columns, rows, settings).config, 'x', 1)).toEqual(['Sep', '2026']);
});
