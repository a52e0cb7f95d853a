import { expect, test } from 'vitest';
import { salesByMonth } from '../../../fixtures/example-results.ts';
import { exampleTurn } from '../../../fixtures/example-turn.ts';
import type { ResultData } from '../../listener/records.ts';
import { category, month, revenue } from '../chart/chart-example.ts';
import { toProofs } from './to-proofs.ts';

const toFigures = (
  text: string,
  proofs: [string, { formula: string; cells: string; resultId?: string } | null][],
) =>
  proofs.map(([written, proof]) => {
    const start = text.indexOf(written);
    const end = start + written.length;
    return { start, end, proved: proof !== null, proof: proof && { resultId: 'r1', ...proof } };
  });
const data = (columns: (typeof month)[], rows: (string | number | null)[][]) => ({
  result: { ...salesByMonth.result, columns },
  rows,
});

test('a result has the figures that it proves, each once, with the labels of its columns, and none of another result or without a proof', () => {
  const text = 'Up 4.8% to $5; $5 in May, $7 before, perhaps $9.';
  const cell = { formula: 'cell', cells: 'revenue, row 1' };
  const figures = toFigures(text, [
    ['4.8%', { formula: 'change', cells: 'revenue, row 1 and revenue, all 2 rows' }],
    ['$5', cell],
    ['$5', cell],
    ['$7', { ...cell, resultId: 'r2' }],
    ['$9', null],
  ]);
  const sources = data([{ ...revenue, label: 'Net revenue' }], [[5]]);
  expect(toProofs(exampleTurn({ text, figures }), sources, 'en-US')).toEqual([
    { figure: '4.8%', formula: 'change', cells: 'Net revenue, row 1 and Net revenue, all 2 rows' },
    { figure: '$5', formula: 'cell', cells: 'Net revenue, row 1' },
  ]);
});

test('a row is named by what it is about; one that is not there keeps its number', () => {
  const rows = [
    ['2026-04-01', 'Garden', 4],
    ['2026-05-01', 'revenue, row 1', 5],
  ];
  const toCells = (cells: string) => {
    const figures = toFigures('$5', [['$5', { formula: 'cell', cells }]]);
    const turn = exampleTurn({ text: '$5', figures });
    return toProofs(turn, data([month, category, revenue], rows), 'en-US')[0]?.cells;
  };
  expect(toCells('revenue, row 1')).toBe('Revenue, Apr 2026 · Garden');
  expect(toCells('revenue, row 2 of revenue, all 2 rows')).toBe(
    'Revenue, May 2026 · revenue, row 1 of Revenue, all 2 rows',
  );
  expect(toCells('revenue, rows 1, 2')).toBe('Revenue, Apr 2026 · Garden, May 2026 · revenue, row 1');
  expect(toCells('revenue, row 3')).toBe('Revenue, row 3');
});

test('what is held against another result names that one by its title, and its rows by what they are about', () => {
  const own = data([month, revenue], [['2026-05-01', 5]]);
  const other = data([month, revenue], [['2025-05-01', 4]]);
  const result = { ...other.result, resultId: 'r2', title: 'Revenue by month, 2025' };
  const figures = toFigures('25%', [
    ['25%', { formula: 'change', cells: 'revenue, row 1 and r2 revenue, row 1' }],
  ]);
  const turn = exampleTurn({ text: '25%', figures });
  const toCells = (others: ResultData[]) => toProofs(turn, own, 'en-US', others)[0]?.cells;
  expect(toCells([own, { ...other, result }])).toBe(
    'Revenue, May 2026 and Revenue, May 2025 of “Revenue by month, 2025”',
  );
  expect(toCells([own])).toBe('Revenue, May 2026 and Revenue, row 1 of another result');
});
