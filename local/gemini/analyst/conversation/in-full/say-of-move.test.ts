import { expect, test } from 'vitest';
import { askAnalyst } from '../../test-analyst.ts';
import { runTool } from '../../test-company.ts';

const months = ['2025-11-01', '2025-12-01', '2026-11-01'];
/** The company's tools, and a course of the stock by month. */
const run: typeof runTool = (name, args, id) => {
  if (name !== 'query_inventory' || args.grain !== 'month') return runTool(name, args, id);
  const column = { unit: 'none', summable: false };
  const columns = [
    { ...column, name: 'month', label: 'Month', type: 'date', role: 'dimension', grain: 'month' },
    { ...column, name: 'on_hand', label: 'On hand', type: 'number', role: 'measure', unit: 'units' },
  ];
  const rows = months.map((month, index) => [month, 100 + index]);
  const scope = { period: null, currency: 'USD', filters: [] };
  return { output: { resultId: id, title: '', columns, rows, rowCount: 3, rowsCut: 0, scope, notes: [] } };
};

test.each(['and in which category most?', 'which category?'])(
  '"%s", after a course by month, is between its first and its last month',
  async (asked) => {
    const turns = await askAnalyst(['is stock going up or down?', asked], run);
    expect(turns.at(-1)?.calls[0]?.args).toMatchObject({
      ...{ measures: ['on_hand'], dimensions: ['category'], period: '2026-11' },
      compareTo: '2025-11',
    });
  },
);
