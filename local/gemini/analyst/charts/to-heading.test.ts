import { expect, test } from 'vitest';
import type { ResultColumn } from '../conversation/read-steps.ts';
import { toDrawnHeading } from './to-heading.ts';

const column = (name: string, label: string): ResultColumn => ({
  ...{ name, label, type: 'number', role: 'measure', unit: 'units', summable: true },
});
const figures = [column('revenue', 'Revenue'), column('units', 'Units'), column('days', 'Days of Cover')];
const title = 'Revenue, units and days of cover by month, last 12 months';

test('a chart is headed by the figures that it draws', () => {
  expect(toDrawnHeading(title, figures, ['revenue'])).toBe('Revenue by month, last 12 months');
  expect(toDrawnHeading(title, figures, ['units', 'revenue'])).toBe(
    'Revenue and units by month, last 12 months',
  );
});

test('a chart is headed by the title where that names no figures', () => {
  expect(toDrawnHeading('Slow movers, today', figures, ['revenue'])).toBe('Slow movers, today');
  expect(toDrawnHeading('', figures, ['revenue'], 'Comparison')).toBe('Comparison');
});
