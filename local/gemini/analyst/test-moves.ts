import { type Run, runTool } from './test-company.ts';

const moved: [string, number, number][] = [
  ['Bikes', 100, 150],
  ['Helmets', 80, 60],
  ['Gloves', 40, 45],
  ['Lamps', 35, 10],
];

/** The company's tools; two of its categories grew, two fell. */
export const runMoves: Run = (name, args, id) => {
  if (name !== 'compare_sales') return runTool(name, args, id);
  const figure = (suffix: string, unit: string) => ({
    ...{ name: `revenue${suffix}`, label: 'Revenue', type: 'number', role: 'measure', unit, summable: true },
  });
  const columns = [
    { name: 'category', label: 'Category', type: 'string', role: 'dimension', unit: 'none', summable: false },
    ...[figure('', 'currency'), figure('_before', 'currency'), figure('_change', 'currency')],
    ...[figure('_change_rate', 'fraction'), figure('_contribution', 'fraction')],
  ];
  const rows = moved.map(([category, before, after]) => {
    const change = after - before;
    return [category, after, before, change, change / before, change / 250];
  });
  const period = { start: '2026-10-01', end: '2026-10-31', label: 'last month' };
  const scope = { period, comparedTo: { start: '2026-09-01', end: '2026-09-30', label: '' }, filters: [] };
  return {
    output: {
      resultId: id,
      title: 'Revenue',
      columns,
      rows,
      rowCount: rows.length,
      rowsCut: 0,
      scope,
      notes: [],
    },
  };
};
