import type { Rows } from '@tallyboard/contract';
import { expect, test } from 'vitest';
import { category, month, revenue, settings, toExample } from './chart-example.ts';
import { toChartConfig } from './to-chart-config.ts';

const line = toExample({ mark: 'line', x: 'month', y: ['revenue'], series: null });
const bar = toExample({ mark: 'bar', x: 'month', y: ['revenue'], series: null });
const { muted, grid } = settings.theme;

test('a line that never changes, or is one point, begins at zero, and a point stands in the middle', () => {
  const flat: Rows = [
    ['2026-08-01', 1000],
    ['2026-09-01', 1000],
  ];
  const scalesOf = (rows: Rows) =>
    toChartConfig(line, [month, revenue], rows, settings).config.options?.scales;
  expect(scalesOf(flat)?.y).toMatchObject({ beginAtZero: true });
  expect(scalesOf(flat)?.x).not.toMatchObject({ offset: true });
  expect(scalesOf(flat.slice(1))).toMatchObject({ x: { offset: true }, y: { beginAtZero: true } });
});

test('the line at zero is told from the others where a value lies below it', () => {
  const colorsOf = (low: number) => {
    const rows: Rows = [
      ['2026-08-01', low],
      ['2026-09-01', 1000],
    ];
    const color = toChartConfig(bar, [month, revenue], rows, settings).config.options?.scales?.y?.grid?.color;
    return [0, 500].map(
      (value) => typeof color === 'function' && Reflect.apply(color, null, [{ tick: { value } }]),
    );
  };
  expect(colorsOf(-1)).toEqual([muted, grid]);
  expect(colorsOf(1)).toEqual([grid, grid]);
});

test('twenty-four points of one line are drawn, of several lines only the lines', () => {
  const rows = Array.from({ length: 24 }, (_, index): Rows[number] => [
    `${2024 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01`,
    index,
    index + 1,
  ]);
  const radiiOf = (y: string[]) =>
    toChartConfig(
      { ...line, y },
      [month, revenue, { ...revenue, name: 'before', label: 'Before' }],
      rows,
      settings,
    ).config.data.datasets.flatMap((dataset) => ('pointRadius' in dataset ? dataset.pointRadius : []));
  expect(new Set(radiiOf(['revenue']))).toEqual(new Set([3]));
  expect(new Set(radiiOf(['revenue', 'before']))).toEqual(new Set([0]));
});

test('names beside bars have the room of their longest line, however narrow the chart', () => {
  const named: Rows = [['Aldermere Stoneware Mug White', 5]];
  const { config } = toChartConfig({ ...bar, x: 'category' }, [category, revenue], named, settings);
  const widthOf = (width: number) => {
    const ctx = { font: '', measureText: (line: string) => ({ width: line.length * 7 }) };
    const axis = { width, ctx, ticks: [{ label: ['Aldermere Stoneware', 'Mug White'] }] };
    Reflect.apply(config.options?.scales?.y?.afterFit ?? (() => {}), null, [axis]);
    return axis.width;
  };
  expect(widthOf(100)).toBe(19 * 7 + 11);
  expect(widthOf(200)).toBe(200);
});

test('where there is no room for every figure under bars that lie, zero is one of those that stay', () => {
  const rows: Rows = [
    ['Aldermere Stoneware Mug White', -1_230_000],
    ['Halden Desk Lamp White', 45_000],
  ];
  const { config } = toChartConfig({ ...bar, x: 'category' }, [category, revenue], rows, settings);
  const ticksAt = (maxWidth: number) => {
    const ctx = { font: '', measureText: (line: string) => ({ width: line.length * 7 }) };
    const ticks = [-1_500_000, -1_000_000, -500_000, 0, 500_000].map((value) => ({ value }));
    const axis = { maxWidth, ctx, ticks };
    Reflect.apply(config.options?.scales?.x?.afterBuildTicks ?? (() => {}), null, [axis]);
    return axis.ticks.map(({ value }) => value);
  };
  expect(ticksAt(212)).toEqual([-1_000_000, 0]);
  expect(ticksAt(600)).toEqual([-1_500_000, -1_000_000, -500_000, 0, 500_000]);
});

test('of one figure in two periods the legend has the periods, and the axis its name', () => {
  const earlier = { ...revenue, name: 'before', label: 'Revenue, September 2026' };
  const later = { ...revenue, label: 'Revenue, October 2026' };
  const drawn = (columns: (typeof revenue)[]) => {
    const chart = { ...bar, x: 'category', y: columns.map(({ name }) => name) };
    const { config } = toChartConfig(chart, [category, ...columns], [['Bikes', 2, 1]], settings);
    return [config.options?.scales?.y, ...config.data.datasets.map(({ label }) => label)];
  };
  const titled = (text: string) => expect.objectContaining({ title: expect.objectContaining({ text }) });
  expect(drawn([later, earlier])).toEqual([titled('Revenue (USD)'), 'October 2026', 'September 2026']);
  const margins = { ...revenue, name: 'margin', label: 'Revenue margin' };
  expect(drawn([revenue, margins])).toEqual([titled('USD'), 'Revenue', 'Revenue margin']);
});
