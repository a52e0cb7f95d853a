import type { Chart, Column } from '@tallyboard/contract';
import type { ChartSettings } from './to-axes.ts';

/** Columns and settings that the tests of charts share. */
export const settings: ChartSettings = {
  locale: 'en-US',
  currency: 'USD',
  reducedMotion: true,
  theme: {
    text: '#111111',
    muted: '#666666',
    grid: '#eeeeee',
    surface: '#ffffff',
    series: ['#0000aa', '#0000bb', '#0000cc', '#0000dd', '#0000ee', '#0000ff', '#00aa00', '#00bb00'],
    font: 'sans',
  },
};

const text = { type: 'string', role: 'dimension', unit: 'none', summable: false } as const;
const money = { type: 'number', role: 'measure', unit: 'currency', summable: true } as const;

export const month: Column = { ...text, name: 'month', label: 'Month', type: 'date', grain: 'month' };
export const category: Column = { ...text, name: 'category', label: 'Category' };
export const warehouse: Column = { ...text, name: 'warehouse', label: 'Warehouse' };
export const revenue: Column = { ...money, name: 'revenue', label: 'Revenue' };
export const units: Column = { ...money, name: 'units', label: 'Units', type: 'integer', unit: 'units' };
export const margin: Column = {
  ...money,
  name: 'margin',
  label: 'Margin rate',
  unit: 'fraction',
  summable: false,
};

export function toExample(parts: Pick<Chart, 'mark' | 'x' | 'y' | 'series'> & Partial<Chart>): Chart {
  return { id: 'v1', title: 'Revenue', resultId: 'r1', shape: 'chart', ...parts };
}
