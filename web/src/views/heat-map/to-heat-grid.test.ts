import type { Rows } from '@tallyboard/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { category, margin, month, revenue, settings, toExample } from '../chart/chart-example.ts';
import { steps, toHeatGrid } from './to-heat-grid.ts';

const chart = toExample({ mark: 'heat_map', x: 'month', y: ['revenue'], series: 'category' });
const columns = [month, category, revenue];
const rows: Rows = [
  ['2026-10-01', 'Bikes', 1400],
  ['2026-08-01', 'Bikes', 700],
  ['2026-08-01', 'Locks', 0],
];

test('time goes along the top in its own order, without holes', () => {
  const grid = toHeatGrid(chart, columns, rows, settings);
  expect(grid.columns.map(({ name }) => name)).toEqual(['Aug 2026', 'Sep 2026', 'Oct 2026']);
  expect(grid.rows.map(({ name, cells }) => [name, cells.map((cell) => cell?.text ?? null)])).toEqual([
    ['Bikes', ['$700', null, '$1.40K']],
    ['Locks', ['$0', null, null]],
  ]);
});

test('a month is written with its year where the year is new', () => {
  const grid = toHeatGrid(
    chart,
    columns,
    [
      ['2026-02-01', 'Bikes', 2],
      ['2025-11-01', 'Bikes', 1],
    ],
    settings,
  );
  expect(grid.columns.map(({ short }) => short)).toEqual(['Nov 2025', 'Dec', 'Jan 2026', 'Feb']);
});

test('losses and gains lie on both sides of zero, which is the middle of the scale', () => {
  const of = (values: number[]) => {
    const all = values.map((value, index) => ['2026-08-01', `C${index}`, value]);
    const { diverging, low, high, rows: drawn } = toHeatGrid(chart, columns, all, settings);
    return { diverging, low, high, steps: drawn.map(({ cells }) => cells[0]?.step) };
  };
  expect(of([-500, -1, 0, 1, 1000])).toEqual({
    ...{ diverging: true, low: '\u2212$1K', high: '$1K' },
    steps: [2, 4, 4, 4, 7],
  });
  expect(of([-300, -100])).toMatchObject({ diverging: true, steps: [1, 3] });
  // One cell that is a little below zero makes no losses of the others.
  expect(of([-5, 0, 1000])).toMatchObject({ diverging: false, high: '$1K' });
});

test('a cell says in full what it is', () => {
  const [bikes] = toHeatGrid(chart, columns, rows, settings).rows;
  expect(bikes?.cells[0]?.full).toBe('Bikes, Aug 2026: $700.00');
});

test('the scale begins at zero where zero is near, and at the lowest where it is not', () => {
  const far: Rows = [
    ['2026-08-01', 'Bikes', 0.3],
    ['2026-09-01', 'Bikes', 0.4],
  ];
  const rates = toHeatGrid({ ...chart, y: ['margin'] }, [month, category, margin], far, settings);
  expect([rates.low, rates.high]).toEqual(['30%', '40%']);
  expect(toHeatGrid(chart, columns, rows, settings).low).toBe('$0');
});

test('a larger figure never has a paler step', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -50, max: 500 }), { minLength: 1, maxLength: 12 }), (values) => {
      const figures: Rows = values.map((value, index) => ['2026-08-01', `C${index}`, value]);
      const cells = toHeatGrid(chart, columns, figures, settings).rows.map(
        ({ cells }) => cells[0]?.step ?? 0,
      );
      const sorted = values
        .map((value, index) => ({ value, step: cells[index] ?? 0 }))
        .toSorted((a, b) => a.value - b.value);
      sorted.forEach(({ step }, index) => {
        expect(step).toBeGreaterThanOrEqual(Math.max(1, sorted[index - 1]?.step ?? 1));
        expect(step).toBeLessThanOrEqual(steps);
      });
    }),
  );
});
