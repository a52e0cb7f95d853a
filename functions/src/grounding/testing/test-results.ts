import type { Column } from '@tallyboard/contract';
import type { GroundedResult } from '../grounded-result.ts';
import { proveFigures } from '../prove-figures.ts';

export const dimension = (name: string): Column => ({
  ...{ name, label: name, type: 'string', role: 'dimension', unit: 'none', summable: false },
});
export const month: Column = { ...dimension('month'), type: 'date', grain: 'month' };
export const measure = (name: string, unit: Column['unit'], summable = true): Column => ({
  ...{ name, label: name, type: 'number', role: 'measure', unit, summable },
});
export const revenue = measure('revenue', 'currency');
export const units = measure('units', 'units');

export const toResult = (
  columns: Column[],
  rows: GroundedResult['rows'],
  changes: Partial<GroundedResult> = {},
): GroundedResult => ({
  resultId: 'r1',
  title: 'Sales',
  columns,
  rows,
  rowsCut: 0,
  limited: false,
  scope: {
    period: { start: '2026-08-01', end: '2026-10-31', label: 'Aug–Oct 2026' },
    timeZone: 'UTC',
    currency: 'USD',
    warehouses: { all: true, ids: ['a', 'b', 'c', 'd'], names: [] },
    filters: [],
    dataAsOf: null,
  },
  notes: [],
  ...changes,
});

/** Each figure of a text with the formula that proves it, or false. */
export const prove = (text: string, results: readonly GroundedResult[], question = 'q') =>
  proveFigures({ text, question, results }).map(({ start, end, proved, proof }) => [
    text.slice(start, end),
    proved ? proof?.formula : false,
  ]);
