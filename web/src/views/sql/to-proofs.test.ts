import { expect, test } from 'vitest';
import { exampleTurn } from '../../../fixtures/example-turn.ts';
import { revenue } from '../chart/chart-example.ts';
import { toProofs } from './to-proofs.ts';

test('a result has the figures that it proves, each once, with the labels of its columns, and none of another result or without a proof', () => {
  const text = 'Up 4.8% to $5; $5 in May, $7 before, perhaps $9.';
  const figure = (written: string, proof: { formula: string; cells: string; resultId: string } | null) => {
    const start = text.indexOf(written);
    return { start, end: start + written.length, proved: proof !== null, proof };
  };
  const cell = { resultId: 'r1', formula: 'cell', cells: 'revenue, row 1' };
  const figures = [
    figure('4.8%', { ...cell, formula: 'change', cells: 'revenue, row 1 and revenue, row 2' }),
    figure('$5', cell),
    figure('$5', cell),
    figure('$7', { ...cell, resultId: 'r2' }),
    figure('$9', null),
  ];
  expect(toProofs(exampleTurn({ text, figures }), 'r1', [{ ...revenue, label: 'Net revenue' }])).toEqual([
    { figure: '4.8%', formula: 'change', cells: 'Net revenue, row 1 and Net revenue, row 2' },
    { figure: '$5', formula: 'cell', cells: 'Net revenue, row 1' },
  ]);
});
