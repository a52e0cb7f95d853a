import type { Chart, Rows } from '@tallyboard/contract';
import { expect, test } from 'vitest';
import { category, month, revenue, settings, toExample, units } from './chart-example.ts';
import { toPlan } from './to-plan.ts';

const rows: Rows = [
  ['2026-08-01', 'Helmets', 2, 1],
  ['2026-08-01', 'Bikes', 10, 1],
  ['2026-09-01', 'Gloves', 30, 1],
];
const columns = [month, category, revenue, units];
const shapes = { x: 'month', y: ['revenue'], series: 'category' };

test.each(['line', 'bar', 'stacked_bar', 'area', 'pie', 'scatter'] as const)(
  'each member has the colour in a %s chart that it has in the others',
  (mark) => {
    const scatter = { x: 'revenue', y: ['units'] };
    const parts = mark === 'pie' ? { x: 'category', series: null } : mark === 'scatter' ? scatter : {};
    expect(toColors({ ...shapes, ...parts, mark })).toEqual({
      Bikes: settings.theme.series[0],
      Gloves: settings.theme.series[1],
      Helmets: settings.theme.series[2],
    });
  },
);

function toColors(chart: Pick<Chart, 'mark' | 'x' | 'y' | 'series'>) {
  const plan = toPlan(toExample(chart), columns, rows, settings);
  const { datasets, labels = [] } = plan.config.data;
  const side = chart.mark === 'stacked_bar' ? 'backgroundColor' : 'borderColor';
  if (plan.kind !== 'pie') return Object.fromEntries(datasets.map((one) => [one.label, one[side]]));
  const [slices] = plan.config.data.datasets;
  const colors = slices?.backgroundColor;
  return Object.fromEntries(labels.map((label, index) => [label, Array.isArray(colors) && colors[index]]));
}
