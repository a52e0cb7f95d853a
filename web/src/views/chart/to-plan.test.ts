import type { Rows } from '@tallyboard/contract';
import { describe, expect, test } from 'vitest';
import { category, margin, month, revenue, settings, toExample, warehouse } from './chart-example.ts';
import { toPiePlan } from './to-pie-plan.ts';
import { toOutline } from './to-plan.ts';
import { toScatterPlan } from './to-scatter-plan.ts';

describe('a pie', () => {
  const pie = toExample({ mark: 'pie', x: 'warehouse', y: ['revenue'], series: null });
  const rows: Rows = [
    ['Elko Distribution Center', 25],
    ['Reno Distribution Center', 75],
  ];
  const { config } = toPiePlan(pie, [warehouse, revenue], rows, settings);

  test('has its largest part first, each named beside it with its share', () => {
    expect(config.data.datasets[0]?.data).toEqual([75, 25]);
    expect(config.options?.plugins?.sliceLabels?.labels).toEqual([
      { name: 'Reno', value: '75.0% · $75' },
      { name: 'Elko', value: '25.0% · $25' },
    ]);
    expect(config.options?.plugins?.legend?.display).toBe(false);
  });

  test('is described with its whole and all parts', () => {
    expect(toOutline(pie, [warehouse, revenue], rows, settings).description).toBe(
      'Pie chart: Revenue. Revenue $100.00. Reno Distribution Center: $75.00, 75.0%. Elko Distribution Center: $25.00, 25.0%.',
    );
  });
});

describe('a pie of parts that are no parts', () => {
  const pie = toExample({ mark: 'pie', x: 'warehouse', y: ['revenue'], series: null });

  test('draws those above zero and says what it leaves out', () => {
    const { config, notes } = toPiePlan(
      pie,
      [warehouse, revenue],
      [
        ['Elko', 25],
        ['Reno', -75],
        ['Ely', 0],
      ],
      settings,
    );
    expect(config.data.datasets[0]?.data).toEqual([25]);
    expect(notes).toEqual(['Below zero and not drawn: 1 of 3 parts. The table has them.']);
  });

  test('says so where nothing is above zero', () => {
    const { notes } = toPiePlan(pie, [warehouse, revenue], [['Elko', 0]], settings);
    expect(notes).toEqual(['Nothing is above zero, so that there is nothing to divide.']);
  });
});

describe('a scatter', () => {
  const scatter = toExample({
    mark: 'scatter',
    x: 'revenue',
    y: ['margin'],
    series: null,
    label: 'category',
  });
  const columns = [category, revenue, margin];

  test('has a point for each row that has both figures, and says how many have not', () => {
    const rows: Rows = [
      ['Bikes', 100, 0.3],
      ['Locks', 50, null],
    ];
    const { config, notes, description } = toScatterPlan(scatter, columns, rows, settings);
    expect(config.data.datasets[0]?.data).toEqual([{ x: 100, y: 0.3, name: 'Bikes', member: null }]);
    expect(notes).toEqual(['Without one of the two figures and not drawn: 1 of 2 rows. The table has them.']);
    expect(description).toBe('Scatter chart: Revenue. 1 point. Bikes: Revenue $100.00, Margin rate 30.0%.');
  });

  test('names few points, and of many those that stand out', () => {
    const rows: Rows = Array.from({ length: 50 }, (_, index) => [`C${index}`, index, (50 - index) / 100]);
    const { config } = toScatterPlan(scatter, columns, rows, settings);
    const names = config.options?.plugins?.pointLabels?.names?.map((point) => point?.name);
    expect(names).toEqual(['C49', 'C48', 'C47', 'C0', 'C1', 'C2']);
  });

  test('tells groups apart by shape as well as colour', () => {
    const rows: Rows = [
      ['Bikes', 'Reno', 100, 0.3],
      ['Locks', 'Elko', 50, 0.2],
    ];
    const chart = { ...scatter, series: 'warehouse' };
    const { config } = toScatterPlan(chart, [category, warehouse, revenue, margin], rows, settings);
    expect(new Set(config.data.datasets.map(({ pointStyle }) => pointStyle)).size).toBe(2);
    expect(config.options?.plugins?.legend?.display).toBe(true);
  });

  test('leaves out zero where the figures are far from it', () => {
    const rows: Rows = [
      ['Bikes', 100, 0.3],
      ['Locks', 90, 0.01],
    ];
    const { config } = toScatterPlan(scatter, columns, rows, settings);
    expect(config.options?.scales).toMatchObject({ x: { beginAtZero: false }, y: { beginAtZero: true } });
  });
});

test('every mark is described without colours', () => {
  for (const mark of ['line', 'bar', 'stacked_bar', 'area'] as const) {
    const chart = toExample({ mark, x: 'month', y: ['revenue'], series: null });
    expect(toOutline(chart, [month, revenue], [['2026-08-01', 5]], settings).description).toMatch(
      /chart: Revenue\. Aug 2026\. Revenue: \$5\.00\./,
    );
  }
});
