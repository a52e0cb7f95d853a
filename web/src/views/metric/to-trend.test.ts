import type { Metric, Rows } from '@tallyboard/contract';
import { expect, test } from 'vitest';
import { month, revenue } from '../chart/chart-example.ts';
import { toMetric } from './to-metric.ts';
import { toSparkline } from './to-sparkline.ts';

const context = { locale: 'en-US', currency: 'USD' };
const metric: Metric = {
  id: 'v1',
  title: 'Revenue',
  resultId: 'r1',
  shape: 'metric',
  value: 'revenue',
  compareTo: null,
  trend: 'month',
};
const rows: Rows = [
  ['2026-10-01', 120],
  ['2026-08-01', 50],
  ['2026-09-01', 100],
];
const days = { start: '2026-08-01', end: '2026-10-31' };

test('a metric over time is its last period against the one before', () => {
  expect(toMetric(metric, [month, revenue], rows, context, days)).toEqual({
    value: '$120.00',
    label: 'Revenue, Oct 2026',
    comparison: { direction: 'up', text: '+$20.00 (+20%) against $100.00 in Sep 2026' },
    trend: {
      values: [50, 100, 120],
      label: 'Revenue from Aug 2026 to Oct 2026: lowest $50.00, highest $120.00.',
    },
  });
});

test('a period that is not over is not compared with a whole one', () => {
  const running = toMetric(metric, [month, revenue], rows, context, { ...days, end: '2026-10-12' });
  expect(running).toMatchObject({ label: 'Revenue, Oct 2026 so far', comparison: null });
});

test('a first period that the days cut is no low of the line', () => {
  const cut = toMetric(metric, [month, revenue], rows, context, { ...days, start: '2026-08-20' });
  expect(cut?.trend?.values).toEqual([100, 120]);
});

test('a small line fills its box and breaks at a gap', () => {
  expect(toSparkline([0, 10, null, 5, 10], 108, 28)).toEqual({
    path: 'M4 24L29 4M79 14L104 4',
    end: { x: 104, y: 4 },
  });
  expect(toSparkline([], 108, 28)).toEqual({ path: '', end: null });
});
