import { expect, test } from 'vitest';
import { askAnalyst } from '../../test-analyst.ts';
import { type Run, runTool } from '../../test-company.ts';

const moved: [string, number, number][] = [
  ['Bikes', 0.5, 0.2],
  ['Helmets', 0.1, 0.3],
  ['Gloves', 0.2, 0.3],
];

/** The company's tools; the rates of two of its categories rose, and that of one fell most. */
const run: Run = (name, args, id) => {
  if (name !== 'compare_sales') return runTool(name, args, id);
  const { measures: [measure] = [] } = args as { measures?: string[] };
  const figure = (suffix: string) => ({
    ...{ name: `${measure}${suffix}`, label: 'Rate', type: 'number', role: 'measure' },
    ...{ unit: 'fraction', summable: false },
  });
  const columns = [
    { name: 'category', label: 'Category', type: 'string', role: 'dimension', unit: 'none', summable: false },
    ...['', '_before', '_change', '_change_rate'].map(figure),
  ];
  const rows = moved.map(([category, before, after]) => [
    ...[category, after, before, after - before, (after - before) / before],
  ]);
  const period = { start: '2026-01-01', end: '2026-11-23', label: 'this year' };
  const scope = { period, comparedTo: { start: '2025-01-01', end: '2025-11-23', label: '' }, filters: [] };
  return {
    output: { resultId: id, title: 'Rate', columns, rows, rowCount: 3, rowsCut: 0, scope, notes: [] },
  };
};

const ask = async (...questions: string[]) => (await askAnalyst(questions, run)).at(-1)?.text ?? '';

test.each([
  ['return rate by category', 'which ones got worse than last year?'],
  ['margin rate by category', 'which of them got better than last year?'],
  ['margin rate by category', 'which ones increased against last year?'],
])('%j, %j: those that rose, and none that fell', async (listed, asked) => {
  const text = await ask(listed, asked);
  expect(text).toMatch(/^\*\*(?:Helmets grew most|2 categories grew)/);
  expect(text).not.toContain('- Bikes');
});

test.each([
  ['return rate by category', 'which ones got better than last year?'],
  ['margin rate by category', 'which of them got worse than last year?'],
])('%j, %j: those that fell', async (listed, asked) => {
  const text = await ask(listed, asked);
  expect(text).toMatch(/^\*\*Bikes fell most/);
  expect(text).not.toContain('- Helmets');
});
