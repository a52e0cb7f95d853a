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

const margin = measure('margin_rate', 'fraction', false);

export const byMonth = toResult(
  [month, revenue, units, margin],
  [
    ['2026-08-01', 812_345.5, 4021, 0.412],
    ['2026-09-01', 934_120.25, 4410, 0.398],
    ['2026-10-01', 1_204_877.75, 5832, 0.4265],
  ],
);
export const byRegion = toResult(
  [dimension('region'), revenue],
  [
    ['North', 523_411],
    ['South', 311_902],
    ['East', 187_230],
    ['West', 99_771],
  ],
);

/** An amount as an answer writes it: "$1,204,877.75". */
export const money = (value: number, digits: number) =>
  value.toLocaleString('en-US', {
    style: 'currency',
    currency: 'USD',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });

/** Each figure of a text with the formula that proves it, or false. */
export const prove = (text: string, results: readonly GroundedResult[] = [byMonth], question = 'q') =>
  proveFigures({ text, question, results }).map(({ start, end, proved, proof }) => [
    text.slice(start, end),
    proved ? proof?.formula : false,
  ]);

/** Revenue and discount rates of four regions, in the order of the sales. */
export const bySale = toResult(
  [dimension('region'), revenue, measure('discount_rate', 'fraction', false)],
  [
    ['South', 4_200_000, 0.09],
    ['East', 1_110_000, 0.059],
    ['North', 1_850_000, 0.081],
    ['West', 765_000, 0.12],
  ],
);
