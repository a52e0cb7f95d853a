import type { Column, Rows } from '@tallyboard/contract';
import { expect, test } from 'vitest';
import { category, margin, month, revenue, settings, toExample } from './chart-example.ts';
import { toChartConfig } from './to-chart-config.ts';

const line = toExample({ mark: 'line', x: 'month', y: ['revenue'], series: null });
const bar = toExample({ mark: 'bar', x: 'month', y: ['revenue'], series: null });

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

test('bars of names that have no room beside each other lie', () => {
  const lies = (names: string[]) =>
    toChartConfig(
      { ...bar, x: 'category' },
      [category, revenue],
      names.map((name) => [name, 1]),
      settings,
    ).horizontal;
  expect(lies(['sale', 'receipt', 'return', 'adjustment', 'transfer_in', 'transfer_out'])).toBe(true);
  expect(lies(['Garden', 'Tools', 'Home', 'Kitchen', 'Outdoor'])).toBe(false);
  expect(lies(['Philadelphia', 'Minneapolis', 'Sacramento', 'San Antonio'])).toBe(false);
});

test('a bar that reaches the end of its axis leaves room for its value', () => {
  const rate: Column = { ...margin, label: 'A rate', name: 'rate' };
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

test('rows that x alone does not tell apart stay apart', () => {
  const repeated: Rows = [
    ['2026-08-01', 'Bikes', 10],
    ['2026-08-01', 'Helmets', 2],
  ];
  const { config } = toChartConfig({ ...bar, series: null }, [month, category, revenue], repeated, settings);
  expect(config.data.labels).toEqual(['Aug 2026 · Bikes', 'Aug 2026 · Helmets']);
  expect(config.data.datasets[0]?.data).toEqual([10, 2]);
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
